"""The pages of a journey and of a stage."""

from collections.abc import Iterable

from journeybook.model import Next, Stage, Step
from journeybook.model.addresses import Address
from journeybook.model.keys import SpotKey
from journeybook.pages.journey import JourneyPage
from journeybook.pages.people import Person
from journeybook.pages.sections.diagrams import FlowPicture
from journeybook.pages.sections.hand_offs import HandOffs
from journeybook.pages.sections.link_groups import LinkGroup
from journeybook.pages.sections.stage_list import StageList
from journeybook.pages.sections.stage_steps import StageSteps
from journeybook.pages.stage import StagePage
from journeybook.pages.step import PromiseView, StepView
from journeybook.pages.view_of import view_of
from journeybook.portal import Way

from .portals import (
    ANN,
    BETTER,
    CALL,
    CLAIM,
    DESK,
    EVERYTHING,
    GITHUB,
    SALES,
    STEPS,
    context_of,
    edit,
    page_of,
    view,
    with_,
)
from .shown import facts, scores, section, section_titles


def felt(people: Iterable[Person]) -> list[str]:
    return [f"{one.who.title} {one.score.shown} {one.score.word}" for one in people if one.who and one.score]


def steps(**options: object) -> dict[str, StepView]:
    page = view(JourneyPage, "journey/claim", **options)
    stages = [one for one in page.sections if isinstance(one, StageSteps)]
    return {step.id: step for stage in stages for step in stage.steps}


def test_the_facts_of_a_journey() -> None:
    assert facts(view(JourneyPage, "journey/claim").facts) == {
        "Who lives through it": ["Ann", "Bob"],
        "Scope": ["Experience"],
        "State": ["Current"],
        "Goal": ["Be paid"],
        "What we promise": ["One call is enough"],
    }


def test_a_future_journey_names_what_it_improves_and_is_part_of() -> None:
    found = facts(view(JourneyPage, "journey/better").facts)
    assert found["State"] == ["Future"]
    assert found["Improves"] == ["Report a claim"]
    assert found["Part of"] == ["Tell, in Report a claim"]


def test_a_current_journey_names_the_future_that_improves_it() -> None:
    group = section(LinkGroup, view(JourneyPage, "journey/claim"), "The future that improves it")
    assert [(row.link.title, row.note) for row in group.rows] == [("Report a claim, better", "Future")]


def test_means_per_persona_say_what_they_rest_on() -> None:
    people = view(JourneyPage, "journey/claim").people
    assert felt(people) == ["Ann 3 neutral", "Bob 3.8 good"]
    assert [one.basis for one in people] == ["2 of 3 steps scored"] * 2
    assert [one.portrait and one.portrait.initials for one in people] == ["A", "B"]


def test_who_scored_nothing_lives_through_it_all_the_same() -> None:
    claim = with_(CLAIM, personas=("ann",), stages=(Stage(id="s", title="S", steps=(Step(id="x", title="X"),)),))
    (ann,) = view(JourneyPage, "journey/claim", ANN, claim).people
    assert (ann.who and ann.who.title, ann.score, ann.basis) == ("Ann", None, "")


def test_what_a_journey_is_for_stands_in_its_head_and_the_rest_beside_its_story() -> None:
    page = view(JourneyPage, "journey/claim")
    assert facts(page.essence) == {"Goal": ["Be paid"], "What we promise": ["One call is enough"]}
    assert facts(page.rest) == {"Scope": ["Experience"], "State": ["Current"]}


def test_a_journey_in_figures() -> None:
    counts = view(JourneyPage, "journey/claim").counts
    assert [(one.number, one.label) for one in counts] == [
        ("2", "Stages"), ("3", "Steps"), ("1", "Touchpoints"), ("1", "Moments of truth"), ("1", "Pains"),
        ("3", "Hand-offs"),
    ]  # fmt: skip
    assert {one.to.anchor for one in counts if one.to} <= {
        heading.id for heading in view(JourneyPage, "journey/claim").headings
    }


