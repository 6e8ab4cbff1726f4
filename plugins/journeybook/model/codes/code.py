"""What a diagnostic code is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is; the last is the worst."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding."""

    code: str
    """`JB` and three digits; never used again for something else."""
    severity: Severity
    """How bad it is unless told otherwise."""
    title: str
    """What it is about, in a few words."""
    why: str
    """Why it is reported and what to do, in a sentence or two."""
    wrong: str = ""
    """An example that is reported."""
    right: str = ""
    """The same, mended."""
    source: str = ""
    """Where practice says so: who, in which work, for rules of good practice."""
