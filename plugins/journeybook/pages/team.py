"""The page of a team."""

from __future__ import annotations

from journeybook.model import Team
from journeybook.model.addresses import Address
from journeybook.pages.head import head_of
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Count
from journeybook.pages.sections.between_teams import between_teams
from journeybook.pages.sections.hand_offs import hand_offs
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.overdue import overdue_of, overdue_table
from journeybook.pages.sections.section import Section, present
from journeybook.pages.sections.uses import spots_naming, uses, work_of
from journeybook.pages.sections.worst_steps import worst_steps
from journeybook.pages.tail import tail_of
from journeybook.portal import key_of


class TeamPage(PageView, frozen=True, kw_only=True):
    """The page of a team."""

    counts: tuple[Count, ...]
    """Its work in figures."""


def team_page(maker: PageMaker, team: Team) -> TeamPage:
    """The page of `team`."""
    words = maker.words
    return TeamPage(
        page=maker.page,
        head=head_of(maker, team),
        facts=facts(
            maker.fact(words.gettext("Department"), team.department),
            maker.fact(words.gettext("Contact"), team.contact),
        ),
        narrative=maker.narrative(team, maker.voice(team)),
        sections=_sections(maker, team),
        tail=tail_of(maker, team),
        counts=_counts(maker, team),
    )


def _counts(maker: PageMaker, team: Team) -> tuple[Count, ...]:
    gettext, key, here = maker.words.gettext, key_of(team), maker.page.address.path
    changes = maker.portal.hand_offs_of(team.id)
    found = (
        (len(spots_naming(maker, key, "team")), gettext("Steps it answers for"), "_steps"),
        (sum(one.taker is team for one in changes), gettext("Times it takes over"), "_taken"),
        (sum(one.giver is team for one in changes), gettext("Times it hands over"), "_given"),
        (len(spots_naming(maker, key, "backstage.team")), gettext("Steps it works for backstage"), "_backstage"),
        (len(overdue_of(maker, key)), gettext("Overdue for review"), "_overdue"),
    )
    return tuple(
        Count(maker.words.number(number), label, Address(here, anchor))
        for number, label, anchor in found
        if number
    )


def _sections(maker: PageMaker, team: Team) -> tuple[Section, ...]:
    gettext, key = maker.words.gettext, key_of(team)
    changes, spots = maker.portal.hand_offs_of(team.id), spots_naming(maker, key, "team")
    taken = [one for one in changes if one.taker is team]
    given = [one for one in changes if one.giver is team]
    return present(
        between_teams(maker, team, changes),
        worst_steps(maker, spots),
        overdue_table(maker, overdue_of(maker, key)),
        uses(maker, spots, "_steps", gettext("Steps it answers for")),
        *backlink_groups(maker, key, without={"owner", "narrative"}),
        hand_offs(maker, taken, "_taken", gettext("Takes over from"), of=team),
        hand_offs(maker, given, "_given", gettext("Hands over to"), of=team),
        work_of(maker, key, "frontstage", gettext("Frontstage work")),
        work_of(maker, key, "backstage", gettext("Backstage work")),
        *backlink_groups(maker, key, without={"touchpoint.team"}),
    )
