"""What a step from one content format to the next is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Files = Mapping[str, str]
"""Texts by path from the portal's root, with their line ends as they are."""


@dataclass(frozen=True, slots=True)
class UpgradeStep:
    """The step to one content format from the one before."""

    to: int
    """The format it leads to; it starts from the number before. A portal that names no format has format 0."""
    title: str
    """What it does, in a line."""
    change: Callable[[Files], Files]
    """Gives the files that are different afterwards, and only those; raises UpgradeError if it cannot."""


class UpgradeError(Exception):
    """The portal cannot be brought to the newest format; the message says why, and what to do."""
