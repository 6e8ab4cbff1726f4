"""The forms in which findings are printed, one file each. A new form is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from journeybook_cli.outputs import as_github, as_gitlab, as_json, as_junit, as_sarif, as_text
from journeybook_cli.outputs.report import Report

FORMS: Mapping[str, Callable[[Report], Iterator[str]]] = {
    "text": as_text.lines,
    "json": as_json.lines,
    "sarif": as_sarif.lines,
    "github": as_github.lines,
    "gitlab": as_gitlab.lines,
    "junit": as_junit.lines,
}
"""What turns a report into lines of output, by the form's name."""
