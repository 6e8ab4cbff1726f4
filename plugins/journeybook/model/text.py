"""The kinds of values that fields hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    BeforeValidator,
    Field,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import core_schema

from journeybook.model.elsewhere import elsewhere
from journeybook.model.kinds import Kind
from journeybook.model.record import record

Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""One short text; may hold emphasis, code and links, never HTML."""

Plain = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""One short text taken literally."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field whose text names something else of the portal."""

    kind: Kind
    """The kind that is named."""
    or_kind: Kind | None = None
    """A second kind the text may name, as `part_of` names a journey or a stage."""
    across: bool = False
    """Whether it may also name something of another portal, as `hosting:journey/move`."""

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The schema of the text, with the kinds it names as `x-names`."""
        kinds = [str(kind) for kind in (self.kind, self.or_kind) if kind]
        return {**handler(schema), "x-names": kinds}


PersonaRef = Annotated[str, Reference(Kind.PERSONA)]
JourneyRef = Annotated[str, Reference(Kind.JOURNEY, across=True)]
JourneyOrStageRef = Annotated[str, Reference(Kind.JOURNEY, Kind.STAGE, across=True)]
StageRef = Annotated[str, Reference(Kind.STAGE)]
StepRef = Annotated[str, Reference(Kind.STEP)]
TouchpointRef = Annotated[str, Reference(Kind.TOUCHPOINT)]
ChannelRef = Annotated[str, Reference(Kind.CHANNEL)]
TeamRef = Annotated[str, Reference(Kind.TEAM)]
OpportunityRef = Annotated[str, Reference(Kind.OPPORTUNITY)]
InitiativeRef = Annotated[str, Reference(Kind.INITIATIVE)]
EvidenceRef = Annotated[str, Reference(Kind.EVIDENCE)]
MetricRef = Annotated[str, Reference(Kind.METRIC)]

EVERYONE = "*"
"""The key in a step's `score` that speaks for every persona of the journey; never an id."""

Score = Annotated[float, Field(ge=1, le=5)]
"""How a step feels, from 1 (very bad) to 5 (very good); halves are allowed."""

OneToFive = Annotated[int, Field(ge=1, le=5)]
Fraction = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=0)]


def _day(value: object) -> object:
    if type(value) is date:
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value
    raise ValueError("write a date as year-month-day, such as 2026-09-14")


Day = Annotated[date, BeforeValidator(_day)]
"""A day of the calendar."""

SAFE_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
"""Schemes a link may have; the empty one is a relative address."""


def _url(value: object) -> str:
    example = "write an address such as https://example.com/page or ../page.md"
    if not isinstance(value, str) or not (value := value.strip()) or re.search(r"[\x00-\x20\x7f\\<>\"]", value):
        raise ValueError(example)
    try:
        scheme = urlsplit(value).scheme
    except ValueError as error:
        raise ValueError(example) from error
    if scheme not in SAFE_SCHEMES:
        raise ValueError(f"links with {scheme}: are not allowed; {example}")
    return value


Url = Annotated[str, PlainValidator(_url), WithJsonSchema({"type": "string", "format": "uri-reference"})]
"""An address that is safe to link to."""


def _link(value: object) -> str:
    return value.strip() if isinstance(value, str) and elsewhere(value) else _url(value)


LinkUrl = Annotated[str, PlainValidator(_link), WithJsonSchema({"type": "string", "format": "uri-reference"})]
"""The same, or the name of something of another portal, such as `hosting:journey/move`."""

Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
"""A language tag (BCP 47), such as `en`, `pl` or `zh-Hant`."""

Extra = dict[str, Any]
"""The author's own `x-…` keys with their values, in the order written."""

Status = Literal["draft", "in-review", "reviewed", "retired"]
Audience = Literal["internal", "public"]


@record
class Image:
    """A picture."""

    src: Url
    """Path from the file that names it, or an address."""
    alt: str | None = None
    """What the picture shows, for those who cannot see it; empty text marks decoration."""


@record
class WebLink:
    """A link to something outside the portal."""

    title: Short
    """What it leads to."""
    url: LinkUrl
    """Its address, or something of another portal, such as `hosting:journey/move`."""
