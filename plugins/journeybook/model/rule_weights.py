"""How much the rules of good practice weigh: in a portal, in a folder, for one thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler
from pydantic_core import core_schema

from journeybook.model.codes import CODES
from journeybook.model.places import NOWHERE
from journeybook.model.record import SourcePlace, record
from journeybook.model.text import Day, Plain, Short
from journeybook.model.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class RuleMark:
    """Marks a field whose text is the code of a rule of good practice."""

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The schema of the text, with every such code."""
        return {**handler(schema), "format": "rule", "enum": sorted(PRACTICE)}


RuleRef = Annotated[str, RuleMark()]
"""The code of a rule of good practice, such as `JB401`."""

Weight = Literal["error", "warning", "info", "off"]
"""How bad a finding is, or that it is none."""

Profile = Literal["starter", "standard", "strict"]
"""How much is asked of a portal."""

PRACTICE = frozenset(code for code in CODES if code.startswith("JB4"))
"""The codes that a portal can weigh otherwise: good practice, never form or references."""

OF_EXEMPTIONS = frozenset(code for code in PRACTICE if code.startswith("JB47"))
"""What is found about exemptions and the baseline themselves, which neither of them can hide."""


@record
class Exemption:
    """Rules that weigh otherwise for a thing and all it holds, for a reason and until a day."""

    ignore: tuple[RuleRef, ...] = ()
    """The rules that are not reported here, by their codes: `JB401`, or a list of them."""
    rules: Mapping[RuleRef, Weight] = field(default_factory=dict[str, Weight])
    """How much rules weigh here, as in `journeybook.yml`: `{JB401: info}`."""
    because: Short
    """The reason, for those who come after."""
    until: Day
    """The last day on which it counts; after it, the findings are back."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where it was written."""

    @property
    def weights(self) -> Mapping[str, Weight]:
        """The weight of every rule it names."""
        return {**self.rules, **dict.fromkeys(self.ignore, "off")}


@record
class FolderRules:
    """Rules that weigh otherwise in some files."""

    in_: Plain = Field(alias="in")
    """Which files: a path below the content folder, in which `*` stands for any name and `**` for any folders."""
    rules: Mapping[RuleRef, Weight]
    """How much rules weigh there, by their codes: `{JB401: off}`."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where it was written."""


@record
class Checks:
    """How findings of good practice are chosen."""

    profile: Profile = "standard"
    """How much is asked: `starter` only notes what matters most, `strict` makes errors of warnings."""
    rules: Mapping[RuleRef, Weight] = field(default_factory=dict[str, Weight])
    """How much rules weigh, by their codes: `error`, `warning`, `info` or `off`."""
    limits: Thresholds | None = None
    """The numbers from which on rules have something to say."""
    folders: tuple[FolderRules, ...] = ()
    """Rules that weigh otherwise in some files; of two that speak of a file, the later one counts."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where it was written."""
