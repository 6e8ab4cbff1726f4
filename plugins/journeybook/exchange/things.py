"""The portal for machines: what each thing says of itself, and what is computed over it.

The text under each field is its description in the JSON Schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Any, Literal

from pydantic import Field

from journeybook.model import Kind
from journeybook.model.record import record
from journeybook.model.text import Audience, Count, Language

VERSION = 1
"""A later version means that a reader of this one would misread the document; new keys alone are none."""

_KINDS = "|".join(Kind)
Key = Annotated[str, Field(pattern=rf"^([^/:\s]+:)?({_KINDS})/\S+$")]
"""A spot key, `touchpoint/support-call`; with the name of another portal before it, a thing of that one."""

Mean = Annotated[float, Field(ge=1, le=5)]


@record
class MoodThing:
    """The mean score over several steps for one persona."""

    mean: Mean
    """From 1 (very bad) to 5 (very good), over scored steps only, rounded to four digits."""
    n: Count
    """How many steps were scored."""
    of: Count
    """How many steps there are."""
    persona: Key | None = None
    """Whose mood it is; left out where the journey names nobody."""


@record
class EdgeThing:
    """One way on from a step."""

    source: Key
    """The step it leaves."""
    target: Key
    """The step it leads to."""
    way: Literal["order", "branch", "next", "loop", "away"]
    """The written order, one of several ways, a single one that leaves the order, back, or to another journey."""
    when: str | None = None
    """The condition, as written."""


@record
class HandOffThing:
    """A change of team between two steps; steps without a team are passed over."""

    source: Key
    """The last step of the team that hands over."""
    target: Key
    """The first step of the team that takes over."""
    giver: Key
    """The team that hands over."""
    taker: Key
    """The team that takes over."""


@record
class FlowThing:
    """The ways through a journey."""

    edges: tuple[EdgeThing, ...] = ()
    """Every way on, in the order of the steps it leaves."""
    hand_offs: tuple[HandOffThing, ...] = ()
    """Changes of team, in the same order."""
    ends: tuple[Key, ...] = ()
    """Steps nothing follows."""
    unreached: tuple[Key, ...] = ()
    """Steps no way from the first step leads to."""


@record
class Counts:
    """A journey in figures."""

    stages: Count
    """How many stages it has."""
    steps: Count
    """How many steps it has."""
    touchpoints: Count
    """How many different touchpoints its steps meet."""
    moments_of_truth: Count
    """How many steps make or break the relationship."""
    pains: Count
    """How many pains its steps have."""
    hand_offs: Count
    """How often the team changes."""


@record
class BacklinkThing:
    """Something that names a thing or leads to it."""

    key: Key
    """What names it."""
    field: str
    """The field that does: `touchpoints`, `backstage.team`, `narrative`."""
    via: Key | None = None
    """The touchpoint in between, where a step reaches a team or channel through one."""


@record
class Thing:
    """A persona, journey, stage, step, touchpoint … : everything that has a spot key."""

    key: Key
    """Its spot key, which lasts; a step keeps it when it moves to another stage."""
    kind: Kind
    """What it is."""
    id: str
    """Its id, unique within its kind, or for stages, steps and pains within their journey."""
    title: str
    """Its title as plain text."""
    url: str
    """Where it stands in the site, relative to the site's root, where this document stands too."""
    language: Language | None = None
    """The language of its texts, where it differs from the portal's."""
    journey: Key | None = None
    """The journey that a stage, step or pain is part of."""
    stage: Key | None = None
    """The stage that a step or pain stands in."""
    step: Key | None = None
    """The step that a pain hurts at."""
    file: str | None = None
    """The file that defines it, relative to the portal's folder; never in a build for the public."""
    line: Count | None = None
    """The line it begins at, from 1."""
    content: Mapping[str, Any]
    """What its author wrote, under the author's keys: references, stages, steps and pains are spot keys."""
    number: Count | None = None
    """The number of a step in its journey, from 1."""
    team: Key | None = None
    """Who answers for a step: its own team, else that of its first touchpoint that has one."""
    channels: tuple[Key, ...] = ()
    """The channels of a step: its own, else those of its touchpoints."""
    scores: Mapping[str, Mean] = field(default_factory=dict[str, float])
    """How a step feels, per persona's key; under the key `*` where the journey names nobody."""
    moods: tuple[MoodThing, ...] = ()
    """The mean scores of a journey or stage, per persona."""
    counts: Counts | None = None
    """A journey in figures."""
    flow: FlowThing | None = None
    """The ways through a journey."""
    hand_offs: tuple[HandOffThing, ...] = ()
    """The hand-offs that a team gives or takes."""
    backlinks: tuple[BacklinkThing, ...] = ()
    """What names it or leads to it, in file order."""


@record
class PortalDocument:
    """A portal of customer journeys, for machines."""

    schema: Literal["journeybook/portal"]
    """What kind of document this is."""
    version: Literal[1]
    """The version of this format."""
    title: str
    """The portal's title."""
    language: Language
    """The language of texts that name no other."""
    audience: Audience
    """Whom it is for: the company alone, or everybody."""
    site: str = ""
    """The public address of the site's root, with a slash at its end; left out if nobody said."""
    counts: Mapping[Kind, Count]
    """How many there are of each kind."""
    entities: tuple[Thing, ...]
    """Everything with a spot key, journeys followed by their stages, steps and pains, in reading order."""
