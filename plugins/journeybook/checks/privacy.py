"""Real people in quotes: a portal is read by many, and who was asked has not agreed to be found in it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from journeybook.checks.limits import Limits
from journeybook.checks.looked_at import in_use
from journeybook.checks.narrative_lines import span_in_narrative
from journeybook.checks.private_words import contact_in, may_identify, name_in
from journeybook.model import Entity, Evidence, Journey, Persona, Step
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.keys import SpotKey
from journeybook.portal import Portal, entities_in, key_of

_QUOTED_LINES = re.compile(r"^[ \t]*>.*(?:\n[ \t]*>.*)*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Quote:
    """What somebody said."""

    text: str
    key: SpotKey
    said_at: Entity
    start: int | None = None
    """Where it stands in the narrative; None for a quote of its own."""
    end: int = 0

    def finding(self, code: str, message: str, hint: str) -> Diagnostic:
        """A finding at this quote."""
        one = self.said_at
        if self.start is None:
            return at(one.place, one.place.of("quote"), code, message, hint=hint, key=str(self.key))
        place = one.place_of("narrative")
        span = span_in_narrative(place, one.narrative or "", self.start, self.end)
        return at(place, span, code, message, hint=hint, key=str(self.key))


def people_in_quotes(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Quotes with an e-mail address or a telephone number, and quotes that name somebody.

    Personas are invented, and so are their names.
    """
    names = " ".join(f"{persona.title} {persona.id}" for persona in portal.all(Persona))
    invented = frozenset(re.findall(r"\w+", names.casefold()))
    for quote in _quotes(portal):
        if may_identify(quote.text):
            yield from _people_in(quote, invented)


RULES = (people_in_quotes,)
"""The rules of this family."""


def _people_in(quote: _Quote, invented: Container[str]) -> Iterator[Diagnostic]:
    title = quote.said_at.title
    if found := contact_in(quote.text):
        hint = "take it out, or write what it was: '[her number]'"
        yield quote.finding("JB455", f"a quote at '{title}' holds contact data: '{found}'", hint)
    if found := name_in(quote.text, invented):
        hint = "write who it is and not what they are called: 'my adviser', '[name]'"
        yield quote.finding("JB456", f"a quote at '{title}' names somebody: '{found}'", hint)


def _quotes(portal: Portal) -> Iterator[_Quote]:
    """The quotes of personas and steps, and quoted lines in journeys and in what was heard for evidence."""
    for persona in in_use(portal, Persona):
        if persona.quote:
            yield _Quote(persona.quote, key_of(persona), persona)
    for journey in in_use(portal, Journey):
        for key, one in entities_in(journey):
            if isinstance(one, Step) and one.quote:
                yield _Quote(one.quote, key, one)
            yield from _quoted_lines(key, one)
    for evidence in in_use(portal, Evidence):
        yield from _quoted_lines(key_of(evidence), evidence)


def _quoted_lines(key: SpotKey, one: Entity) -> Iterator[_Quote]:
    if not one.narrative or ">" not in one.narrative:
        return
    for found in _QUOTED_LINES.finditer(one.narrative):
        text = re.sub(r"\s*\n[ \t]*>[ \t]*", " ", found[0])
        yield _Quote(text, key, one, found.start(), found.end())
