"""Lists of links with the reason why they are there; most of all what names the thing a page is about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import ClassVar

from msgspec import Struct

from journeybook.model import Journey, Kind, Pain
from journeybook.model.keys import SpotKey
from journeybook.pages.measures import share
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Fact, Heading, Link
from journeybook.pages.sections.section import Section
from journeybook.pages.vocabulary import kind_word, mark, word_for
from journeybook.portal import Backlink


class LinkRow(Struct, frozen=True):
    """One link of a list."""

    link: Link
    kind: str = ""
    """What it leads to, in an interface word; empty where the list says it already."""
    within: tuple[Link, ...] = ()
    """What it is a part of, the nearest first: the step and the journey of a pain."""
    note: str = ""
    """A few words more."""


class LinkGroup(Section, frozen=True, kw_only=True):
    """A list of links under one reason."""

    form: ClassVar[str] = "links"
    rows: tuple[LinkRow, ...]


_REASONS: dict[str, tuple[str, str]] = {
    "improves": ("_improved_by", mark("The future that improves it")),
    "part_of": ("_parts", mark("Journeys that are part of it")),
    "next.step": ("_led_from", mark("Steps that lead here")),
    "personas": ("_journeys", mark("Journeys")),
    "touchpoints": ("_steps", mark("Used in these steps")),
    "touchpoint.channels": ("_touchpoints", mark("Touchpoints that run through it")),
    "persona.channels": ("_preferred_by", mark("Personas who prefer it")),
    "touchpoint.team": ("_answers_for", mark("Touchpoints it answers for")),
    "metrics": ("_measured_at", mark("Measured here")),
    "perceived_by": ("_perceives", mark("Figures it shows from the customers' side")),
    "opportunity": ("_pains", mark("Pains it takes up")),
    "initiative": ("_opportunities", mark("Opportunities it takes up")),
    "evidence": ("_proves", mark("What it proves")),
    "owner": ("_keeps", mark("Pages it keeps true")),
    "narrative": ("_mentioned", mark("Mentioned in")),
}
"""Field, with its holder's kind where that makes a difference -> anchor and reason, in the order shown."""

_MIXED = frozenset({"metrics", "evidence", "owner", "narrative"})
"""Reasons under which different kinds of things stand, so that each says what it is."""

_ORDER = {str(kind): number for number, kind in enumerate(Kind)}


def backlink_groups(
    maker: PageMaker,
    target: SpotKey,
    *,
    without: Collection[str] = (),
    without_steps: Collection[str] = (),
    anchor: str = "",
    level: int = 2,
) -> tuple[LinkGroup, ...]:
    """What names `target`, grouped by reason.

    `without` names fields that a page shows in its own way, `without_steps` those it does for steps only.
    """
    found: defaultdict[str, list[SpotKey]] = defaultdict(list)
    for backlink in maker.portal.backlinks(target):
        reason = _reason_of(backlink)
        within = backlink.field == "next.step" and backlink.source.journey == target.journey
        shown = backlink.source.kind == Kind.STEP and reason in without_steps
        if reason in _REASONS and reason not in without and not (within or shown):
            found[reason].append(backlink.source)
    if not found:
        return ()
    return tuple(
        link_group(maker, reason, keys, anchor=anchor, level=level)
        for reason in _REASONS
        if (keys := found.get(reason))
    )


def mention_facts(maker: PageMaker, target: SpotKey) -> tuple[Fact, ...]:
    """What names a step or a pain, as facts: `Mentioned in …`."""
    groups = backlink_groups(maker, target)
    return tuple(Fact(group.heading.title, tuple(row.link for row in group.rows)) for group in groups)


def link_group(
    maker: PageMaker, reason: str, keys: Iterable[SpotKey], *, anchor: str = "", level: int = 2
) -> LinkGroup:
    """Links to `keys` under `reason`, each once."""
    suffix, title = _REASONS[reason]
    heading = Heading(3 if level == 3 else 2, anchor + suffix, maker.words.gettext(title))
    once = dict.fromkeys(keys)
    if reason not in _MIXED:
        return LinkGroup(heading=heading, rows=tuple(link_row(maker, key) for key in once))
    rows = tuple(link_row(maker, key, mixed=True) for key in sorted(once, key=lambda key: _ORDER[key.kind]))
    return LinkGroup(heading=heading, rows=rows)


def link_row(maker: PageMaker, key: SpotKey, *, mixed: bool = False) -> LinkRow:
    """A link to `key`, with what it is part of and what helps to weigh it."""
    kind = kind_word(key.kind, maker.words) if mixed else ""
    return LinkRow(maker.link(key), kind, _within(maker, key), _note(maker, key))


def _reason_of(backlink: Backlink) -> str:
    if backlink.field in {"channels", "team"}:
        return f"{backlink.source.kind}.{backlink.field}"
    return "evidence" if backlink.field == "gains.evidence" else backlink.field


def _within(maker: PageMaker, key: SpotKey) -> tuple[Link, ...]:
    if not key.journey:
        return ()
    around = (SpotKey(Kind.JOURNEY, key.journey),)
    if key.kind == Kind.PAIN:
        around = (maker.step_of_pain(key).key, *around)
    return maker.links(one for one in around if one != maker.page.key)


def _note(maker: PageMaker, key: SpotKey) -> str:
    entity, words = maker.portal.entity(key), maker.words
    if isinstance(entity, Pain):
        return pain_note(maker, entity)
    if isinstance(entity, Journey) and entity.state == "future":
        return word_for("future", words)
    return ""


def pain_note(maker: PageMaker, pain: Pain) -> str:
    """How much a pain hurts and how many: `Severity 4 of 5 · reaches 60%`."""
    words = maker.words
    known: list[str] = []
    if pain.severity is not None:
        known.append(words.gettext("Severity %(value)s of 5", value=words.number(pain.severity)))
    if reach := share(pain.reach, words):
        known.append(words.gettext("reaches %(share)s", share=reach))
    return " · ".join(known)