def test_the_sections_of_a_journey_in_order() -> None:
    assert section_titles(view(JourneyPage, "journey/claim")) == [
        "Stages", "The ways through", "Tell", "Wait", "Hand-offs", "The future that improves it",
    ]  # fmt: skip


def test_a_journey_without_steps_shows_no_pictures_of_them() -> None:
    assert section_titles(view(JourneyPage, "journey/better")) == []


def test_headings_lead_to_stages_and_steps() -> None:
    headings = view(JourneyPage, "journey/claim").headings
    assert [(one.level, one.id) for one in headings if one.id[0] != "_"] == [
        (2, "stage_tell"), (3, "calls"), (3, "offers"), (2, "stage_wait"), (3, "waits"),
    ]  # fmt: skip


def test_the_stages_are_the_way_about_a_long_page() -> None:
    rows = section(StageList, view(JourneyPage, "journey/claim")).rows
    assert [row.link.title for row in rows] == ["Tell", "Wait"]
    assert [row.below for row in rows] == [Address("journeys/claim", f"stage_{one}") for one in ("tell", "wait")]
    assert scores(rows[0].moods) == ["Ann 3 neutral", "Bob 3.8 good"]
    assert rows[1].moods == ()


def test_a_stage_leads_to_its_own_page() -> None:
    stage = section(StageSteps, view(JourneyPage, "journey/claim"), "Wait")
    assert stage.link
    assert stage.link.to == Address("journeys/claim/wait")
    assert stage.position == "Stage 2 of 2"
    assert stage.former == ("stage_idle",)


def test_a_step_in_full() -> None:
    step = steps(comments=GITHUB)["calls"]
    assert (step.number, step.id, step.plain_title) == (1, "calls", "Calls support")
    assert [text.written for text in (step.does, step.thinks, step.feels, step.quote) if text] == [
        "Rings the number", "Will they know me?", "worried", "I only wanted to know",
    ]  # fmt: skip
    assert scores(step.scores) == ["Ann 2 bad", "Bob 3.5 good"]
    assert facts(step.facts) == {
        "Touchpoint": ["Support call"],
        "Channel": ["Phone"],
        "Team": ["Order desk"],
        "Takes": ["18 minutes"],
        "Waits": ["2 hours"],
        "Measured by": ["Would recommend"],
    }
    assert step.moment_of_truth
    assert step.promise
    assert step.former == ("rings",)
    assert [proof.link.title for proof in step.proofs] == ["Talks"]
    assert [(one.label, one.value) for one in step.extras] == [("cost per call", "€6")]
    assert step.edit == edit("content/journeys/claim.yml", 12)
    assert step.comment
    assert "step%2Fclaim%2Fcalls" in step.comment.write


def test_a_step_says_what_becomes_of_the_promise() -> None:
    promise = steps()["calls"].promise
    assert promise
    assert promise.promise
    assert (promise.kept, promise.said, promise.promise.written) == (False, "Promise broken", "One call is enough")
    assert steps()["offers"].promise is None


def test_a_kept_promise_is_marked_where_the_journey_names_none() -> None:
    stage = Stage(id="s", title="S", steps=(Step(id="kept", title="Kept", promise="kept"),))
    page = view(JourneyPage, "journey/claim", with_(CLAIM, promise=None, stages=(stage,)))
    (step,) = section(StageSteps, page, "S").steps
    assert step.promise == PromiseView(kept=True, said="Promise kept", promise=None)


def test_what_stands_behind_a_step() -> None:
    step = steps()["calls"]
    (work,) = step.backstage
    assert (work.does.written, work.team and work.team.title, work.system) == (
        "Opens a ticket",
        "Sales",
        "Tickets",
    )
    (seen,) = step.frontstage
    assert (seen.does.written, seen.team and seen.team.title, seen.system) == ("Answers", "Order desk", "")
    (gain,) = step.gains
    assert (gain.title.written, [proof.link.title for proof in gain.proofs]) == ("A voice", ["Talks"])


