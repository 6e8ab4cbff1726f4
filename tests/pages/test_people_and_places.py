"""The pages of personas, touchpoints, channels and teams."""

from datetime import date

import pytest

from journeybook.model import Channel, Journey, Stage, Step, Team
from journeybook.model.addresses import Address
from journeybook.model.text import Image
from journeybook.pages.channel import ChannelPage
from journeybook.pages.overview import OverviewPage
from journeybook.pages.persona import Basis, PersonaPage, Share
from journeybook.pages.pieces import Asset
from journeybook.pages.portrait import Portrait, initials_of
from journeybook.pages.sections.between_teams import BetweenTeams
from journeybook.pages.sections.glance import Glance
from journeybook.pages.sections.hand_offs import HandOffs
from journeybook.pages.sections.journeys import Journeys
from journeybook.pages.sections.link_groups import LinkGroup
from journeybook.pages.sections.lists import Lists
from journeybook.pages.sections.promise import PromiseAndPractice
from journeybook.pages.sections.table import Table
from journeybook.pages.sections.uses import Uses
from journeybook.pages.team import TeamPage
from journeybook.pages.touchpoint import TouchpointPage

from .portals import ANN, BOB, CALL, CLAIM, DESK, EVERYTHING, PHONE, view, with_
from .shown import cells, facts, notes, scores, section, section_titles, titles


def test_who_a_persona_is() -> None:
    ann = with_(
        ANN,
        role="Tea shop",
        kind="customer",
        basis="research",
        share=0.46,
        quote="I want my Saturday back.",
        photo=Image(src="../images/ann.svg", alt="A woman"),
        goals=("Sleep", "Sell"),
        frustrations=("Forms",),
    )
    page = view(PersonaPage, "persona/ann", ann, *EVERYTHING[1:], assets=("images/ann.svg",))
    assert facts(page.facts) == {
        "Role": ["Tea shop"],
        "Kind": ["Customer"],
        "Rests on": ["Research"],
        "Share": ["46%"],
        "Prefers": ["Phone"],
    }
    assert [fact.label for fact in page.plain_facts] == ["Role", "Kind"]
    assert page.basis == Basis("Research", is_assumed=False, note="")
    assert page.share == Share(0.46, "46%")
    assert [(one.link.title, one.kind) for one in page.channels] == [("Phone", "human")]
    assert page.quote
    assert page.portrait.photo
    assert (page.portrait.photo.source, page.portrait.photo.alt) == (Asset("images/ann.svg"), "A woman")
    found = {one.heading.title: [item.written for item in one.items] for one in section(Lists, page).lists}
    assert found == {"Goals": ["Sleep", "Sell"], "Frustrations": ["Forms"]}
    assert [one.title for one in page.headings[:2]] == ["Goals", "Frustrations"]


def test_where_there_is_no_photo_a_monogram_is_drawn() -> None:
    ann = with_(ANN, title="Shop owner *Ann*", photo=Image(src="../images/lost.svg"))
    assert view(PersonaPage, "persona/ann", ann).portrait == Portrait(None, "SA")


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ann", "A"),
        ("night nurse Imke", "NI"),
        ("Łucja z Łodzi (42)", "ŁŁ"),
        ("苏州的周敏", "周敏"),
        ("صاحبة المتجر ليلى", "ص"),
        ("42", "4"),
    ],
)
def test_a_monogram_is_one_or_two_letters(name: str, initials: str) -> None:
    assert initials_of(name) == initials


def test_an_assumed_persona_says_so_and_colleagues_are_told_what_that_means() -> None:
    ann = with_(ANN, basis="assumption")
    inside, outside = (
        view(PersonaPage, "persona/ann", ann, *EVERYTHING[1:], audience=who).basis
        for who in ("internal", "public")
    )
    assert outside == Basis("Assumption", is_assumed=True, note="")
    note = "Assumed, and not yet held against what customers say."
    assert inside == Basis("Assumption", is_assumed=True, note=note)


def test_the_journeys_of_a_persona() -> None:
    rows = section(Journeys, view(PersonaPage, "persona/ann")).rows
    assert [(row.link.title, row.note) for row in rows] == [
        ("Report a claim, better", "Future"),
        ("Report a claim", ""),
    ]
    assert scores(rows[1].moods) == ["3 neutral"]


