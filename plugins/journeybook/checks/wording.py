"""Whose words a map speaks: steps told from the company's side, and narratives that are hard to read."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.checks.company_words import company_words, is_first_person
from journeybook.checks.limits import Limits
from journeybook.checks.looked_at import in_use, is_of_insiders, past_draft
from journeybook.checks.reading_level import lix_of
from journeybook.model import Entity, Journey
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.keys import SpotKey
from journeybook.portal import PAGED, Portal, entities_in, key_of


def company_centric_steps(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Steps whose title or `does` says what the company does; of both the first.

    The work of employees and partners is to serve customers, so their journeys may say so.
    """
    for journey in in_use(portal, Journey):
        if is_of_insiders(portal, journey):
            continue
        spots = portal.steps(journey.id)
        texts = (text for spot in spots for text in (spot.step.title, spot.step.does) if text)
        own_voice = any(map(is_first_person, texts))
        for spot in spots:
            step = spot.step
            lang = step.lang or spot.stage.lang or journey.lang or ""
            for name, text in (("title", step.title), ("does", step.does or "")):
                if words := company_words(text, lang, own_voice=own_voice):
                    message = f"'{words}' says what the company does; a step says what the customer does"
                    hint = "tell it from the customer's side, such as 'Gets the invoice by e-mail', and move the "
                    hint += "company's part to `backstage:`"
                    yield at(step.place, step.place.of(name), "JB437", message, hint=hint, key=str(spot.key))
                    break


def hard_narratives(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Narratives whose LIX lies above the limit, if there is one."""
    if limits.reading_level is None:
        return
    for key, one in _written(portal):
        level = lix_of(one.narrative or "")
        if level is not None and level > limits.reading_level:
            limit = f"{limits.reading_level:.0f}"
            message = f"the text of '{one.title}' is hard to read: its LIX is {level:.0f}, more than {limit}"
            hint = "make two sentences of long ones, and use the words that customers use"
            place = one.place_of("narrative")
            yield at(place, place.of("narrative"), "JB438", message, hint=hint, key=str(key))


RULES = (company_centric_steps, hard_narratives)
"""The rules of this family."""


def _written(portal: Portal) -> Iterator[tuple[SpotKey, Entity]]:
    for kind in PAGED:
        for entity in past_draft(portal, kind):
            yield from entities_in(entity) if isinstance(entity, Journey) else ((key_of(entity), entity),)
