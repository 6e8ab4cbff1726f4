"""Findings for programs: one object, as the reference of the diagnostics describes it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from journeybook_cli.outputs.report import Report


def lines(report: Report) -> Iterator[str]:
    """The object, over several lines."""
    yield json.dumps({"diagnostics": [one.to_json() for one in report.found]}, indent=2)
