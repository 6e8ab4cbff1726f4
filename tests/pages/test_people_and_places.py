"""The pages of personas, touchpoints, channels and teams."""

from journeybook.model import Stage, Step
from journeybook.model.addresses import Address
from journeybook.model.text import Image
from journeybook.pages.channel import ChannelPage
from journeybook.pages.persona import PersonaPage
from journeybook.pages.pieces import Asset
from journeybook.pages.sections.hand_offs import HandOffs
from journeybook.pages.sections.journeys import Journeys
from journeybook.pages.sections.link_groups import LinkGroup
from journeybook.pages.sections.lists import Lists
from journeybook.pages.sections.uses import Uses
from journeybook.pages.team import TeamPage
from journeybook.pages.touchpoint import TouchpointPage

from .portals import ANN, CALL, CLAIM, EVERYTHING, view, with_
from .shown import facts, scores, section, section_titles, titles


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
    assert page.quote
    assert page.photo
    assert (page.photo.source, page.photo.alt) == (Asset("images/ann.svg"), "A woman")
    found = {one.heading.title: [item.written for item in one.items] for one in section(Lists, page).lists}
    assert found == {"Goals": ["Sleep", "Sell"], "Frustrations": ["Forms"]}
    assert [one.title for one in page.headings[:2]] == ["Goals", "Frustrations"]


def test_a_photo_that_is_not_there_is_left_out() -> None:
    ann = with_(ANN, photo=Image(src="../images/lost.svg"))
    assert view(PersonaPage, "persona/ann", ann).photo is None


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
        "What we promise": ["Once"],
        "Measured by": ["Would recommend"],
        "Surveys": ["s"],
    }


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
        "Touchpoints it answers for", "Steps it answers for", "Takes over from", "Hands over to",
        "Frontstage work",
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
