"""The page of a persona."""

from __future__ import annotations

from msgspec import Struct

from journeybook.model import Channel, Persona
from journeybook.pages.head import head_of
from journeybook.pages.measures import share
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Fact, Link, Text
from journeybook.pages.portrait import Portrait, portrait_of
from journeybook.pages.sections.journeys import journeys_of, worst_steps
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.lists import Lists, lists
from journeybook.pages.sections.persona_curve import persona_curve
from journeybook.pages.sections.section import Section, present
from journeybook.pages.tail import tail_of
from journeybook.pages.vocabulary import word_for
from journeybook.portal import key_of


class Preferred(Struct, frozen=True):
    """A channel that a persona prefers."""

    link: Link
    kind: str
    """`human`, `digital`, `bot`, `physical` or `paper`; empty where nobody said."""


class Basis(Struct, frozen=True):
    """What a persona rests on."""

    word: str
    is_assumed: bool
    note: str
    """What an assumption means for readers; empty for research."""


class Share(Struct, frozen=True):
    """The share of all people of this kind."""

    value: float
    """From 0 to 1."""
    shown: str


class PersonaPage(PageView, frozen=True, kw_only=True):
    """The page of a persona: its opening are goals, needs, frustrations and behaviours."""

    portrait: Portrait
    quote: Text | None
    plain_facts: tuple[Fact, ...]
    """Those of its facts that are told in words only."""
    basis: Basis | None
    share: Share | None
    channels: tuple[Preferred, ...]
    """Channels it prefers, the favourite first."""


def persona_page(maker: PageMaker, persona: Persona) -> PersonaPage:
    """The page of `persona`."""
    voice = maker.voice(persona)
    return PersonaPage(
        page=maker.page,
        head=head_of(maker, persona),
        opening=present(_profile(maker, persona)),
        facts=_facts(maker, persona),
        narrative=maker.narrative(persona, voice),
        sections=_sections(maker, persona),
        tail=tail_of(maker, persona),
        portrait=portrait_of(maker, persona),
        quote=maker.text_if(persona.quote, voice),
        plain_facts=_plain_facts(maker, persona),
        basis=_basis(maker, persona),
        share=_share(maker, persona),
        channels=_channels(maker, persona),
    )


def _plain_facts(maker: PageMaker, persona: Persona) -> tuple[Fact, ...]:
    words = maker.words
    return facts(
        maker.fact(words.gettext("Role"), maker.text_if(persona.role, maker.voice(persona))),
        maker.fact(words.gettext("Kind"), word_for(persona.kind, words) if persona.kind else None),
    )


def _facts(maker: PageMaker, persona: Persona) -> tuple[Fact, ...]:
    words = maker.words
    channels = maker.portal.named_by(key_of(persona), "channels")
    return _plain_facts(maker, persona) + facts(
        maker.fact(words.gettext("Rests on"), word_for(persona.basis, words) if persona.basis else None),
        maker.fact(words.gettext("Share"), share(persona.share, words)),
        maker.fact(words.gettext("Prefers"), *maker.links(channels)),
    )


def _basis(maker: PageMaker, persona: Persona) -> Basis | None:
    if not persona.basis:
        return None
    is_assumed = persona.basis == "assumption"
    note = maker.words.gettext("Assumed, and not yet held against what customers say.") if is_assumed else ""
    return Basis(word_for(persona.basis, maker.words), is_assumed, note if maker.tells_of_gaps else "")


def _share(maker: PageMaker, persona: Persona) -> Share | None:
    shown = share(persona.share, maker.words)
    return Share(persona.share, shown) if persona.share is not None and shown else None


def _channels(maker: PageMaker, persona: Persona) -> tuple[Preferred, ...]:
    keys = maker.portal.named_by(key_of(persona), "channels")
    return tuple(Preferred(maker.link(key), maker.portal.get(Channel, key.id).kind or "") for key in keys)


def _profile(maker: PageMaker, persona: Persona) -> Lists | None:
    gettext = maker.words.gettext
    return lists(
        maker,
        maker.voice(persona),
        ("_goals", gettext("Goals"), persona.goals),
        ("_needs", gettext("Needs"), persona.needs),
        ("_frustrations", gettext("Frustrations"), persona.frustrations),
        ("_behaviours", gettext("Behaviours"), persona.behaviours),
    )


def _sections(maker: PageMaker, persona: Persona) -> tuple[Section, ...]:
    return present(
        persona_curve(maker, persona),
        journeys_of(maker, persona),
        worst_steps(maker, persona),
        *backlink_groups(maker, key_of(persona), without={"personas"}),
    )
