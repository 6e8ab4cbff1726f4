"""Findings as annotations, which GitHub shows beside the lines of a pull request.

The commands: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.model.codes import CODES
from journeybook.model.diagnostics import Diagnostic, Severity
from journeybook_cli.outputs.as_text import counted, summary
from journeybook_cli.outputs.report import Report
from journeybook_cli.terminal import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10
"""Annotations of one level that GitHub shows for one step of a workflow."""


def lines(report: Report) -> Iterator[str]:
    """The worst first: a command for each finding that GitHub will show, the others as text, and the summary."""
    for severity in reversed(Severity):
        found = [one for one in report.found if one.severity is severity]
        for one in found[:_SHOWN]:
            yield _command(one, report)
        if others := found[_SHOWN:]:
            kind = _COMMANDS[severity]
            more = counted(len(others), f"more {kind}")
            yield f"::group::{more}; GitHub shows {_SHOWN} of a kind beside the lines"
            for one in others:
                yield _as_text(str(one))
            yield "::endgroup::"
    yield summary(report)


def _command(one: Diagnostic, report: Report) -> str:
    where = {"file": report.in_repository(one.file), "line": one.span.line, "endLine": one.span.end_line}
    # GitHub refuses columns of a stretch over several lines.
    if one.span.line == one.span.end_line:
        where |= {"col": one.span.column, "endColumn": one.span.end_column}
    where["title"] = f"{one.code}: {CODES[one.code].title}"
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    text = f"{one.message}; {one.hint}" if one.hint else one.message
    return f"::{_COMMANDS[one.severity]} {properties}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _as_text(line: str) -> str:
    """`line` as GitHub's log shows it: the old form of a command would be obeyed anywhere in it."""
    return visible(line).replace("##[", "## [")