def test_a_pain_at_its_step() -> None:
    (pain,) = steps(comments=GITHUB)["calls"].pains
    assert (pain.anchor, pain.plain_title, pain.note) == (
        "pain_twice",
        "Told twice",
        "Severity 4 of 5 · reaches 60%",
    )
    assert pain.opportunity
    assert pain.opportunity.to == Address("opportunities/once")
    assert [proof.link.title for proof in pain.proofs] == ["Talks"]
    assert pain.comment
    assert "pain%2Fclaim%2Ftwice" in pain.comment.write


def test_ways_on_where_they_leave_the_written_order() -> None:
    found = steps()
    assert found["calls"].ways == ()
    assert [(one.way, one.step.title, one.when and one.when.written) for one in found["offers"].ways] == [
        (Way.LOOP, "Calls support", "it is unclear"),
        (Way.BRANCH, "Waits", None),
    ]
    assert (found["offers"].ends, found["waits"].ends) == (False, True)


def test_hand_offs_after_a_step() -> None:
    (row,) = steps()["calls"].hand_offs
    assert (row.giver.title, row.taker.title) == ("Order desk", "Sales")


def test_what_a_step_asks_for_and_what_it_passes_on() -> None:
    found = facts(steps()["offers"].facts)
    assert found["Is asked for"] == ["order number", "address"]
    assert found["Passed on"] == ["The offer with its number, by mail"]


def test_the_flow_in_words() -> None:
    lines = section(FlowPicture, view(JourneyPage, "journey/claim")).lines
    assert [(line.number, line.step.title, [way.step.title for way in line.ways]) for line in lines] == [
        (1, "Calls support", ["Gets an offer"]),
        (2, "Gets an offer", ["Calls support", "Waits"]),
        (3, "Waits", []),
    ]
    assert [[(giver.title, taker.title) for giver, taker in line.hand_offs] for line in lines] == [
        [("Order desk", "Sales")],
        [("Sales", "Order desk")],
        [],
    ]
    assert [line.is_end for line in lines] == [False, False, True]
    assert not any(line.is_unreached for line in lines)


def test_the_flow_says_what_no_way_leads_to() -> None:
    lost = (Step(id="a", title="A", next=()), Step(id="b", title="B"))
    claim = with_(CLAIM, stages=(Stage(id="s", title="S", steps=lost),))
    lines = section(FlowPicture, view(JourneyPage, "journey/claim", claim)).lines
    assert [line.is_unreached for line in lines] == [False, True]


def test_a_way_into_another_journey_names_it() -> None:
    away = with_(
        BETTER,
        stages=(Stage(id="s", title="S", steps=(Step(id="x", title="X", next=(Next(step="claim/waits"),)),)),),
    )
    page = view(JourneyPage, "journey/better", ANN, away, CLAIM)
    (way,) = section(StageSteps, page).steps[0].ways
    assert (way.way, way.step.to, way.journey and way.journey.title) == (
        Way.AWAY, Address("journeys/claim", "waits"), "Report a claim",
    )  # fmt: skip
    waits = section(StageSteps, view(JourneyPage, "journey/claim", ANN, away, CLAIM), "Wait").steps[0]
    assert facts(waits.facts)["Steps that lead here"] == ["X"]


def test_steps_say_where_they_are_mentioned() -> None:
    call = with_(CALL, narrative="See [it][step:claim/waits] and [[pain:claim/twice]].")
    page = view(JourneyPage, "journey/claim", *EVERYTHING[:4], call, *EVERYTHING[5:])
    assert facts(section(StageSteps, page, "Wait").steps[0].facts)["Mentioned in"] == ["Support call"]
    assert facts(section(StageSteps, page).steps[0].pains[0].facts) == {"Mentioned in": ["Support call"]}


def test_the_hand_offs_of_a_journey() -> None:
    rows = section(HandOffs, view(JourneyPage, "journey/claim")).rows
    assert [(row.source.title, row.target.title) for row in rows] == [
        ("Calls support", "Gets an offer"),
        ("Gets an offer", "Calls support"),
        ("Gets an offer", "Waits"),
    ]
    assert [row.passed_on and row.passed_on.written for row in rows] == [
        None,
        "The offer with its number, by mail",
        "The offer with its number, by mail",
    ]


