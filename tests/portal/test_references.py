"""References in both directions, and what is said of those that name nothing."""

import pytest

from journeybook.model import Gain, Kind, Pain, Touchpoint
from journeybook.model.journey import Work
from journeybook.model.keys import SpotKey
from journeybook.model.places import Place, Span, Written
from journeybook.portal import Portal, assemble
from journeybook.reading.content import Content, PageText

from .portals import ANN, CALL, DESK, MAIL, PHONE, SALES, journey, portal_of, step, ways


def found(portal: Portal, key: str) -> list[tuple[str, str, str]]:
    links = portal.backlinks(SpotKey.parse(key))
    return [(str(link.source), link.field, str(link.via or "")) for link in links]


def test_a_step_is_found_from_everything_it_meets() -> None:
    portal = portal_of(
        ANN, CALL, PHONE, MAIL, DESK, journey([step("a", touchpoints=("call",))], personas=("ann",))
    )
    assert found(portal, "touchpoint/call") == [("step/claim/a", "touchpoints", "")]
    assert found(portal, "persona/ann") == [("journey/claim", "personas", "")]
    assert found(portal, "team/desk") == [
        ("touchpoint/call", "team", ""),
        ("step/claim/a", "team", "touchpoint/call"),
    ]
    assert found(portal, "channel/mail")[1] == ("step/claim/a", "channel", "touchpoint/call")


def test_a_step_s_own_channel_and_team_hide_those_of_the_touchpoint() -> None:
    portal = portal_of(
        CALL, PHONE, MAIL, DESK, SALES, journey([step("a", touchpoints=("call",), channel="phone", team="sales")])
    )
    spot = portal.step(SpotKey.parse("step/claim/a"))
    assert [one.id for one in spot.channels] == ["phone"]
    assert spot.team == SALES
    assert found(portal, "team/desk") == [("touchpoint/call", "team", "")]
    assert found(portal, "channel/mail") == [("touchpoint/call", "channels", "")]


def test_nested_references_belong_to_the_nearest_spot() -> None:
    pain = Pain(id="twice", title="Told twice", evidence=("none",))
    one = step("a", backstage=(Work(does="files", team="desk"),), gains=(Gain(title="quick"),), pains=(pain,))
    portal = portal_of(DESK, journey([one]))
    assert found(portal, "team/desk") == [("step/claim/a", "backstage.team", "")]
    (finding,) = portal.diagnostics
    assert (finding.code, finding.key) == ("JB203", "pain/claim/twice")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("cal", "did you mean 'call'?"),
        ("desk", "'desk' is a team, and this key names a touchpoint"),
        ("something-else", "add it, or name a touchpoint that exists (`journeybook list` shows them)"),
    ],
)
def test_a_reference_that_names_nothing_says_how_to_mend_it(written: str, hint: str) -> None:
    span = Span(7, 12, 7, 15)
    place = Place("content/j.yml", Span(1, 1, 1, 1), {"touchpoints": Written(span, span, (span,))})
    portal = portal_of(CALL, PHONE, MAIL, DESK, journey([step("a", touchpoints=(written,), place=place)]))
    (finding,) = portal.diagnostics
    assert (finding.code, finding.span, finding.hint) == ("JB203", span, hint)
    assert finding.message == f"no touchpoint '{written}'"


def test_former_ids_still_lead_there() -> None:
    portal = portal_of(ANN, journey([step("a", score={"anna": 2.0})], personas=("anna",)))
    assert portal.diagnostics == ()
    assert found(portal, "persona/ann")[0] == ("journey/claim", "personas", "")
    assert portal.steps("claim")[0].scores == {"ann": 2.0}


def test_steps_of_other_journeys_are_named_with_their_journey() -> None:
    one = journey([step("a", next=ways("other/z", "other/y"))])
    other = journey([step("z")], name="other", aliases=("former",))
    portal = portal_of(one, other, journey([step("b", next=ways("former/z"))], name="third"))
    assert [finding.message for finding in portal.diagnostics] == ["no step 'other/y'"]
    assert [link[0] for link in found(portal, "step/other/z")] == ["step/claim/a", "step/third/b"]


def test_narratives_name_things_too() -> None:
    text = "Ask [[call]] or [them][team:desk] or `[[code]]`.\n\n```\n[[fence]]\n```\n\n[[cal]] [[team:dsk]]"
    portal = portal_of(CALL, PHONE, MAIL, DESK, journey([step("a", narrative=text)]))
    assert ("step/claim/a", "narrative", "") in found(portal, "touchpoint/call")
    assert ("step/claim/a", "narrative", "") in found(portal, "team/desk")
    assert [finding.hint for finding in portal.diagnostics] == [
        "did you mean 'call'?",
        "did you mean 'team:desk'?",
    ]


def test_a_mention_of_an_id_that_two_kinds_share_must_say_which() -> None:
    twin = Touchpoint(id="desk", title="Desk")
    portal = portal_of(twin, DESK, journey([step("a", narrative="[[desk]] and [[team:desk]]")]))
    (finding,) = portal.diagnostics
    assert finding.code == "JB204"
    assert finding.hint == "write [[touchpoint:desk]] or [[team:desk]]"


def test_ids_that_need_a_prefix_are_no_mentions_without_one() -> None:
    portal = portal_of(journey([step("a", narrative="[[a]] [[step:claim/a]] [[nokind:a]] [[step:a]]")]))
    assert [finding.message for finding in portal.diagnostics] == [
        "nothing is called 'a'",
        "nothing is called 'nokind:a'",
        "nothing is called 'step:a'",
    ]


def test_what_could_not_be_read_is_not_reported_again() -> None:
    one = journey([step("a", touchpoints=("call",), team="desk", next=ways("other/z"), narrative="[[call]]")])
    unread = frozenset({(Kind.TOUCHPOINT, "call"), (Kind.JOURNEY, "other")})
    portal = assemble(Content("content", (one,), (), (), (), unread))
    assert [finding.message for finding in portal.diagnostics] == ["no team 'desk'"]


def test_ordinary_pages_may_mention_things_too() -> None:
    page = PageText("guide/read.md", "# Read\n\nAsk [[call]] or [[cal]], see [x](nowhere.md).", 4)
    portal = assemble(Content("content", (CALL, PHONE, MAIL, DESK), (), (), (), page_texts=(page,)))
    assert [str(finding) for finding in portal.diagnostics] == [
        "content/guide/read.md:6:17: warning JB203: nothing is called 'cal'; did you mean 'call'?"
    ]


def test_a_survey_can_be_read_and_not_linked_to() -> None:
    one = journey(
        [step("a", narrative="[the answers](../evidence/nps.csv)", place=Place("content/journeys/c.yml"))]
    )
    portal = assemble(Content("content", (one,), (), (), (), withheld=("evidence/nps.csv",)))
    assert [finding.message for finding in portal.diagnostics] == ["'../evidence/nps.csv' is read, not published"]
