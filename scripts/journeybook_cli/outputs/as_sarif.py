"""Findings as SARIF 2.1.0, which GitHub's code scanning and many editors read.

The format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from journeybook.model.codes import CODES, Code
from journeybook.model.diagnostics import Diagnostic, Severity
from journeybook.version import __version__
from journeybook_cli.outputs.fingerprints import fingerprints
from journeybook_cli.outputs.report import Report

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
"""What GitHub calls the severity of a rule that is not about security."""
_TOP = "%SRCROOT%"


def lines(report: Report) -> Iterator[str]:
    """The log file, over several lines."""
    used = sorted({one.code for one in report.found})
    run = {
        "tool": {"driver": _driver(used)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_TOP: {"description": {"text": "The top folder of the repository."}}},
        "results": [
            _result(one, report, used.index(one.code), fingerprint)
            for one, fingerprint in zip(report.found, fingerprints(report.found), strict=True)
        ],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    yield json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=2)


def _driver(used: list[str]) -> dict[str, Any]:
    rules = [_rule(CODES[code]) for code in used]
    return {"name": "Journeybook", "version": __version__, "rules": rules}


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.code,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.why},
        "help": {"text": f"{code.why}\n\n`journeybook explain {code.code}` says more.", "markdown": _help(code)},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        "properties": {"tags": ["customer-journey"], "problem.severity": _PROBLEMS[code.severity]},
    }


def _help(code: Code) -> str:
    """The entry of the reference, in Markdown."""
    parts = [code.why]
    for name, example in (("Wrong", code.wrong), ("Right", code.right)):
        if example:
            parts.append(f"{name}:\n\n````yaml\n{example}\n````")
    if code.source:
        parts.append(f"Source: {code.source}")
    return "\n\n".join(parts)


def _result(one: Diagnostic, report: Report, rule: int, fingerprint: str) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(report.in_repository(one.file)), "uriBaseId": _TOP},
            "region": {
                "startLine": one.span.line,
                "startColumn": one.span.column,
                "endLine": one.span.end_line,
                "endColumn": one.span.end_column,
            },
        }
    }
    if one.key:
        location["logicalLocations"] = [{"fullyQualifiedName": one.key, "kind": "element"}]
    return {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": _LEVELS[one.severity],
        "message": {"text": _message(one)},
        "locations": [location],
        "partialFingerprints": {"journeybookFinding/v1": fingerprint},
    }


def _message(one: Diagnostic) -> str:
    """The message with its hint; what an author wrote makes no link in it."""
    text = f"{one.message}; {one.hint}" if one.hint else one.message
    return text.replace("](", "] (")
