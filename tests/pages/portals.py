"""A portal made in code that has one of everything, and the pages of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from journeybook.model import (
    Channel,
    Entity,
    Evidence,
    Gain,
    Initiative,
    Journey,
    Metric,
    Next,
    Opportunity,
    Pain,
    Persona,
    Stage,
    Step,
    Team,
    Touchpoint,
    Work,
)
from journeybook.model.durations import Duration
from journeybook.model.places import Place, Span
from journeybook.model.portal_options import Comments, PortalOptions
from journeybook.pages import Context, PageView, PlannedPage, plan, view_of
from journeybook.portal import Portal, assemble
from journeybook.reading.content import Content
from journeybook.words import Words

_V = TypeVar("_V", bound=PageView)

AS_OF = date(2026, 11, 22)
"""The reference day of these tests."""
GITHUB = Comments(tracker="github", repository="https://github.com/o/r")


def at(path: str, line: int = 1) -> Place:
    return Place(f"content/{path}", Span(line, 1, line, 1))


ANN = Persona(id="ann", title="Ann", photo=None, channels=("phone",), place=at("personas/ann.md"))
BOB = Persona(id="bob", title="Bob", place=at("personas/bob.md"))
DESK = Team(id="desk", title="Order desk", place=at("teams.yml", 1))
SALES = Team(id="sales", title="Sales", department="North", place=at("teams.yml", 4))
PHONE = Channel(id="phone", title="Phone", kind="human", place=at("channels.yml"))
CALL = Touchpoint(
    id="call",
    title="Support call",
    channels=("phone",),
    team="desk",
    competitors=("Answer in an hour",),
    place=at("touchpoints/call.md"),
)
TALKS = Evidence(id="talks", title="Talks", kind="interview", voice="customer", n=9, date=date(2026, 5, 7))
NPS = Metric(id="nps", title="Would recommend", type="nps", value=18, n=212, perceived_by="felt")
FELT = Metric(id="felt", title="As felt", value="about half")
ONCE = Opportunity(id="once", title="How might we ask once?", impact=5, effort=3, initiative="file")
FILE = Initiative(id="file", title="One file", progress=0.35, from_=date(2026, 4, 1))

STEPS = (
    Step(
        id="calls",
        title="Calls support",
        aliases=("rings",),
        does="Rings the number",
        thinks="Will they know me?",
        feels="worried",
        quote="I only wanted to know",
        score={"ann": 2, "bob": 3.5},
        touchpoints=("call",),
        frontstage=(Work(does="Answers", team="desk"),),
        backstage=(Work(does="Opens a ticket", team="sales", system="Tickets"),),
        pains=(
            Pain(id="twice", title="Told twice", severity=4, reach=0.6, opportunity="once", evidence=("talks",)),
        ),
        gains=(Gain(title="A voice", evidence=("talks",)),),
        moment_of_truth="Decides whether she stays",
        promise="broken",
        takes=Duration("18 min"),
        waits=Duration("PT2H"),
        metrics=("nps",),
        evidence=("talks",),
        narrative="Most call.",
        extra={"x-cost-per-call": "€6"},
        place=at("journeys/claim.yml", 12),
    ),
    Step(
        id="offers",
        title="Gets an offer",
        handover="The offer with its number, by mail",
        asks=("order number", "address"),
        team="sales",
        score={"*": 4},
        next=(Next(step="calls", when="it is unclear"), Next(step="waits")),
        place=at("journeys/claim.yml", 30),
    ),
    Step(id="waits", title="Waits", touchpoints=("call",), next=(), place=at("journeys/claim.yml", 40)),
)
CLAIM = Journey(
    id="claim",
    title="Report a claim",
    summary="From the leak to the cheque.",
    personas=("ann", "bob"),
    scope="experience",
    goal="Be paid",
    promise="One call is enough",
    status="reviewed",
    owner="desk",
    reviewed=date(2026, 9, 14),
    review_every=Duration("6 months"),
    tags=("claims",),
    stages=(
        Stage(id="tell", title="Tell", goal="Be heard", steps=STEPS[:2], place=at("journeys/claim.yml", 8)),
        Stage(id="wait", title="Wait", aliases=("idle",), steps=STEPS[2:], place=at("journeys/claim.yml", 38)),
    ),
    place=at("journeys/claim.yml"),
)
BETTER = Journey(
    id="better",
    title="Report a claim, better",
    personas=("ann",),
    state="future",
    improves="claim",
    part_of="claim/tell",
    place=at("journeys/better.yml"),
)
EVERYTHING: tuple[Entity, ...] = (
    ANN, BOB, BETTER, CLAIM, CALL, PHONE, DESK, SALES, ONCE, FILE, TALKS, NPS, FELT,
)  # fmt: skip


def portal_of(*entities: Entity, assets: tuple[str, ...] = ()) -> Portal:
    return assemble(Content("content", entities, (), (), (), assets=assets))


def edit(file: str, line: int) -> str:
    return f"https://edit.example/{file}#L{line}"


def context_of(*entities: Entity, assets: tuple[str, ...] = (), **options: Any) -> Context:
    """A context over these entities, or over everything."""
    given = PortalOptions(**options)
    portal = portal_of(*(entities or EVERYTHING), assets=assets)
    return Context(portal, given, Words(given.language), AS_OF, site="https://example.org/", edit=edit)


def page_of(key: str, context: Context) -> PlannedPage:
    return next(page for page in plan(context.portal) if str(page.key) == key)


def view(kind: type[_V], key: str, *entities: Entity, **options: Any) -> _V:
    """The page about `key` among these entities, or among everything."""
    context = context_of(*entities, **options)
    made = view_of(page_of(key, context), context)
    assert isinstance(made, kind)
    return made


def with_(entity: Any, **changes: Any) -> Any:
    """`entity` with other values."""
    return replace(entity, **changes)
