"""The experience curve on pages: whose lines, what is marked, and what a future journey gains."""

from __future__ import annotations

from typing import Any

from journeybook.model import Entity, Journey, Pain, Persona, Stage, Step
from journeybook.pages.curve import CurveCell, CurveFigure, life_of
from journeybook.pages.journey import JourneyPage
from journeybook.pages.map.lanes.curve import CurveLane
from journeybook.pages.persona import PersonaPage
from journeybook.pages.sections.journey_map import MapSection
from journeybook.pages.sections.persona_curve import PersonaCurve
from tests.pages.portals import ANN, BOB, portal_of, view
from tests.pages.shown import titles


def step(name: str, score: float | dict[str, float] | None = None, **keys: Any) -> Step:
    scores = {"*": score} if isinstance(score, int | float) else score or {}
    return Step(id=name, title=name.upper(), score=scores, **keys)


def journey(name: str, *stages: tuple[Step, ...], personas: tuple[str, ...] = ("ann",), **keys: Any) -> Journey:
    made = tuple(Stage(id=f"s{n}", title=f"Stage {n}", steps=steps) for n, steps in enumerate(stages, 1))
    return Journey(id=name, title=name.capitalize(), personas=personas, stages=made, **keys)


def lane(*entities: Entity, of: str = "now") -> CurveLane | None:
    """The curve in the map of the journey `of`; None where it is left out."""
    (section,) = view(JourneyPage, f"journey/{of}", *entities).opening
    assert isinstance(section, MapSection)
    return next((one for one in section.map.lanes if isinstance(one, CurveLane)), None)


def cells(*entities: Entity, of: str = "now") -> tuple[CurveCell, ...]:
    found = lane(*entities, of=of)
    assert found
    return found.cells


def said(cell: CurveCell) -> list[str]:
    """What the points of a cell say."""
    return [f"{one.letter}{one.score.shown}{one.change}, {one.said}" for one in cell.points]


def test_one_persona_is_a_line_with_faces_and_a_gap_stays_a_gap() -> None:
    now = journey("now", (step("a", 2), step("b", 4)), (step("c"), step("d", 3.5)))
    found = cells(now, ANN)
    assert [said(cell) for cell in found] == [["2, bad"], ["4, good"], [], ["3.5, good"]]
    assert [len(cell.drawing.strokes) for cell in found] == [1, 1, 0, 0]
    assert {area.kind for cell in found for area in cell.drawing.areas} == {"good", "bad"}
    assert [[tick.score.shown for tick in cell.ticks] for cell in found] == [["3"], [], [], []]


def test_without_scores_there_is_no_curve_and_one_score_is_a_point() -> None:
    assert lane(journey("now", (step("a"), step("b"))), ANN) is None
    first, second = cells(journey("now", (step("a", 1), step("b"))), ANN)
    assert said(first) == ["1, very bad"]
    assert not first.drawing.strokes
    assert not first.ticks
    assert not second.points


def test_several_personas_differ_in_letter_and_style_and_equal_scores_stand_beside_each_other() -> None:
    now = journey("now", (step("a", {"ann": 2, "bob": 2}), step("b", {"bob": 5})), personas=("bob", "ann"))
    first, second = cells(now, ANN, BOB)
    assert said(first) == ["A2, bad; Bob", "B2, bad; Ann"]
    assert [(one.style, one.aside) for one in first.points] == [(1, -0.5), (2, 0.5)]
    assert said(second) == ["A5, very good; Bob"]
    shown = lane(now, ANN, BOB)
    assert shown
    assert [(one.letter, one.who.title) for one in shown.legend.lines] == [("A", "Bob"), ("B", "Ann")]


def test_more_than_six_personas_repeat_styles_under_other_letters() -> None:
    people = [Persona(id=f"p{n}", title=f"P{n}") for n in range(8)]
    now = journey("now", (step("a", 3), step("b", 4)), personas=tuple(one.id for one in people))
    points = cells(now, *people)[0].points
    assert [f"{one.letter}{one.style}" for one in points] == ["A1", "B2", "C3", "D4", "E5", "F6", "G1", "H2"]
    assert sum(not one.is_bare for one in points) == 1, "numbers of the rest would cover each other"
    assert len({one.aside for one in points}) == 8


