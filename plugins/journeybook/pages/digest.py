"""Digests of what pages show, by which one that was rendered before is known again.

The HTML of a page follows from its view and from

- the templates: the theme's, and an author's overrides of them;
- `digest_of_edition`: the language, the addresses and the part of the site that its edition is;
- the narratives in it as HTML, which is for the host to say: its Markdown extensions, and whatever the text
  mentions, links to or shows in building blocks;
- who draws diagrams, if they are drawn beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

import msgspec

from journeybook.model.addresses import Address
from journeybook.model.places import Place
from journeybook.pages.context import Context

_SIZE = 20
"""Bytes of a digest; two of 10^12 different things are alike with a probability of 10^-24."""


def _plain(shown: object) -> object:
    """What counts of a thing that is no record."""
    if isinstance(shown, Place):
        return shown.file, shown.span
    raise TypeError(f"no digest of {type(shown)}")


_encoded = msgspec.msgpack.Encoder(enc_hook=_plain, order="deterministic").encode


def digest_of(*shown: object) -> str:
    """The digest of views, or of parts of them, in hexadecimal digits; equal in any process on any machine.

    Any field counts, also those that no template asks for today. What is alike in all its fields is alike,
    whatever its class: two views that may stand in one place always differ in a field.
    """
    return blake2b(_encoded(shown), digest_size=_SIZE).hexdigest()


def digest_of_edition(context: Context) -> str:
    """The digest of what every page of an edition shows, or is addressed by, besides its own view.

    Not the portal, the reference day, the history and the edit links: whatever of them a page shows is in
    its view.
    """
    scope = context.scope
    return digest_of(
        context.options.language,
        context.words.language,
        context.directory_urls,
        context.site,
        scope.language,
        scope.languages,
        _in_order(scope.only_original),
        _in_order(scope.elsewhere),
    )


def _in_order(pages: Iterable[Address]) -> list[Address]:
    return sorted(pages, key=lambda page: (page.path, page.is_folder))
