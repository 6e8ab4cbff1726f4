"""A journey with everything a diagram can show."""

from __future__ import annotations

from journeybook.model import Journey
from journeybook.model.addresses import Address
from journeybook.pictures import Diagram, flow_diagram, mood_diagram
from journeybook.portal import Portal
from journeybook.words import Words
from tests.pictures.portals import journey, persona, portal_of, stage, step, team, ways

WORDS = Words()


def rich_portal() -> Portal:
    """Forks, a way back and one away, hand-offs, a moment of truth, an empty stage, two personas."""
    choose = stage(
        "choose",
        step("compares", "Compares offers for the new address", {"dario": 3.5, "hanna": 2.5}, team="web"),
        step("signs", "Signs the order at the door", {"dario": 4, "hanna": 3.5}, team="sales"),
        title="Choose an offer",
    )
    visit = stage(
        "visit",
        step("waits", "Waits at home for six hours", 2),
        step(
            "asked",
            "Answers the technician's questions",
            {"dario": 1.5},
            team="service",
            moment_of_truth="The third time of asking",
            next=ways(("online", "the signal is good"), ("reports", "the riser cannot be reached")),
        ),
        step(
            "reports", "Reports the missing connection", 1, team="desk", next=ways(("waits", "again"), "move/asks")
        ),
        title="Have it connected",
    )
    use = stage(
        "use", step("online", "Goes online", 4.5, team="web"), step("pays", "Pays"), title="First days online"
    )
    move = journey(stage("ask", step("asks", "Asks for help", team="desk")), name="move", title="Move out")
    people = persona("dario", "Home worker Dario"), persona("hanna", "Landline keeper Hanna")
    teams = (
        team("web", "Digital platform"),
        team("sales", "Field sales"),
        team("service"),
        team("desk", "Order desk"),
    )
    title = "Get connected in a new flat"
    gap = stage("gap", title="Nothing yet")
    flat = journey(choose, visit, gap, use, name="flat", title=title, personas=("dario", "hanna"))
    return portal_of(flat, move, *people, *teams)


def rich_diagrams() -> tuple[Diagram, Diagram]:
    """The mood and the flow of that journey, for a page that holds its steps."""
    portal = rich_portal()
    flat = portal.get(Journey, "flat")
    mood, flow = mood_diagram(portal, flat, WORDS), flow_diagram(portal, flat, WORDS, _href)
    assert mood
    assert flow
    return mood, flow


def _href(address: Address) -> str:
    return f"#{address.anchor}" if address.anchor else "other.html"
