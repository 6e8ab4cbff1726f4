"""Findings as GitLab's code quality report, which a merge request shows.

The format: https://docs.gitlab.com/ci/testing/code_quality/
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from journeybook.model.diagnostics import Severity
from journeybook_cli.outputs.fingerprints import fingerprints
from journeybook_cli.outputs.report import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def lines(report: Report) -> Iterator[str]:
    """The list of findings, over several lines."""
    found = [
        {
            "description": f"{one.message}; {one.hint}" if one.hint else one.message,
            "check_name": one.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[one.severity],
            "location": {
                "path": report.in_repository(one.file),
                "lines": {"begin": one.span.line, "end": one.span.end_line},
            },
        }
        for one, fingerprint in zip(report.found, fingerprints(report.found), strict=True)
    ]
    yield json.dumps(found, indent=2)
