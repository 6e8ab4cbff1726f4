"""Pictures that say nothing to those who cannot see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.checks.limits import Limits
from journeybook.checks.looked_at import in_use
from journeybook.checks.narrative_lines import span_in_narrative
from journeybook.model import Entity, Journey, Persona, Step
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.keys import SpotKey
from journeybook.portal import PAGED, Portal, entities_in, key_of

_NO_TEXT = re.compile(r"!\[\s*\]\([^)\n]+\)")
_CODE = re.compile(r"^([ \t]*)(```+|~~~+).*?^\1\2[ \t]*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def images_without_text(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Images of personas and steps without `alt`, and images in narratives with nothing between the brackets."""
    for kind in PAGED:
        for entity in in_use(portal, kind):
            for key, one in entities_in(entity) if isinstance(entity, Journey) else ((key_of(entity), entity),):
                yield from _of_keys(key, one)
                yield from _in_narrative(key, one)


RULES = (images_without_text,)
"""The rules of this family."""


def _of_keys(key: SpotKey, one: Entity) -> Iterator[Diagnostic]:
    name, image = ("photo", one.photo) if isinstance(one, Persona) else ("image", None)
    if isinstance(one, Step):
        image = one.image
    if image and image.alt is None:
        message = f"a picture at '{one.title}' has no words for those who cannot see it"
        hint = f"write `{name}: {{src: {image.src}, alt: what it shows}}`; `alt: ''` marks mere decoration"
        yield at(one.place, one.place.of(name), "JB458", message, hint=hint, key=str(key))


def _in_narrative(key: SpotKey, one: Entity) -> Iterator[Diagnostic]:
    if not one.narrative or "![" not in one.narrative:
        return
    text = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), one.narrative)
    place = one.place_of("narrative")
    for found in _NO_TEXT.finditer(text):
        message = f"a picture at '{one.title}' has no words for those who cannot see it"
        span = span_in_narrative(place, text, found.start(), found.end())
        yield at(place, span, "JB458", message, hint="write between the brackets what it shows", key=str(key))