def test_diagrams_link_as_their_page_does() -> None:
    page = view(JourneyPage, "journey/claim")
    assert section(FlowPicture, page).diagram.links == ("#calls", "#offers", "#waits")


def test_a_stage_has_its_own_mood_and_steps() -> None:
    page = view(StagePage, "stage/claim/tell")
    assert felt(page.people) == ["Ann 3 neutral", "Bob 3.8 good"]
    assert facts(page.facts) == {"Goal": ["Be heard"], "Who lives through it": ["Ann", "Bob"]}
    assert section_titles(page) == ["Steps", "Journeys that are part of it"]
    assert [(one.level, one.id) for one in page.headings if one.id[0] != "_"] == [(3, "calls"), (3, "offers")]


def test_steps_on_a_stage_stay_on_its_page() -> None:
    _, offers = section(StageSteps, view(StagePage, "stage/claim/tell")).steps
    assert [way.step.to for way in offers.ways] == [
        Address("journeys/claim/tell", "calls"),
        Address("journeys/claim", "waits"),
    ]


def test_a_stage_without_steps() -> None:
    claim = with_(CLAIM, stages=(Stage(id="tell", title="Tell"),))
    assert section_titles(view(StagePage, "stage/claim/tell", claim)) == []


def test_narratives_are_the_same_on_both_pages() -> None:
    """So the host renders them once."""
    on_journey = section(StageSteps, view(JourneyPage, "journey/claim")).steps[0].narrative
    on_stage = section(StageSteps, view(StagePage, "stage/claim/tell")).steps[0].narrative
    assert on_journey
    assert on_journey == on_stage
    assert on_journey.prefix == "step_calls_"


def test_scores_of_a_single_persona_need_no_name() -> None:
    claim = with_(CLAIM, personas=("ann",), stages=(Stage(id="s", title="S", steps=STEPS[1:2]),))
    page = view(JourneyPage, "journey/claim", ANN, SALES, DESK, claim)
    assert scores(section(StageSteps, page).steps[0].scores) == ["4 good"]


def test_scores_without_a_persona() -> None:
    claim = with_(CLAIM, personas=(), stages=(Stage(id="s", title="S", steps=STEPS[1:2]),))
    step = section(StageSteps, view(JourneyPage, "journey/claim", claim)).steps[0]
    assert scores(step.scores) == ["4 good"]


def test_a_page_is_a_pure_function_of_the_portal() -> None:
    assert view(JourneyPage, "journey/claim") == view(JourneyPage, "journey/claim")
    assert context_of().portal.step(SpotKey("step", "calls", "claim")).number == 1


def test_steps_are_made_once_for_two_pages_where_both_show_the_same() -> None:
    tell, *others = CLAIM.stages
    calls, offers = tell.steps
    linking = with_(calls, id="links", does="Waits for [the offer][step:claim/offers]", narrative=None)
    narrating = with_(calls, id="narrates", narrative="As told [above](#calls)")
    stage = with_(tell, steps=(with_(calls, next=()), offers, linking, narrating))
    entities = [one for one in EVERYTHING if one is not CLAIM] + [with_(CLAIM, stages=(stage, *others))]

    def shown(*keys: str) -> dict[str, tuple[StepView, ...]]:
        """The steps of the stage on these pages, made one after the other."""
        context = context_of(*entities)
        pages = {key: view_of(page_of(key, context), context) for key in keys}
        return {key: section(StageSteps, page).steps for key, page in pages.items()}

    journey, own = "journey/claim", "stage/claim/tell"
    alone = {**shown(journey), **shown(own)}
    both = shown(journey, own)

    assert both == alone
    assert shown(own, journey) == alone
    pairs = zip(both[journey], both[own], strict=True)
    assert [one.id for one, other in pairs if one is other] == ["calls"]
    assert alone[journey][2].does != alone[own][2].does
    assert alone[journey][3].narrative != alone[own][3].narrative
