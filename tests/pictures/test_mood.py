"""Mood diagrams: one whole score per step, and what becomes of all that does not fit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journeybook.model import Entity, Journey
from journeybook.pictures import Diagram, mood_diagram
from journeybook.words import Words
from tests.pictures.hostile import NASTY, PLACES, hostile_portal
from tests.pictures.portals import journey, persona, portal_of, stage, step

WORDS = Words()
PEOPLE = persona("ann", "Ann"), persona("bob", "Bob")


def mood(*entities: Entity, stage_id: str = "", words: Words = WORDS) -> Diagram | None:
    """The mood of the journey `claim`, or of one stage of it."""
    portal = portal_of(*entities)
    one = portal.get(Journey, "claim")
    return mood_diagram(portal, one, words, next((it for it in one.stages if it.id == stage_id), None))


def lines(diagram: Diagram | None) -> list[str]:
    """The sections and tasks of the diagram."""
    assert diagram
    return diagram.source.splitlines()[3:]


def test_a_journey_in_full() -> None:
    steps = step("rings", "Rings: *again*", 2), step("waits", score={"ann": 3.5, "bob": 1})
    one = journey(stage("ask", *steps, title="Ask"), stage("get", step("done", score=5)), personas=("ann", "bob"))
    diagram = mood(one, *PEOPLE)
    assert diagram
    assert diagram.source == (
        "journey\n"
        "accTitle: Mood#58; Claim\n"
        "accDescr: How 3 steps feel, from 1 (very bad) to 5 (very good). Lowest#58; “Rings#58; again”, 2. "
        "Highest#58; “Done”, 5. A face stands at the whole score next to the mean of all personas.\n"
        "section Ask\n"
        "Rings#58; again (2): 2 : Ann, Bob\n"
        "Waits (1–\u20603.5): 2 : Ann, Bob\n"
        "section Get\n"
        "Done (5): 5 : Ann, Bob\n"
    )
    assert diagram.title == "Mood: Claim"
    assert diagram.description.startswith(
        "How 3 steps feel, from 1 (very bad) to 5 (very good). Lowest: “Rings: again”"
    )
    assert diagram.links == ()


def test_halves_are_rounded_upwards_and_told() -> None:
    one = journey(stage("s", step("a", score=2.5), step("b", score=3.5), step("c", score=1.4)))
    assert lines(mood(one)) == ["section S", "A (2.5): 3", "B (3.5): 4", "C (1.4): 1"]


def test_only_personas_with_a_score_stand_at_a_step() -> None:
    one = journey(stage("s", step("a", score={"bob": 4})), personas=("ann", "bob"))
    assert lines(mood(one, *PEOPLE)) == ["section S", "A (4): 4 : Bob"]


def test_steps_without_a_score_are_left_out_and_counted() -> None:
    one = journey(stage("s", step("a", score=4), step("b")), stage("t", step("c")))
    diagram = mood(one)
    assert lines(diagram) == ["section S", "A (4): 4"]
    assert diagram
    assert diagram.description == (
        "How 1 step feels, from 1 (very bad) to 5 (very good). 2 steps without a score are left out."
    )


def test_one_stage() -> None:
    one = journey(
        stage("s", step("a", score=4)), stage("t", step("b", score=1), title="Wait"), stage("u", step("c"))
    )
    diagram = mood(one, stage_id="t")
    assert diagram
    assert diagram.title == "Mood: Wait"
    assert lines(diagram) == ["section Wait", "B (1): 1"]
    assert mood(one, stage_id="u") is None


def test_without_a_score_there_is_no_diagram() -> None:
    assert mood(journey(stage("s", step("a")))) is None
    assert mood(journey()) is None


def test_neighbours_of_one_name_stay_apart() -> None:
    one = journey(*(stage(name, step(f"in-{name}", "X", 3), title="Same") for name in "abc"))
    sections = [line for line in lines(mood(one)) if line.startswith("section")]
    assert sections == ["section Same", "section Same\u200b", "section Same"]


def test_personas_of_one_name_get_their_ids() -> None:
    one = journey(stage("s", step("a", score=3)), personas=("ann", "bob"))
    assert lines(mood(one, persona("ann", "Dr. X; 1"), persona("bob", "Dr. X, 1")))[1] == (
        "A (3): 3 : Dr. X 1 (ann), Dr. X 1 (bob)"
    )


def test_scores_are_written_as_the_language_does() -> None:
    assert lines(mood(journey(stage("s", step("a", score=2.5))), words=Words("de")))[1] == "A (2,5): 3"


def test_mentions_are_shown_by_their_titles() -> None:
    one = journey(stage("s", step("a", "Meets [[ann]] or [him][persona:bob]", 3)), personas=("ann",))
    assert lines(mood(one, *PEOPLE))[1] == "Meets Ann or him (3): 3 : Ann"


@given(
    st.tuples(
        *[st.one_of(st.text(min_size=1).filter(str.strip), st.sampled_from(NASTY).filter(str.strip))] * len(PLACES)
    )
)
def test_hostile_texts_change_nothing_but_texts(texts: tuple[str, ...]) -> None:
    portal = hostile_portal(*texts)
    diagram = mood_diagram(portal, portal.get(Journey, "claim"), WORDS)
    assert diagram == mood_diagram(portal, portal.get(Journey, "claim"), WORDS)
    assert diagram
    kinds = [
        line.partition(" ")[0] if line.startswith(("section ", "acc")) else "step"
        for line in diagram.source.splitlines()
    ]
    assert kinds == ["step", "accTitle:", "accDescr:", "section", "step", "step", "section", "step"]
    for line in diagram.source.splitlines()[4:6]:
        assert line.count(":") == 2
