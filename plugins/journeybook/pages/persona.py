"""The page of a persona."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model import Persona
from journeybook.pages.head import head_of
from journeybook.pages.measures import share
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Fact, Picture, Text
from journeybook.pages.sections.journeys import journeys_of, worst_steps
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.lists import lists
from journeybook.pages.sections.persona_curve import persona_curve
from journeybook.pages.sections.section import Section, present
from journeybook.pages.tail import tail_of
from journeybook.pages.vocabulary import word_for
from journeybook.portal import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaPage(PageView):
    """The page of a persona."""

    photo: Picture | None
    quote: Text | None


def persona_page(maker: PageMaker, persona: Persona) -> PersonaPage:
    """The page of `persona`."""
    voice = maker.voice(persona)
    return PersonaPage(
        page=maker.page,
        head=head_of(maker, persona),
        facts=_facts(maker, persona),
        narrative=maker.narrative(persona, voice),
        sections=_sections(maker, persona),
        tail=tail_of(maker, persona),
        photo=maker.picture(persona.photo, voice),
        quote=maker.text_if(persona.quote, voice),
    )


def _facts(maker: PageMaker, persona: Persona) -> tuple[Fact, ...]:
    words = maker.words
    channels = maker.portal.named_by(key_of(persona), "channels")
    return facts(
        maker.fact(words.gettext("Role"), maker.text_if(persona.role, maker.voice(persona))),
        maker.fact(words.gettext("Kind"), word_for(persona.kind, words) if persona.kind else None),
        maker.fact(words.gettext("Rests on"), word_for(persona.basis, words) if persona.basis else None),
        maker.fact(words.gettext("Share"), share(persona.share, words)),
        maker.fact(words.gettext("Prefers"), *maker.links(channels)),
    )


def _sections(maker: PageMaker, persona: Persona) -> tuple[Section, ...]:
    gettext = maker.words.gettext
    return present(
        lists(
            maker,
            maker.voice(persona),
            ("_goals", gettext("Goals"), persona.goals),
            ("_needs", gettext("Needs"), persona.needs),
            ("_frustrations", gettext("Frustrations"), persona.frustrations),
            ("_behaviours", gettext("Behaviours"), persona.behaviours),
        ),
        persona_curve(maker, persona),
        journeys_of(maker, persona),
        worst_steps(maker, persona),
        *backlink_groups(maker, key_of(persona), without={"personas"}),
    )
