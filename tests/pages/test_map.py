"""The map of a journey: its heads, every lane, and which lanes it shows in which order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

import pytest

from journeybook.model import Channel, Entity, Evidence, Gain, Journey, Pain, Stage, Step, Team, Work
from journeybook.model.lanes import LaneName
from journeybook.model.portal_options import Comments
from journeybook.model.text import Image
from journeybook.pages.map import JourneyMap, map_of
from journeybook.pages.map.lanes.blueprint import SystemLane, WorkLane
from journeybook.pages.map.lanes.contact import ChannelLane
from journeybook.pages.map.lanes.customer import StoryboardLane, ThinksLane
from journeybook.pages.map.lanes.judged import PainLane
from journeybook.pages.map.lanes.lane import Lane, LinkLane, TextLane
from journeybook.pages.map.lanes.own import OwnLane
from journeybook.pages.map.lanes.proof import EvidenceLane, MetricLane
from journeybook.pages.map.lanes.teams import TeamLane
from journeybook.pages.page_maker import PageMaker

from .portals import CLAIM, EVERYTHING, GITHUB, STEPS, context_of, page_of, with_
from .shown import scores, titles

_L = TypeVar("_L", bound=Lane)


def drawn(journey: Journey = CLAIM, *more: Entity, stage: Stage | None = None, **options: Any) -> JourneyMap:
    """The map of `journey` among everything, or of one `stage` of it."""
    others = [one for one in EVERYTHING if not (isinstance(one, Journey) and one.id == journey.id)]
    context = context_of(journey, *others, *more, **options)
    found = map_of(PageMaker(context, page_of(f"journey/{journey.id}", context)), journey, stage)
    assert found
    return found


def of_steps(*steps: Step, **keys: Any) -> Journey:
    """The claim with these steps in one stage."""
    return with_(CLAIM, stages=(Stage(id="s", title="S", steps=steps),), **keys)


def lane(kind: type[_L], made: JourneyMap, name: str) -> _L:
    found = next(one for one in made.lanes if one.name == name)
    assert isinstance(found, kind)
    return found


def shown(made: JourneyMap) -> list[str]:
    return [one.name for one in made.lanes if one.is_shown]


def hidden(made: JourneyMap) -> list[str]:
    return [one.name for one in made.lanes if not one.is_shown]


# -- heads -------------------------------------------------------------------------------------------------


def test_stages_stand_above_their_columns_with_goal_and_mean_scores() -> None:
    tell, wait = drawn().stages
    assert (tell.link.title, tell.columns, tell.goal and tell.goal.written) == ("Tell", 2, "Be heard")
    assert scores(tell.moods) == ["Ann 3 neutral", "Bob 3.8 good"]
    assert (wait.columns, wait.goal, wait.moods) == (1, None, ())


def test_a_step_says_what_a_lens_looks_at() -> None:
    calls, offers, _ = drawn().steps
    assert calls
    assert (calls.id, calls.number, calls.link.to.anchor) == ("calls", 1, "calls")
    assert (calls.personas, calls.channels, calls.team) == (("ann", "bob"), ("phone",), "desk")
    assert calls.marks == ("pains", "moments-of-truth")
    assert offers
    assert offers.marks == ("unproven",)


def test_what_lacks_evidence_is_not_marked_for_the_public() -> None:
    made = drawn(audience="public")
    assert not any("unproven" in step.marks for step in made.steps if step)
    assert not made.tells_of_gaps
    assert [cell.assumption for cell in lane(EvidenceLane, made, "evidence").cells if cell] == [""]


def test_a_stage_without_steps_keeps_a_column() -> None:
    made = drawn(with_(CLAIM, stages=(CLAIM.stages[0], Stage(id="void", title="Void"))))
    assert [one.columns for one in made.stages] == [2, 1]
    assert made.steps[-1] is None
    assert lane(TextLane, made, "does").cells[-1] == ()


@pytest.mark.parametrize(
    "comments",
    [
        GITHUB,
        Comments(tracker="gitlab", repository="https://gitlab.com/o/r"),
        Comments(tracker="mailto", address="a@example.com"),
        Comments(tracker="template", template="https://t.example/?t={title}&b={body}&p={page}&l={labels}"),
    ],
    ids=lambda one: one.tracker,
)
def test_a_comment_link_of_a_map_carries_title_and_key_only(comments: Comments) -> None:
    step = drawn(comments=comments).steps[0]
    assert step
    assert step.comment
    assert "step%2Fclaim%2Fcalls" in step.comment
    assert "Calls%20support" in step.comment
    assert not any(one in step.comment for one in ("example.org", "journeys", "Report", "About", "label"))


def test_without_a_tracker_a_map_has_no_comment_links() -> None:
    assert [step.comment for step in drawn().steps if step] == [None] * 3


# -- lanes -------------------------------------------------------------------------------------------------


def test_every_lane_has_a_cell_for_each_column() -> None:
    lanes: list[Any] = [one for one in drawn().lanes if one.name != "curve"]
    assert [one.name for one in lanes if len(one.cells) != 3] == []


def test_what_the_customer_does_thinks_says_and_feels() -> None:
    made = drawn()
    assert [one.written for one in lane(TextLane, made, "does").cells[0]] == ["Rings the number"]
    (words, *rest) = lane(ThinksLane, made, "thinks").cells
    assert words
    assert words.thinks
    assert words.quote
    assert (words.thinks.written, words.quote.written) == ("Will they know me?", "I only wanted to know")
    assert rest == [None, None]
    assert [one.written for one in lane(TextLane, made, "feels").cells[0]] == ["worried"]


def test_pictures_of_the_scenes() -> None:
    made = drawn(
        of_steps(replace(STEPS[0], image=Image(src="https://example.com/a.png", alt="A phone")), STEPS[2])
    )
    picture, nothing = lane(StoryboardLane, made, "storyboard").cells
    assert picture
    assert (picture.alt, nothing) == ("A phone", None)


def test_moments_of_truth_and_gains() -> None:
    made = drawn()
    (reason,) = lane(TextLane, made, "moments-of-truth").cells[0]
    (gain,) = lane(TextLane, made, "gains").cells[0]
    assert (reason.written, gain.written) == ("Decides whether she stays", "A voice")


def test_pains_stand_the_worst_first_with_their_severity() -> None:
    pains = (Pain(id="a", title="A"), Pain(id="b", title="B", severity=2), Pain(id="c", title="C", severity=5))
    (cell,) = lane(PainLane, drawn(of_steps(Step(id="x", title="X", pains=pains))), "pains").cells
    assert [(one.link.title, one.severity, one.note) for one in cell] == [
        ("C", 5, "Severity 5 of 5"), ("B", 2, "Severity 2 of 5"), ("A", 0, ""),
    ]  # fmt: skip
    assert cell[0].link.to.path == "pains/claim/c"


def test_opportunities_that_take_up_the_pains_each_once() -> None:
    pains = tuple(Pain(id=one, title=one, opportunity="once") for one in "ab")
    made = drawn(of_steps(Step(id="x", title="X", pains=pains)))
    assert titles(lane(LinkLane, made, "opportunities").cells[0]) == ["How might we ask once?"]


def test_touchpoints_and_channels_with_their_kind() -> None:
    made = drawn()
    assert titles(lane(LinkLane, made, "touchpoints").cells[0]) == ["Support call"]
    (channel,) = lane(ChannelLane, made, "channels").cells[0]
    assert (channel.link.title, channel.kind, channel.kind_word) == ("Phone", "human", "Human")


def test_a_channel_without_a_kind_has_no_sign() -> None:
    made = drawn(of_steps(Step(id="x", title="X", channel="fax")), Channel(id="fax", title="Fax"))
    (channel,) = lane(ChannelLane, made, "channels").cells[0]
    assert (channel.kind, channel.kind_word) == ("", "")


def test_work_on_both_sides_of_the_line_of_visibility_and_its_systems() -> None:
    made = drawn()
    (front,) = lane(WorkLane, made, "frontstage").cells[0]
    (back,) = lane(WorkLane, made, "backstage").cells[0]
    assert (front.does.written, front.team and front.team.title) == ("Answers", "Order desk")
    assert (back.does.written, back.team and back.team.title, back.system) == (
        "Opens a ticket",
        "Sales",
        "Tickets",
    )
    assert lane(SystemLane, made, "systems").cells == (("Tickets",), (), ())


def test_a_band_runs_over_the_steps_of_one_team_in_a_row() -> None:
    steps = [
        Step(id=one, title=one, team=team)
        for one, team in zip("abcd", ["desk", "desk", "sales", "desk"], strict=True)
    ]
    cells = lane(TeamLane, drawn(of_steps(*steps)), "teams").cells
    assert [(one.letters, one.begins, one.ends) for one in cells if one] == [
        ("OD", True, False), ("OD", False, True), ("S", True, True), ("OD", True, True),
    ]  # fmt: skip
    assert [[(hand.giver.title, hand.taker.title) for hand in one.hand_offs] for one in cells if one] == [
        [], [], [("Order desk", "Sales")], [("Sales", "Order desk")],
    ]  # fmt: skip


def test_a_hand_off_is_marked_beyond_steps_without_a_team() -> None:
    steps = (Step(id="a", title="A", team="desk"), Step(id="b", title="B"), Step(id="c", title="C", team="sales"))
    first, between, last = lane(TeamLane, drawn(of_steps(*steps)), "teams").cells
    assert first
    assert (first.ends, between) == (True, None)
    assert last
    assert [(one.giver.title, one.taker.title) for one in last.hand_offs] == [("Order desk", "Sales")]


def test_a_hand_off_out_of_a_stage_is_marked_where_it_begins() -> None:
    steps = (Step(id="a", title="A", team="desk"), Step(id="b", title="B", team="sales"))
    first, second = (Stage(id=f"in-{one.id}", title="S", steps=(one,)) for one in steps)
    (cell,) = lane(TeamLane, drawn(with_(CLAIM, stages=(first, second)), stage=first), "teams").cells
    assert cell
    assert [one.taker.title for one in cell.hand_offs] == ["Sales"]


def test_teams_with_the_same_initials_have_signs_of_their_own() -> None:
    names = ("Sales", "Support", "Safety", "Savings")
    teams = [Team(id=f"t{number}", title=name) for number, name in enumerate(names)]
    steps = [Step(id=f"s{number}", title="S", team=f"t{number}") for number in range(4)]
    cells = lane(TeamLane, drawn(of_steps(*steps), *teams), "teams").cells
    assert [one.letters for one in cells if one] == ["S", "Su", "Sa", "S2"]


def test_metrics_with_their_figures() -> None:
    (metric,) = lane(MetricLane, drawn(), "metrics").cells[0]
    assert (metric.link.title, metric.value) == ("Would recommend", "18")


def test_evidence_says_who_speaks_the_strongest_voice_first() -> None:
    inside = Evidence(id="inside", title="Workshop", voice="insider")
    gain = Gain(title="Quick", evidence=("talks",))
    step = Step(id="x", title="X", feels="well", gains=(gain,), evidence=("inside", "talks"))
    (cell,) = lane(EvidenceLane, drawn(of_steps(step), inside), "evidence").cells
    assert cell
    assert [(one.link.title, one.voice_word, one.n) for one in cell.proofs] == [
        ("Talks", "Customer", "n = 9"), ("Workshop", "Insider", ""),
    ]  # fmt: skip
    assert cell.assumption == ""


def test_a_claim_without_evidence_is_called_an_assumption() -> None:
    (cell,) = lane(EvidenceLane, drawn(of_steps(Step(id="x", title="X", feels="well"))), "evidence").cells
    assert cell
    assert (cell.proofs, cell.assumption) == ((), "Assumption")


def test_own_keys_are_lanes_under_their_names() -> None:
    made = lane(OwnLane, drawn(), "x-cost-per-call")
    assert (made.label, made.cells[0] and made.cells[0].value, made.cells[1:]) == (
        "Cost per call", "€6", (None, None),
    )  # fmt: skip


# -- which lanes, in which order ---------------------------------------------------------------------------


def test_without_a_choice_all_that_say_something_are_shown_in_the_models_order() -> None:
    made = drawn()
    assert shown(made) == [
        *(name for name in LaneName if name not in {LaneName.STORYBOARD}), "x-cost-per-call",
    ]  # fmt: skip
    assert hidden(made) == []


def test_a_line_stands_only_where_something_stands_below_it() -> None:
    work = (Work(does="Files"),)
    assert {"line-of-interaction", "line-of-visibility"}.isdisjoint(shown(drawn(of_steps(STEPS[2]))))
    made = drawn(of_steps(Step(id="x", title="X", backstage=work)))
    assert shown(made) == ["line-of-visibility", "backstage"]
    made = drawn(of_steps(Step(id="x", title="X", frontstage=work)))
    assert shown(made) == ["line-of-interaction", "frontstage"]
    made = drawn(with_(CLAIM, lanes=("does", "line-of-interaction")))
    assert shown(made) == ["does"]
    assert "line-of-interaction" in hidden(made)


def test_a_journey_chooses_lanes_and_their_order() -> None:
    made = drawn(with_(CLAIM, lanes=("pains", "x-cost-per-call", "storyboard", "does")))
    assert shown(made) == ["pains", "x-cost-per-call", "does"]
    assert set(hidden(made)) == {*LaneName} - {"pains", "storyboard", "does"}


def test_a_journeys_choice_wins_over_the_portals() -> None:
    assert shown(drawn(lanes=("feels", "does"))) == ["feels", "does"]
    assert shown(drawn(with_(CLAIM, lanes=("teams",)), lanes=("feels", "does"))) == ["teams"]