def test_the_steps_that_hurt_a_persona_most() -> None:
    hurts = tuple(Step(id=f"s{n}", title=f"S{n}", score={"ann": n / 2, "bob": 1}) for n in range(9, 1, -1))
    claim = with_(CLAIM, stages=(Stage(id="s", title="S", steps=hurts),))
    rows = section(Uses, view(PersonaPage, "persona/ann", ANN, claim), "What hurts most").rows
    assert [(row.step.title, *scores(row.scores)) for row in rows] == [
        ("S2", "1 very bad"),
        ("S3", "1.5 very bad"),
        ("S4", "2 bad"),
        ("S5", "2.5 bad"),
    ]


def test_nothing_hurts_in_a_future_journey() -> None:
    claim = with_(CLAIM, state="future")
    assert "What hurts most" not in section_titles(view(PersonaPage, "persona/ann", ANN, claim, CALL))


def test_a_touchpoint_shows_every_use_with_its_scores() -> None:
    page = view(TouchpointPage, "touchpoint/call")
    use = section(Uses, page, "Steps that meet it")
    assert [(row.step.title, row.step.to, row.journey.title) for row in use.rows] == [
        ("Calls support", Address("journeys/claim", "calls"), "Report a claim"),
        ("Waits", Address("journeys/claim", "waits"), "Report a claim"),
    ]
    assert [scores(row.scores) for row in use.rows] == [["Ann 2 bad", "Bob 3.5 good"], []]
    assert not use.shows_touchpoints
    assert page.mood
    assert (page.mood.score.shown, page.mood.basis) == ("2.8", "1 of 2 steps scored")
    assert [one.heading.title for one in section(Lists, page).lists] == ["What others do here"]


def test_a_step_that_only_mentions_a_touchpoint_does_not_use_it() -> None:
    claim = with_(
        CLAIM, stages=(Stage(id="s", title="S", steps=(Step(id="a", title="A", narrative="[[call]]"),)),)
    )
    page = view(TouchpointPage, "touchpoint/call", ANN, claim, CALL)
    assert page.mood is None
    assert section_titles(page) == ["What others do here", "Mentioned in"]
    (row,) = section(LinkGroup, page).rows
    assert (row.kind, row.link.title, titles(row.within)) == ("Step", "A", ["Report a claim"])


def test_the_facts_of_a_touchpoint() -> None:
    call = with_(
        CALL, ownership="third-party", purpose="Settle it", promise="Once", metrics=("nps",), surveys=("s",)
    )
    assert facts(view(TouchpointPage, "touchpoint/call", *EVERYTHING[:4], call, *EVERYTHING[5:]).facts) == {
        "Channels": ["Phone"],
        "Team": ["Order desk"],
        "Ownership": ["Third party"],
        "Purpose": ["Settle it"],
        "Measured by": ["Would recommend"],
        "Surveys": ["s"],
    }


def test_a_touchpoint_says_first_how_good_it_is_where_it_hurts_and_what_proves_it() -> None:
    call = with_(CALL, evidence=("talks",))
    page = view(TouchpointPage, "touchpoint/call", *EVERYTHING[:4], call, *EVERYTHING[5:])
    one = section(Glance, page)
    assert [heading.title for heading in page.headings[:3]] == [
        "How good it is",
        "Where it hurts",
        "What proves it",
    ]
    assert one.standing
    assert [(level.score.word, level.count) for level in one.standing.levels] == [
        ("very good", 0), ("good", 1), ("neutral", 0), ("bad", 1), ("very bad", 0),
    ]  # fmt: skip
    assert (one.standing.mean.score.shown, one.standing.most) == ("2.8", 1)
    assert one.hurting
    assert [(pain.link.title, pain.at.title, pain.note) for pain in one.hurting.pains] == [
        ("Told twice", "Calls support", "Severity 4 of 5 · reaches 60%")
    ]
    assert not one.hurting.all
    assert one.proven
    assert titles(proof.link for proof in one.proven.proofs) == ["Talks"]
    assert not one.proven.behind
    assert not page.tail.proofs
    assert section(Table, page, "Pains met here, the heaviest first").rows