def test_moments_of_truth_and_the_worst_pains_are_marked_and_linked() -> None:
    hurts = [Pain(id=f"p{n}", title=f"P{n}", severity=severity) for n, severity in enumerate((1, 2, 3, 3, 5), 1)]
    now = journey(
        "now",
        (step("a", 2, moment_of_truth="It counts", pains=(hurts[0], hurts[4])), step("b", 3, pains=(hurts[1],))),
        (step("c", 3, pains=(hurts[2], hurts[3])),),
    )
    marks = [[mark for point in cell.points for mark in point.marks] for cell in cells(now, ANN)]
    assert [[one.title for one in some] for some in marks] == [
        ["Moment of truth", "Pain: P5"],
        [],
        ["Pain: P3", "Pain: P4"],
    ]
    assert (marks[0][0].to.anchor, marks[0][1].to.path) == ("a", "pains/now/p5")


NOW = journey("now", (step("a", 2, aliases=("old-a",)), step("b", 4)), (step("c", 1), step("d", 3)))


def test_a_future_step_is_held_against_its_like_then_against_its_stage_then_against_nothing() -> None:
    then = journey(
        "then",
        (step("old-a", 4), step("b", 3)),
        (step("new", 5), step("later")),
        (step("more", 5),),
        state="future",
        improves="now",
    )
    found = cells(NOW, then, ANN, of="then")
    assert [said(cell) for cell in found] == [
        ["4+2, good; today 2"],
        ["3−1, neutral; today 4"],
        ["5+3, very good; today 2"],
        [],
        ["5, very good"],
    ]
    kinds = [{area.kind for area in cell.drawing.areas} for cell in found]
    assert kinds == [{"gain"}, {"gain", "loss"}, {"gain"}, set(), set()]
    assert all(bool(area.hatching) is (area.kind == "loss") for cell in found for area in cell.drawing.areas[:1])
    shown, current = lane(NOW, then, ANN, of="then"), lane(NOW, then, ANN)
    assert shown
    assert current
    assert shown.legend.today
    assert shown.legend.today.title == "Now"
    assert titles(current.legend.futures) == ["Then"]


def test_a_future_of_another_persona_claims_no_gain() -> None:
    then = journey("then", (step("a", 4), step("b", 5)), personas=("bob",), state="future", improves="now")
    found = lane(NOW, then, ANN, BOB, of="then")
    assert found
    assert found.legend.today is None
    assert said(found.cells[0]) == ["4, good"]


WORK = journey("work", (step("w", 3),), scope="employee")
USE = journey("use", (step("u", 2),), (step("v", 4),), scope="experience")
BUY = journey("buy", (step("x", 5),), scope="buying")
LATE = journey("late", (step("y", 5),), scope="buying", part_of="use/s2")
EARLY = journey("early", (step("z"),), scope="experience", part_of="use/s1")
NEXT = journey("next", (step("n", 5),), state="future", improves="use")


def test_life_order() -> None:
    portal = portal_of(WORK, USE, LATE, EARLY, NEXT, BUY, ANN)
    assert [one.id for one in life_of(portal, "ann")] == ["buy", "use", "early", "late", "work"]


def test_journeys_that_are_parts_of_each_other_are_lived_once() -> None:
    one, other = journey("one", (step("a"),), part_of="other"), journey("other", (step("b"),), part_of="one")
    assert sorted(found.id for found in life_of(portal_of(one, other, ANN), "ann")) == ["one", "other"]


def figure(*entities: Entity) -> CurveFigure:
    found = [one for one in view(PersonaPage, "persona/ann", *entities).sections if isinstance(one, PersonaCurve)]
    assert found
    return found[0].curve


def test_a_personas_curve_has_a_band_for_each_journey_and_is_broken_between_them() -> None:
    curve = figure(WORK, USE, LATE, EARLY, NEXT, BUY, ANN)
    assert [(band.link.title, band.columns) for band in curve.bands] == [
        ("Buy", 1), ("Use", 2), ("Late", 1), ("Work", 1),
    ]  # fmt: skip
    assert [column.begins for column in curve.columns] == [True, True, False, True, True]
    assert [stroke.path.count("M") for stroke in curve.drawing.strokes] == [1], "one line, within the journey"
    assert [line.scores[0].score.shown for line in curve.lines] == ["5", "2", "4", "5", "3"]
    assert curve.description == (
        "How 5 steps feel, from 1 (very bad) to 5 (very good). Lowest: “U”, 2. Highest: “X”, 5."
    )


def test_a_personas_curve_is_her_own() -> None:
    both = journey("both", (step("a", {"ann": 2, "bob": 5}), step("b", {"bob": 4})), personas=("ann", "bob"))
    curve = figure(both, ANN, BOB)
    assert [[point.score.shown for point in column.points] for column in curve.columns] == [["2"], []]
    assert not curve.legend.lines
    assert curve.description.startswith("How 1 step feels")
