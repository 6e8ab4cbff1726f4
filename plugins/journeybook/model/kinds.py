"""The closed list of kinds a portal is made of."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What something in a portal is. The value is the first part of its spot key."""

    PERSONA = "persona"
    JOURNEY = "journey"
    STAGE = "stage"
    STEP = "step"
    TOUCHPOINT = "touchpoint"
    CHANNEL = "channel"
    TEAM = "team"
    PAIN = "pain"
    OPPORTUNITY = "opportunity"
    INITIATIVE = "initiative"
    EVIDENCE = "evidence"
    METRIC = "metric"

    @property
    def folder(self) -> str:
        """The folder of `content/` that holds this kind, which is also its part of an address."""
        return FOLDERS[self]

    @property
    def within_journey(self) -> bool:
        """Whether ids of this kind are unique within their journey only."""
        return self in _WITHIN_JOURNEY


_WITHIN_JOURNEY = frozenset({Kind.STAGE, Kind.STEP, Kind.PAIN})

FOLDERS: dict[Kind, str] = {
    Kind.PERSONA: "personas",
    Kind.JOURNEY: "journeys",
    Kind.STAGE: "stages",
    Kind.STEP: "steps",
    Kind.TOUCHPOINT: "touchpoints",
    Kind.CHANNEL: "channels",
    Kind.TEAM: "teams",
    Kind.PAIN: "pains",
    Kind.OPPORTUNITY: "opportunities",
    Kind.INITIATIVE: "initiatives",
    Kind.EVIDENCE: "evidence",
    Kind.METRIC: "metrics",
}
"""Folder and address segment of every kind."""

DEFINED_IN_FILES: tuple[Kind, ...] = tuple(kind for kind in Kind if not kind.within_journey)
"""Kinds an author defines in files of their own, in the order readers meet them."""

LISTED_IN_ONE_FILE: frozenset[Kind] = frozenset(
    {Kind.CHANNEL, Kind.TEAM, Kind.OPPORTUNITY, Kind.INITIATIVE, Kind.METRIC}
)
"""Kinds that may stand together in one file, `channels.yml` and the like, mapping ids to keys."""


def kind_of_folder(folder: str) -> Kind | None:
    """The kind whose entities live in the top folder `folder`, if it is one."""
    return next((kind for kind in DEFINED_IN_FILES if kind.folder == folder), None)
