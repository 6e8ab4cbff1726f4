"""What one rule finds in a small portal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from journeybook.checks import Limits, practice_findings
from journeybook.model import Entity
from journeybook.model.diagnostics import Diagnostic
from tests.portal.portals import portal_of

LIMITS = Limits(date(2026, 11, 22))


def findings(code: str, *entities: Entity, **limits: Any) -> list[Diagnostic]:
    """The findings with `code` in the portal of `entities`."""
    found = practice_findings(portal_of(*entities), replace(LIMITS, **limits))
    return [one for one in found if one.code == code]


def keys(code: str, *entities: Entity, **limits: Any) -> list[str]:
    """The ids of what has a finding with `code`, in order of the ids."""
    return sorted(one.key.rpartition("/")[2] for one in findings(code, *entities, **limits))
