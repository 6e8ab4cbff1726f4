"""Two journeys side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeybook.model import Journey, Stage, Step
from journeybook.pages.compare import ComparePage, ComparisonPage
from journeybook.pages.compare.pair import Changes
from journeybook.pages.journey import JourneyPage
from journeybook.pages.map.lanes.curve import CurveLane
from journeybook.pages.pieces import Link
from journeybook.pages.sections.table import Table

from .portals import ANN, view

if TYPE_CHECKING:
    from journeybook.pages.map import JourneyMap
    from journeybook.pages.sections.section import Section


def step(name: str, score: float | None = None) -> Step:
    return Step(id=name, title=name.capitalize(), score={"*": score} if score else {})


def stage(name: str, *steps: Step) -> Stage:
    return Stage(id=name, title=name.capitalize(), steps=steps)


NOW = Journey(
    id="now",
    title="Now",
    personas=("ann",),
    stages=(
        stage("ask", step("call", 2), step("wait", 1)),
        stage("pay", step("bill", 3)),
        stage("leave", step("go")),
    ),
)
NEXT = Journey(
    id="next",
    title="Next",
    personas=("ann",),
    state="future",
    improves="now",
    stages=(
        stage("ask", step("call", 4)),
        stage("trust", step("talk", 5), step("rest")),
        stage("leave", step("go")),
    ),
)


def comparison() -> ComparisonPage:
    return view(ComparisonPage, "compare/next", ANN, NOW, NEXT)


def shown(section: Section) -> list[tuple[str, ...]]:
    assert isinstance(section, Table)
    return [
        tuple(
            " ".join(
                [
                    *(one.title if isinstance(one, Link) else str(one) for one in cell.values),
                    *(one.score.shown for one in cell.scores),
                ]
            )
            for cell in row.cells
        )
        for row in section.rows
    ]


def columns(drawn: JourneyMap | None) -> list[str]:
    assert drawn
    return [one.id if one else "" for one in drawn.steps]


def test_equal_stages_and_steps_stand_one_above_the_other() -> None:
    now, then = comparison().sides
    assert now.map
    assert then.map
    assert columns(now.map) == ["call", "wait", "bill", "", "go"]
    assert columns(then.map) == ["call", "", "talk", "rest", "go"]
    assert [(one.id, one.columns) for one in now.map.stages] == [("ask", 2), ("pay", 2), ("leave", 1)]
    assert [(one.id, one.columns) for one in then.map.stages] == [("ask", 2), ("trust", 2), ("leave", 1)]


def test_a_stage_that_only_one_has_leaves_room_in_the_other() -> None:
    fewer = Journey(id="next", title="Next", state="future", improves="now", stages=(NOW.stages[0], NOW.stages[2]))
    _, then = view(ComparisonPage, "compare/next", ANN, NOW, fewer).sides
    assert then.map
    assert [(one.id, one.columns) for one in then.map.stages] == [("ask", 2), ("", 1), ("leave", 1)]


def test_the_curve_runs_on_over_room_left_free() -> None:
    _, then = comparison().sides
    assert then.map
    curve = next(lane for lane in then.map.lanes if isinstance(lane, CurveLane))
    strokes = [[one.path for one in cell.drawing.strokes if not one.is_today] for cell in curve.cells]
    assert [bool(paths) for paths in strokes] == [True, True, True, False, False]
    assert [len(cell.points) for cell in curve.cells] == [1, 0, 1, 0, 0]


def test_what_changes_is_said_in_words() -> None:
    page = comparison()
    assert page.head.plain_summary == "On the whole it gets better by 2.5: from 2 to 4.5 of 5."
    (steps,) = page.sections
    changes = page.opening[0]
    assert isinstance(changes, Changes)
    assert [
        (one.link.title, one.now and one.now.score.shown, one.then and one.then.score.shown, one.change.said)
        for one in changes.stages
    ] == [
        ("Ask", "1.5", "4", "better by 2.5"),
        ("Pay", "3", None, "no longer there"),
        ("Trust", None, "5", "new"),
        ("Leave", None, None, ""),
    ]
    assert shown(steps) == [
        ("Call", "2", "4", "better by 2"),
        ("Wait", "1", "", "no longer there"),
        ("Talk", "", "5", "new"),
        ("Bill", "3", "", "no longer there"),
        ("Rest", "", "", "new"),
        ("Go", "", "", ""),
    ]


def test_a_step_that_moved_to_another_stage_is_still_the_same() -> None:
    moved = Journey(
        id="next", title="Next", state="future", improves="now",
        stages=(stage("pay", step("bill", 3)), stage("ask", step("call", 1.9), step("wait", 1))),
    )  # fmt: skip
    page = view(ComparisonPage, "compare/next", ANN, NOW, moved)
    assert shown(page.sections[0]) == [
        ("Bill", "3", "3", "as good"),
        ("Call", "2", "1.9", "worse by 0.1"),
        ("Wait", "1", "1", "as good"),
        ("Go", "", "", "no longer there"),
    ]


def test_any_two_journeys_can_be_chosen_and_ready_pairs_are_listed() -> None:
    page = view(ComparePage, "compare/index", ANN, NOW, NEXT)
    assert [(one.id, one.pair.current_id if one.pair else "") for one in page.choices] == [
        ("next", "now"),
        ("now", ""),
    ]
    assert shown(page.sections[0]) == [("Next", "Now")]


def test_the_pages_of_both_lead_to_where_they_stand_together() -> None:
    now, then = (view(JourneyPage, f"journey/{one}", ANN, NOW, NEXT) for one in ("now", "next"))
    assert [(one.title, one.to.path) for one in now.comparisons] == [("Compare with Next", "compare/next")]
    assert [one.title for one in then.comparisons] == ["Compare with the current journey"]
    alone = view(JourneyPage, "journey/now", ANN, NOW)
    assert (alone.comparisons, alone.compare_any) == ((), None)
