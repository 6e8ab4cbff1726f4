"""Journeys, their stages and steps, and what hurts or pleases at a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar, Literal

from journeybook.model.durations import Duration
from journeybook.model.entity import Entity
from journeybook.model.kinds import Kind
from journeybook.model.lanes import LaneRef
from journeybook.model.places import NOWHERE
from journeybook.model.record import SourcePlace, record
from journeybook.model.text import (
    ChannelRef,
    EvidenceRef,
    Fraction,
    Image,
    JourneyOrStageRef,
    JourneyRef,
    MetricRef,
    OneToFive,
    OpportunityRef,
    PersonaRef,
    Plain,
    Score,
    Short,
    StepRef,
    TeamRef,
    TouchpointRef,
)


@record
class Work:
    """A piece of the company's work, seen by the customer or not."""

    does: Short
    """What is done."""
    team: TeamRef | None = None
    """Who does it."""
    system: Plain | None = None
    """The system it is done in."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where it was written."""


@record
class Gain:
    """Something that pleases."""

    title: Short
    """What pleases."""
    evidence: tuple[EvidenceRef, ...] = ()
    """What proves it."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where it was written."""


@record
class Next:
    """One way on from a step."""

    step: StepRef
    """The step that follows, of this journey or `journey/step` of another."""
    when: Short | None = None
    """The condition under which it follows."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where it was written."""


@record
class Pain(Entity):
    """Something that hurts at a step."""

    kind_of: ClassVar[Kind] = Kind.PAIN

    severity: OneToFive | None = None
    """How much it hurts, 1 (a nuisance) to 5 (drives people away)."""
    reach: Fraction | None = None
    """Share of those at this step whom it hits, from 0 to 1."""
    opportunity: OpportunityRef | None = None
    """The opportunity that takes it up."""


@record
class Step(Entity):
    """What the customer does, thinks and feels at one moment of a stage."""

    kind_of: ClassVar[Kind] = Kind.STEP

    does: Short | None = None
    """What the customer does."""
    thinks: Short | None = None
    """What the customer thinks."""
    feels: Short | None = None
    """The feeling in a word or two."""
    quote: Short | None = None
    """What a customer said."""
    score: Mapping[PersonaRef, Score] = field(default_factory=dict[str, float])
    """How it feels, 1 (very bad) to 5 (very good), per persona; the key `*` is every persona."""
    touchpoints: tuple[TouchpointRef, ...] = ()
    """Where the customer meets the company."""
    channel: ChannelRef | None = None
    """Which of the touchpoint's channels is used."""
    team: TeamRef | None = None
    """Who answers for it, where it is not the touchpoint's team."""
    frontstage: tuple[Work, ...] = ()
    """Work the customer sees."""
    backstage: tuple[Work, ...] = ()
    """Work behind the line of visibility."""
    handover: Short | None = None
    """What is passed on to the next team, and how, as both teams have agreed."""
    asks: tuple[Short, ...] = ()
    """What the customer is asked for here: `order number`, `address`; the same words wherever it is the same."""
    pains: tuple[Pain, ...] = ()
    """What hurts."""
    gains: tuple[Gain, ...] = ()
    """What pleases."""
    moment_of_truth: Short | None = None
    """Why this step makes or breaks the relationship."""
    promise: Literal["kept", "broken"] | None = None
    """Whether the journey's promise is kept or broken here."""
    takes: Duration | None = None
    """How long the customer is busy."""
    waits: Duration | None = None
    """How long the customer waits."""
    image: Image | None = None
    """A picture of the scene."""
    next: tuple[Next, ...] | None = None
    """Ways on, where they differ from the written order; an empty list ends the journey here."""
    metrics: tuple[MetricRef, ...] = ()
    """What is measured here."""


@record
class Stage(Entity):
    """A part of a journey with one customer need."""

    kind_of: ClassVar[Kind] = Kind.STAGE

    goal: Short | None = None
    """What the customer wants to reach in it."""
    steps: tuple[Step, ...] = ()
    """Its steps in order."""


@record
class Journey(Entity):
    """What a persona lives through to reach a goal."""

    kind_of: ClassVar[Kind] = Kind.JOURNEY

    personas: tuple[PersonaRef, ...] = ()
    """Whose journey it is."""
    scope: Literal["buying", "experience", "employee"] | None = None
    """Which part of the relationship it covers."""
    state: Literal["current", "future"] = "current"
    """As it is, or as it shall be."""
    improves: JourneyRef | None = None
    """The current journey that this future one improves."""
    part_of: JourneyOrStageRef | None = None
    """The journey, or `journey/stage`, that it is a part of."""
    goal: Short | None = None
    """What the persona wants to reach."""
    promise: Short | None = None
    """What the brand promises for it."""
    trigger: Short | None = None
    """What sets it off."""
    outcome: Short | None = None
    """How it ends."""
    stages: tuple[Stage, ...] = ()
    """Its stages in order."""
    lanes: tuple[LaneRef, ...] = ()
    """The lanes its map shows, in that order; readers can turn the others on."""
