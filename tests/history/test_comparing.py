"""Two portals, or two states of one thing, compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journeybook.history import Presence, changes_between, entity_changes
from journeybook.model import Journey, Pain, Stage, Step, Touchpoint
from tests.history.editing import sample
from tests.portal.portals import ANN, CALL, DESK, MAIL, PHONE, SALES, journey, portal_of, step, ways

_IDS = st.sampled_from("abcdefgh")
_STEPS = st.lists(
    st.builds(
        lambda name, title, score, team: Step(id=name, title=title, score=score, team=team),
        _IDS,
        st.sampled_from(["Calls", "Waits", "Calls again", "Pays"]),
        st.one_of(st.just({}), st.builds(lambda value: {"*": value}, st.sampled_from([1.0, 2.0, 4.5]))),
        st.sampled_from([None, "sales", "desk"]),
    ),
    max_size=4,
    unique_by=lambda one: one.id,
)


@st.composite
def _journeys(draw: st.DrawFn) -> Journey:
    found = draw(_STEPS)
    cut = draw(st.integers(0, len(found)))
    return journey(found[:cut], found[cut:])


def test_a_portal_is_no_change_of_itself() -> None:
    assert not changes_between(sample(), sample())


@given(_journeys(), _journeys())
def test_whatever_changed_something_is_said_and_nothing_twice(one: Journey, other: Journey) -> None:
    before, after = (portal_of(each, ANN, SALES, DESK) for each in (one, other))
    things = changes_between(before, after).things
    assert len({(thing.key, thing.presence) for thing in things}) == len(things)
    assert bool(things) == (one != other)
    assert not changes_between(after, after)


def test_one_thing_can_be_compared_without_a_portal() -> None:
    (new,) = entity_changes(None, CALL)
    assert new.presence is Presence.ADDED
    assert entity_changes(CALL, CALL) == ()
    other = Touchpoint(id="call", title="Call", channels=("phone",), team="desk")
    (changed,) = entity_changes(CALL, other)
    assert [(one.field, one.before, one.after) for one in changed.fields] == [
        ("title", "Support call", "Call"),
        ("channels", "mail", None),
    ]


def test_a_reference_by_a_former_id_is_no_change() -> None:
    one, other = (
        journey([step("a", score={"anna": 2})], personas=("anna",)),
        journey([step("a", score={"ann": 2})], personas=("ann",)),
    )
    assert not changes_between(portal_of(one, ANN), portal_of(other, ANN))


def test_a_score_for_everybody_is_that_of_each_persona() -> None:
    one = journey([step("a", score={"*": 2})], personas=("ann",))
    other = journey([step("a", score={"ann": 2})], personas=("ann",))
    assert not changes_between(portal_of(one, ANN), portal_of(other, ANN))


def test_a_step_that_went_to_another_journey_is_found_by_its_alias() -> None:
    one, two = journey([step("a"), step("b")]), journey([step("x")], name="renew")
    moved = journey([step("x"), step("b", aliases=("claim/b",))], name="renew")
    things = changes_between(portal_of(one, two), portal_of(journey([step("a")]), moved)).things
    assert [(str(thing.key), thing.moved, thing.was and str(thing.was.key)) for thing in things] == [
        ("step/renew/b", True, "step/claim/b")
    ]


def test_ways_on_are_told_by_where_they_lead() -> None:
    one = journey([step("a"), step("b"), step("c")])
    other = journey([step("a", next=ways(("c", "hurried"), "b")), step("b", next=()), step("c")])
    things = changes_between(portal_of(one), portal_of(other)).things
    assert [(thing.fields[0].before, thing.fields[0].after) for thing in things] == [
        (None, ("c (hurried)", "b")),
        (None, ()),
    ]


def test_a_pain_goes_to_another_step() -> None:
    pain = Pain(id="p", title="Waits")
    one, other = journey([step("a", pains=(pain,)), step("b")]), journey([step("a"), step("b", pains=(pain,))])
    (thing,) = changes_between(portal_of(one), portal_of(other)).things
    assert thing.moved
    assert thing.moved_from
    assert (thing.moved_from.title, thing.step and thing.step.title) == ("A", "B")


def test_the_channel_of_a_touchpoint_is_named_as_it_is_called() -> None:
    other = Touchpoint(id="call", title="Support call", channels=("phone", "post"), team="desk")
    changes = changes_between(portal_of(CALL, PHONE, MAIL), portal_of(other, PHONE, MAIL))
    assert [str(key) for key in changes.titles] == ["channel/mail"]


def test_many_unlike_things_take_no_time_that_grows_with_their_pairs() -> None:
    """Of very many that went and came only equal titles are looked for, so this ends at once."""
    old = [Journey(id=f"old-{n}", title=f"Old {n}", stages=(Stage(id="s", title="S"),)) for n in range(2_000)]
    new = [Journey(id=f"new-{n}", title=f"New {n}", stages=(Stage(id="s", title="S"),)) for n in range(2_000)]
    things = changes_between(portal_of(*old), portal_of(*new)).things
    assert len(things) == 4_000