def test_what_steps_rest_on_stands_behind_what_a_touchpoint_rests_on() -> None:
    proven = section(Glance, view(TouchpointPage, "touchpoint/call")).proven
    assert proven
    assert (proven.proofs, titles(proof.link for proof in proven.behind)) == ((), ["Talks"])


def test_colleagues_are_told_that_nothing_hurts_and_nothing_proves_it_others_are_not() -> None:
    claim = with_(
        CLAIM, stages=(Stage(id="s", title="S", steps=(Step(id="a", title="A", touchpoints=("call",)),)),)
    )
    inside = section(Glance, view(TouchpointPage, "touchpoint/call", ANN, BOB, claim, CALL))
    assert inside.standing is None
    assert inside.hurting
    assert inside.hurting.none == "Nobody has named a pain here."
    assert inside.proven
    assert inside.proven.none == "Nothing proves it yet."
    outside = view(TouchpointPage, "touchpoint/call", ANN, BOB, claim, CALL, audience="public")
    assert not outside.opening


def test_scores_of_a_journey_as_it_shall_be_are_listed_but_not_counted() -> None:
    claim = with_(CLAIM, state="future")
    page = view(TouchpointPage, "touchpoint/call", ANN, BOB, claim, CALL)
    assert page.mood is None
    assert section(Glance, page).standing is None
    use = section(Uses, page, "Steps that meet it")
    assert (use.rows[0].note, scores(use.rows[0].scores)) == ("Future", ["Ann 2 bad", "Bob 3.5 good"])


def test_promise_and_practice_of_a_touchpoint() -> None:
    call = with_(CALL, promise="You explain it *once*", metrics=("nps",))
    page = view(TouchpointPage, "touchpoint/call", *EVERYTHING[:4], call, *EVERYTHING[5:])
    found = section(PromiseAndPractice, page)
    assert found.promise
    assert found.promise.written == "You explain it *once*"
    assert [(one.step.title, one.journey.title, one.promise and one.promise.written) for one in found.broken] == [
        ("Calls support", "Report a claim", "One call is enough")
    ]
    assert not found.kept
    (pair,) = found.twins
    assert [(figure.number, figure.label) for figure in pair.figures] == [
        ("18", "As we count it"), ("about half", "As customers see it"),
    ]  # fmt: skip


def test_a_channel_holds_its_touchpoints_against_other_channels() -> None:
    mail = Channel(id="mail", title="E-mail")
    both = with_(CALL, channels=("mail", "phone"))
    met = tuple(
        Step(id=name, title=name, touchpoints=("call",), channel=channel, score={"*": score})
        for name, channel, score in (("a", "phone", 2), ("b", "mail", 4), ("c", "mail", 5))
    )
    claim = with_(CLAIM, stages=(Stage(id="s", title="S", steps=met),))
    entities = (ANN, BOB, claim, both, PHONE, mail)
    table = section(Table, view(ChannelPage, "channel/phone", *entities))
    assert [column.label for column in table.columns] == ["Touchpoint", "Spread", "Phone", "E-mail"]
    assert cells(table) == [["Support call", "2.5", "2 bad", "4.5 very good"]]
    (row,) = table.rows
    assert row.cells[1].tone == "overdue"
    assert row.cells[3].scores[0].basis == "n = 2"
    overview = view(OverviewPage, "index/channel", *entities)
    assert section_titles(overview) == ["The same in every channel?"]
    assert section(Table, view(TouchpointPage, "touchpoint/call", *entities), "The same in every channel?").rows


def test_a_channel_lists_touchpoints_personas_and_steps() -> None:
    page = view(ChannelPage, "channel/phone")
    assert section_titles(page) == [
        "Touchpoints that run through it",
        "Personas who prefer it",
        "Steps through it",
    ]
    assert [row.link.title for row in section(LinkGroup, page, "Personas who prefer it").rows] == ["Ann"]
    use = section(Uses, page)
    assert [(row.step.title, titles(row.through)) for row in use.rows] == [
        ("Calls support", ["Support call"]),
        ("Waits", ["Support call"]),
    ]
    assert use.shows_touchpoints
    assert page.mood
    assert page.mood.score.shown == "2.8"


