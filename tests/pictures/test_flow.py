"""Flowcharts: boxes, frames, arrows, marks and links."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from journeybook.model import Entity, Journey
from journeybook.model.addresses import Address
from journeybook.pictures import Diagram, flow_diagram
from journeybook.words import Words
from tests.pictures.hostile import NASTY, PLACES, hostile_portal
from tests.pictures.portals import journey, persona, portal_of, stage, step, team, ways

WORDS = Words()
TEAMS = team("sales", "Sales"), team("desk", "Order desk")


def from_claim(address: Address) -> str:
    """An address as the page of the journey `claim` writes it."""
    if address.path == "journeys/claim":
        return f"#{address.anchor}"
    return "../../" + address.url(directory_urls=True)


def chart(*entities: Entity) -> Diagram:
    """The flowchart of the journey `claim`."""
    portal = portal_of(*entities)
    found = flow_diagram(portal, portal.get(Journey, "claim"), WORDS, from_claim)
    assert found
    return found


def arrows(diagram: Diagram) -> list[str]:
    """The arrows of a chart."""
    return [line for line in diagram.source.splitlines() if re.match(r"\w+ (-->|==>|-\.->|~~~)", line)]


def test_a_journey_in_full() -> None:
    steps = (
        step("rings", "Rings: *again*", team="sales"),
        step("waits", next=ways(("rings", "nobody comes"), ("pays", "it works"), "complaint/starts")),
        step("pays", team="desk", moment_of_truth="Money"),
    )
    claim = journey(stage("ask", *steps[:2], title="Ask"), stage("get", steps[2]), title="Claim")
    other = journey(stage("one", step("starts", team="desk")), name="complaint", title="Complain")
    diagram = chart(claim, other, *TEAMS)
    assert diagram.source == (
        "flowchart TB\n"
        "accTitle: Ways through#58; Claim\n"
        "accDescr: 3 steps in 2 stages, with 1 fork, 1 way back (dotted arrow), 1 way into another journey "
        "(dashed box), 2 hand-offs between teams (⇄), and 1 moment of truth (six-sided box).\n"
        "classDef away stroke-dasharray:6 4\n"
        "classDef truth stroke-width:3px\n"
        'subgraph s1 ["Ask"]\n'
        'n1["Rings#58; again"]\n'
        'click n1 "#rings" _self\n'
        'n2["Waits"]\n'
        'click n2 "#waits" _self\n'
        "end\n"
        'subgraph s2 ["Get"]\n'
        'n3{{"Pays"}}\n'
        'click n3 "#pays" _self\n'
        "n3:::truth\n"
        "end\n"
        'j1("#74;ourney#58; Complain<br>Starts")\n'
        'click j1 "../../journeys/complaint/#starts" _self\n'
        "j1:::away\n"
        "n1 --> n2\n"
        'n2 -.->|"nobody comes"| n1\n'
        'n2 ==>|"it works<br>⇄\N{NO-BREAK SPACE}Sales →\N{NO-BREAK SPACE}Order\N{NO-BREAK SPACE}desk"| n3\n'
        'n2 ==>|"⇄\N{NO-BREAK SPACE}Sales →\N{NO-BREAK SPACE}Order\N{NO-BREAK SPACE}desk"| j1\n'
    )
    assert diagram.title == "Ways through: Claim"
    assert diagram.description.startswith("3 steps in 2 stages, with 1 fork")
    assert diagram.links == ("#rings", "#waits", "#pays", "../../journeys/complaint/#starts")


def test_a_straight_way() -> None:
    diagram = chart(journey(stage("s", step("a"), step("b")), stage("t", step("c"))))
    assert arrows(diagram) == ["n1 --> n2", "n2 --> n3"]
    assert diagram.description == "3 steps in 2 stages, one after the other."
    assert "classDef" not in diagram.source


def test_without_steps_there_is_no_chart() -> None:
    portal = portal_of(journey(stage("s"), stage("t")))
    assert flow_diagram(portal, portal.get(Journey, "claim"), WORDS, from_claim) is None


def test_stages_without_steps_keep_their_places() -> None:
    diagram = chart(journey(stage("s"), stage("t", step("a")), stage("u"), stage("v"), stage("w", step("b"))))
    assert arrows(diagram) == ["n1 --> n2", "e1 ~~~ n1", "n1 ~~~ e3", "e3 ~~~ e4", "e4 ~~~ n2"]
    assert 'e3("No steps yet")\nclick e3 "../../journeys/claim/u/" _self\ne3:::empty\n' in diagram.source


def test_a_hand_off_is_marked_where_the_taking_step_begins() -> None:
    steps = step("a", team="sales"), step("b"), step("c"), step("d", team="desk"), step("e", team="desk")
    diagram = chart(journey(stage("s", *steps)), *TEAMS)
    assert [line.split()[1][:3] for line in arrows(diagram)] == ["-->", "-->", "==>", "-->"]
    assert "1 hand-off between teams (⇄)" in diagram.description


def test_two_hand_offs_meet_on_one_arrow() -> None:
    steps = (
        step("a", team="sales", next=ways("b", "m")),
        step("b", team="desk"),
        step("m"),
        step("z", team="help"),
    )
    diagram = chart(journey(stage("s", *steps)), *TEAMS, team("help", "Help"))
    assert arrows(diagram)[-1].replace("\N{NO-BREAK SPACE}", " ") == (
        'n3 ==>|"⇄ Sales → Help<br>⇄ Order desk → Help"| n4'
    )


def test_long_team_names_may_be_broken() -> None:
    long = team("desk", "The department for everything with letters")
    diagram = chart(journey(stage("s", step("a", team="sales"), step("b", team="desk"))), TEAMS[0], long)
    assert arrows(diagram) == ['n1 ==>|"⇄\N{NO-BREAK SPACE}Sales → The department for everything with…"| n2']


def test_a_step_that_leads_to_itself_and_one_elsewhere_that_two_lead_to() -> None:
    other = journey(stage("o", step("x")), name="other")
    steps = step("a", next=ways("a", "b", "other/x")), step("b", next=ways(("other/x", "late")))
    diagram = chart(journey(stage("s", *steps)), other)
    assert arrows(diagram) == ["n1 -.-> n1", "n1 --> n2", "n1 --> j1", 'n2 -->|"late"| j1']
    assert diagram.links == ("#a", "#b", "../../journeys/other/#x")


def test_ids_are_ascii_whatever_the_titles_are() -> None:
    diagram = chart(journey(stage("etap", step("krok", "日本"), step("schritt", "בדיקה"), title="قسم")))
    assert re.findall(r'^(?:subgraph )?(\w+) ?\["', diagram.source, re.MULTILINE) == ["s1", "n1", "n2"]


def test_mentions_are_shown_by_their_titles() -> None:
    one = journey(stage("s", step("a", "Meets [[ann]]", next=ways(("a", "[[ann]] asks")))))
    assert 'n1 -.->|"Ann asks"| n1' in chart(one, persona("ann", "Ann")).source


SHAPE = re.compile(r'"[^"]*"')


@given(
    st.tuples(
        *[st.one_of(st.text(min_size=1).filter(str.strip), st.sampled_from(NASTY).filter(str.strip))] * len(PLACES)
    )
)
def test_hostile_texts_change_nothing_but_texts(texts: tuple[str, ...]) -> None:
    def shape(*given: str) -> list[str]:
        portal = hostile_portal(*given)
        diagram = flow_diagram(portal, portal.get(Journey, "claim"), WORDS, from_claim)
        assert diagram
        assert diagram == flow_diagram(portal, portal.get(Journey, "claim"), WORDS, from_claim)
        return [SHAPE.sub('""', line) for line in diagram.source.splitlines() if not line.startswith("acc")]

    assert shape(*texts) == shape(*PLACES)
