"""The page of a team."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model import Team
from journeybook.pages.head import head_of
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.sections.hand_offs import hand_offs
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.section import Section, present
from journeybook.pages.sections.uses import spots_naming, uses, work_of
from journeybook.pages.tail import tail_of
from journeybook.portal import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPage(PageView):
    """The page of a team."""


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
    )


def _sections(maker: PageMaker, team: Team) -> tuple[Section, ...]:
    gettext, key = maker.words.gettext, key_of(team)
    changes = maker.portal.hand_offs_of(team.id)
    taken = [one for one in changes if one.taker is team]
    given = [one for one in changes if one.giver is team]
    return present(
        *backlink_groups(maker, key, without={"owner", "narrative"}),
        uses(maker, spots_naming(maker, key, "team"), "_steps", gettext("Steps it answers for")),
        hand_offs(maker, taken, "_taken", gettext("Takes over from"), of=team),
        hand_offs(maker, given, "_given", gettext("Hands over to"), of=team),
        work_of(maker, key, "frontstage", gettext("Frontstage work")),
        work_of(maker, key, "backstage", gettext("Backstage work")),
        *backlink_groups(maker, key, without={"touchpoint.team"}),
    )
