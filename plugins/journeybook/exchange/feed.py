"""What changed in the portal, as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from journeybook.history.runs import Mark, Runs
from journeybook.model.addresses import CHANGES_ADDRESS, Address
from journeybook.pages import Context
from journeybook.pages.history import DoneTo, Step, latest_steps
from journeybook.pages.scope import in_folder

FEED_FILE = "changes.atom"
"""Where it stands, from the folder of its edition."""

_MOST = 50
_ATOM, _XHTML = "http://www.w3.org/2005/Atom", "http://www.w3.org/1999/xhtml"
_MARKED = {Mark.NAME: "strong", Mark.GONE: "del", Mark.NEW: "ins"}
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""


def has_feed(context: Context) -> bool:
    """Whether an edition has a feed: something must have changed, and entries need the site's address."""
    return bool(context.site and context.history.told)


def feed_of(context: Context, title: str) -> str:
    """The feed of an edition that `has_feed`; `title` is the site's."""
    _, steps = latest_steps(context, _MOST)
    page = _url(context, CHANGES_ADDRESS)
    own = _file_url(context)
    feed = Element("feed", {"xmlns": _ATOM, "xml:lang": context.options.language})
    _text(feed, "title", f"{title}: {context.words.gettext('Changes')}")
    _text(feed, "id", own)
    _text(feed, "updated", steps[0].revision.at.isoformat())
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": page})
    _text(SubElement(feed, "author"), "name", title)
    for step in steps:
        _entry(feed, step, context)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def _entry(feed: Element, step: Step, context: Context) -> None:
    entry = SubElement(feed, "entry")
    entry.tail = "\n"
    links = [one.link for one in step.things if one.link]
    _text(entry, "title", ", ".join([*(one.title for one in step.things), *([step.more] if step.more else [])]))
    _text(entry, "id", _name(step, context))
    _text(entry, "updated", step.revision.at.isoformat())
    at = links[0].to if len(step.things) == 1 and links else CHANGES_ADDRESS
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _url(context, at)})
    if step.who:
        _text(SubElement(entry, "author"), "name", step.who)
    content = SubElement(entry, "content", {"type": "xhtml"})
    inside = SubElement(content, "div", {"xmlns": _XHTML})
    for one in step.things:
        _done_to(inside, one, context)
    if step.more:
        _text(inside, "p", step.more)


def _done_to(inside: Element, one: DoneTo, context: Context) -> None:
    opening = SubElement(inside, "p")
    name = SubElement(opening, "a", {"href": _url(context, one.link.to)}) if one.link else SubElement(opening, "b")
    name.text = _clean(one.title)
    if one.deed.word:
        name.tail = _clean(f" – {one.deed.word}")
        return
    sentences = SubElement(inside, "ul")
    for runs in one.deed.sentences:
        _runs(SubElement(sentences, "li"), runs)
    if one.deed.more:
        _text(sentences, "li", one.deed.more)


def _runs(inside: Element, runs: Runs) -> None:
    """Put a sentence with its marks into an element."""
    last: Element | None = None
    for run in runs:
        if run.mark in _MARKED:
            last = _text(inside, _MARKED[run.mark], run.text)
        elif last is None:
            inside.text = (inside.text or "") + _clean(run.text)
        else:
            last.tail = (last.tail or "") + _clean(run.text)


def _text(inside: Element, name: str, text: str) -> Element:
    element = SubElement(inside, name)
    element.text = _clean(text)
    return element


def _clean(text: str) -> str:
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _name(step: Step, context: Context) -> str:
    """A name of the entry that stays when the site's pages move (RFC 4151)."""
    parts = urlsplit(context.site)
    day = step.revision.at.date().isoformat()
    path = "/".join(_parts((parts.path, context.scope.folder, "changes", step.revision.name)))
    return f"tag:{parts.hostname or 'localhost'},{day}:{path}"


def _parts(paths: Iterable[str]) -> Iterable[str]:
    return (path.strip("/") for path in paths if path.strip("/"))


def _url(context: Context, address: Address) -> str:
    there = in_folder(address, context.scope.folder)
    return context.site + there.url(directory_urls=context.directory_urls).removeprefix("./")


def _file_url(context: Context) -> str:
    folder = context.scope.folder
    return f"{context.site}{folder}/{FEED_FILE}" if folder else context.site + FEED_FILE
