"""The page of a journey."""

from __future__ import annotations

from msgspec.structs import replace

from journeybook.model import Journey
from journeybook.model.addresses import Address
from journeybook.model.keys import SpotKey
from journeybook.pages.comparisons import comparison_with_any, comparisons_of
from journeybook.pages.head import head_of
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.people import Person, people_fact, people_of
from journeybook.pages.pieces import Count, Fact, Link
from journeybook.pages.sections.diagrams import flow_picture
from journeybook.pages.sections.hand_offs import hand_offs
from journeybook.pages.sections.journey_map import map_section
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.section import Section, present
from journeybook.pages.sections.stage_list import stage_list
from journeybook.pages.sections.stage_steps import following, stage_on_journey
from journeybook.pages.tail import tail_of
from journeybook.pages.vocabulary import word_for
from journeybook.portal import key_of


class JourneyPage(PageView, frozen=True, kw_only=True):
    """The page of a journey."""

    people: tuple[Person, ...]
    """Who lives through it, and how it feels to each."""
    essence: tuple[Fact, ...]
    """Those of its facts that stand in its head."""
    rest: tuple[Fact, ...]
    """Those that stand beside its narrative."""
    counts: tuple[Count, ...]
    """The journey in figures."""
    comparisons: tuple[Link, ...]
    """Where it stands beside the journey it improves, or those that improve it."""
    compare_any: Link | None
    """Where it can be put beside any other; None where there is no other."""


def journey_page(maker: PageMaker, journey: Journey) -> JourneyPage:
    """The page of `journey`."""
    voice = maker.voice(journey)
    essence, rest = _essence(maker, journey), _rest(maker, journey)
    return JourneyPage(
        page=maker.page,
        head=head_of(maker, journey),
        opening=present(map_section(maker, journey)),
        facts=facts(people_fact(maker, journey), *essence, *rest),
        narrative=maker.narrative(journey, voice),
        sections=_sections(maker, journey),
        tail=tail_of(maker, journey),
        people=people_of(maker, journey, maker.portal.moods(journey)),
        essence=essence,
        rest=rest,
        counts=_counts(maker, journey),
        comparisons=comparisons_of(maker, journey),
        compare_any=comparison_with_any(maker),
    )


def _essence(maker: PageMaker, journey: Journey) -> tuple[Fact, ...]:
    voice, gettext = maker.voice(journey), maker.words.gettext
    return facts(
        maker.fact(gettext("Goal"), maker.text_if(journey.goal, voice), name="goal"),
        maker.fact(gettext("What we promise"), maker.text_if(journey.promise, voice), name="promise"),
    )


def _rest(maker: PageMaker, journey: Journey) -> tuple[Fact, ...]:
    words, portal = maker.words, maker.portal
    voice = maker.voice(journey)
    current, whole = portal.current_of(journey), portal.whole_of(journey)
    key = key_of(journey)
    other_current = maker.elsewhere(portal.named_elsewhere(key, "improves"))
    other_whole = maker.elsewhere(portal.named_elsewhere(key, "part_of"))
    return facts(
        maker.fact(words.gettext("Scope"), word_for(journey.scope, words) if journey.scope else None),
        maker.fact(words.gettext("State"), word_for(journey.state, words)),
        maker.fact(words.gettext("Improves"), maker.to(current) if current else other_current),
        maker.fact(words.gettext("Part of"), _whole(maker, whole) if whole else other_whole),
        maker.fact(words.gettext("What sets it off"), maker.text_if(journey.trigger, voice)),
        maker.fact(words.gettext("How it ends"), maker.text_if(journey.outcome, voice)),
    )


def _whole(maker: PageMaker, whole: SpotKey) -> Link:
    """A link to the journey or the stage that a journey is part of; a stage says whose it is."""
    link = maker.link(whole)
    if not whole.journey:
        return link
    journey = maker.plain(maker.portal.get(Journey, whole.journey).title)
    title = maker.words.gettext("%(stage)s, in %(journey)s", stage=link.title, journey=journey)
    return replace(link, title=title)


def _sections(maker: PageMaker, journey: Journey) -> tuple[Section, ...]:
    after = following(maker, journey)
    title = maker.words.gettext("Hand-offs")
    return present(
        stage_list(maker, journey),
        flow_picture(maker, journey),
        *(
            stage_on_journey(maker, journey, number, stage, after)
            for number, stage in enumerate(journey.stages, 1)
        ),
        hand_offs(maker, maker.portal.flow(journey.id).hand_offs, "_hand_offs", title, of=journey),
        *backlink_groups(maker, key_of(journey)),
    )


def _counts(maker: PageMaker, journey: Journey) -> tuple[Count, ...]:
    words = maker.words
    spots = maker.portal.steps(journey.id)
    here = maker.page.address.path
    hand_offs = len(maker.portal.flow(journey.id).hand_offs)
    found = (
        (len(journey.stages), words.gettext("Stages"), "_stages"),
        (len(spots), words.gettext("Steps"), "_stages"),
        (len({one.id for spot in spots for one in spot.touchpoints}), words.gettext("Touchpoints"), ""),
        (sum(spot.step.moment_of_truth is not None for spot in spots), words.gettext("Moments of truth"), ""),
        (sum(len(spot.step.pains) for spot in spots), words.gettext("Pains"), ""),
        (hand_offs, words.gettext("Hand-offs"), "_hand_offs" if hand_offs else ""),
    )
    return tuple(
        Count(words.number(number), label, Address(here, anchor) if anchor else None)
        for number, label, anchor in found
        if number
    )
