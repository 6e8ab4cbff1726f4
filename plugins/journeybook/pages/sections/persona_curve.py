"""How a persona feels over all journeys, in life order."""

from __future__ import annotations

from typing import ClassVar

from journeybook.model import Persona
from journeybook.pages.curve import CurveFigure, curve_of, life_of
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading
from journeybook.pages.sections.section import Section


class PersonaCurve(Section, frozen=True, kw_only=True):
    """The curve of a persona over all journeys."""

    form: ClassVar[str] = "persona_curve"
    curve: CurveFigure
    rule: str
    """In which order the journeys stand; empty for a single one."""


def persona_curve(maker: PageMaker, persona: Persona) -> PersonaCurve | None:
    """The curve of `persona` over the journeys as they are; None where no step has a score."""
    gettext, portal = maker.words.gettext, maker.portal
    journeys = [portal.steps(journey.id) for journey in life_of(portal, persona.id)]
    lived = [spots for spots in journeys if any(persona.id in spot.scores for spot in spots)]
    title = gettext("How it feels: %(title)s", title=maker.plain(persona.title))
    steps = [spot for spots in lived for spot in spots]
    curve = curve_of(maker, steps, title, by_journey=True, only=persona.id)
    if not curve:
        return None
    rule = gettext(
        "Journeys stand in the order in which they are lived through: buying, then experience, then work for the "
        "company. A part follows the journey it belongs to. Journeys of the future are left out."
    )
    heading = Heading(2, "_curve", gettext("How it feels"))
    return PersonaCurve(heading=heading, curve=curve, rule=rule if len(lived) > 1 else "")
