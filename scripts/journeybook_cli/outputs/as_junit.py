"""Findings as a JUnit report: a test case each, so that hosts can tell new ones from old ones.

What failed the run is a failure; the other findings are test cases that passed and have something to say.
The form that Jenkins and GitLab read: https://llg.cubic.org/docs/junit/
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from journeybook.model.diagnostics import Diagnostic
from journeybook_cli.outputs.report import Report

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 may hold, not even as entities."""
_SUITE = "journeybook check"


def lines(report: Report) -> Iterator[str]:
    """The report, line by line; one test case that passed where nothing was found."""
    failures = sum(map(report.fails, report.found))
    counts = f'tests="{len(report.found) or 1}" failures="{failures}" errors="0"'
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="{_SUITE}" {counts}>'
    yield f'  <testsuite name="{_SUITE}" {counts}>'
    for one in report.found:
        yield from _case(one, report)
    if not report.found:
        yield f'    <testcase classname="{_SUITE}" name="no findings"/>'
    yield "  </testsuite>"
    yield "</testsuites>"


def _case(one: Diagnostic, report: Report) -> Iterator[str]:
    file = report.in_repository(one.file)
    # No line number in the name: hosts hold test cases of two runs together by it.
    name = _quoted(f"{one.code}: {one.message}")
    yield f"    <testcase classname={_quoted(file)} name={name} file={_quoted(file)}>"
    from xml.sax.saxutils import escape

    told = escape(_allowed(str(one)))
    if report.fails(one):
        yield f'      <failure type="{one.severity}" message={_quoted(one.message)}>{told}</failure>'
    else:
        yield f"      <system-out>{told}</system-out>"
    yield "    </testcase>"


def _quoted(text: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(_allowed(text))


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