def test_a_team_lists_what_it_answers_for() -> None:
    page = view(TeamPage, "team/desk")
    assert section_titles(page) == [
        "Hand-offs", "Where it hurts most", "Steps it answers for",
        "Touchpoints it answers for", "Takes over from", "Hands over to", "Frontstage work",
        "Pages it keeps true",
    ]  # fmt: skip
    assert [row.step.title for row in section(Uses, page).rows] == ["Calls support", "Waits"]
    assert [(row.kind, row.link.title) for row in section(LinkGroup, page, "Pages it keeps true").rows] == [
        ("Journey", "Report a claim")
    ]


def test_hand_offs_of_a_team_leave_out_its_own_name() -> None:
    page = view(TeamPage, "team/desk")
    (given,) = section(HandOffs, page, "Hands over to").rows
    assert given.giver is None
    assert given.taker
    assert (given.taker.title, given.source.title, given.target.title) == (
        "Sales",
        "Calls support",
        "Gets an offer",
    )
    assert given.journey
    taken = section(HandOffs, page, "Takes over from").rows
    assert [(row.giver and row.giver.title, row.taker) for row in taken] == [("Sales", None), ("Sales", None)]


def test_the_hand_offs_of_a_team_as_a_picture() -> None:
    picture = section(BetweenTeams, view(TeamPage, "team/desk"))
    assert picture.givers
    assert picture.takers
    assert (picture.givers.rows.anchor, picture.takers.rows.anchor) == ("_taken", "_given")
    assert [(one.team.title, one.count, one.said) for one in picture.givers.neighbours] == [
        ("Sales", "2", "2 hand-offs")
    ]
    assert [(one.team.title, one.count) for one in picture.takers.neighbours] == [("Sales", "1")]


def test_a_team_with_many_neighbours_shows_the_busiest() -> None:
    teams = [Team(id=f"t{number}", title=f"Team {number}") for number in range(10)]
    taken = [Step(id=f"s{number}", title="S", team=team.id) for number, team in enumerate(teams)]
    steps = [one for step in taken for one in (Step(id=f"{step.id}-before", title="B", team="desk"), step)]
    journey = Journey(id="long", title="Long", stages=(Stage(id="all", title="All", steps=tuple(steps)),))
    picture = section(BetweenTeams, view(TeamPage, "team/desk", DESK, journey, *teams))
    assert picture.takers
    assert (len(picture.takers.neighbours), picture.takers.more) == (8, "and 2 more")


def test_the_worst_steps_of_a_team_are_those_that_feel_bad() -> None:
    worst = section(Table, view(TeamPage, "team/desk"), "Where it hurts most")
    assert cells(worst) == [["Calls support", "2.8 neutral", "Told twice"]]
    assert notes(worst) == [["Report a claim"]]
    assert "below 3" in worst.lead
    # One that feels good is not the worst of a good lot, and without scores there is nothing to say.
    assert "Where it hurts most" not in section_titles(view(TeamPage, "team/sales"))


def test_a_team_is_told_what_it_keeps_and_has_not_looked_at_in_time() -> None:
    late = with_(CLAIM, reviewed=date(2026, 1, 10))
    entities = [late if one is CLAIM else one for one in EVERYTHING]
    page = view(TeamPage, "team/desk", *entities)
    assert cells(section(Table, page, "Overdue for review")) == [
        ["Report a claim", "July 10, 2026", "January 10, 2026"]
    ]
    assert [(one.number, one.label) for one in page.counts] == [
        ("2", "Steps it answers for"),
        ("2", "Times it takes over"),
        ("1", "Times it hands over"),
        ("1", "Overdue for review"),
    ]
    public = view(TeamPage, "team/desk", *entities, audience="public")
    assert "Overdue for review" not in [*section_titles(public), *(one.label for one in public.counts)]


def test_the_work_of_a_team_that_customers_see() -> None:
    (row,) = section(Uses, view(TeamPage, "team/desk"), "Frontstage work").rows
    assert (row.step.title, row.does and row.does.written, row.system) == ("Calls support", "Answers", "")


def test_the_backstage_work_of_a_team() -> None:
    use = section(Uses, view(TeamPage, "team/sales"), "Backstage work")
    (row,) = use.rows
    assert (row.step.title, row.does and row.does.written, row.system) == (
        "Calls support",
        "Opens a ticket",
        "Tickets",
    )
    assert use.shows_work
    assert facts(view(TeamPage, "team/sales").facts) == {"Department": ["North"]}
