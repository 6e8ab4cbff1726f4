"""The baseline: what was known when it was written is not told again, whatever lines have moved."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from journeybook import checks
from journeybook.checks import NO_BASELINE, Baseline, Limits, advice, baseline_of, ids, read_baseline, selected
from journeybook.checks.baseline import Known, known_as
from journeybook.checks.baseline_file import baseline_in, text_of
from journeybook.model.diagnostics import Diagnostic, Severity, at
from journeybook.model.keys import SpotKey
from journeybook.model.portal_files import BASELINE_FILE
from journeybook.model.portal_options import PortalOptions
from journeybook.model.rule_weights import Checks
from journeybook.portal import Portal
from tests.checks.test_selecting import CLAIM, TODAY, portal_of

QUOTED = """\
title: Claim
tags: [one, two]
x-cost: 5
stages:
  - id: report
    title: Report it
    steps:
      - id: calls
        title: Calls
        quote: I told them twice
      - {id: writes, title: Writes}
"""


@pytest.fixture(autouse=True)
def one_family(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only one rule, so that no other has a say in what is tested here."""
    monkeypatch.setattr(checks, "RULES", ids.RULES)


def finding(portal: Portal, key: str, field: str = "") -> Diagnostic:
    """A finding about the thing called `key`, at its value of `field`."""
    place = portal.directory.by_key[SpotKey.parse(key)].place
    return at(place, place.of(field) if field else place.span, "JB401", "something", key=key)


def told(portal: Portal, baseline: Baseline, *found: Diagnostic) -> list[tuple[str, str]]:
    """Codes and keys of what is told of `found`."""
    result = selected(portal, found, Limits(TODAY), Checks(), baseline)
    return [(one.code, one.key) for one in result.found]


def known_of(text: str, key: str, field: str = "") -> Baseline:
    """The baseline that knows one finding."""
    portal = portal_of(claim=text)
    return baseline_of(portal, [finding(portal, key, field)], "known.json")


STEP = "step/claim/calls"


@pytest.mark.parametrize("field", ["", "quote"])
@pytest.mark.parametrize(
    "text",
    [
        QUOTED,
        "# a comment\n\n" + QUOTED,
        QUOTED.replace("quote: I told them twice", "quote: 'I told them twice'"),
        QUOTED.replace("        title: Calls\n", "        title: Calls the desk\n        does: Rings\n"),
        QUOTED.replace("    title: Report it\n", "    title: Report it\n    goal: Be heard\n"),
        QUOTED.replace("      - id: calls\n", "      - {id: first, title: First}\n      - id: calls\n"),
    ],
)
def test_a_known_finding_stays_known_whatever_changes_around_it(field: str, text: str) -> None:
    portal = portal_of(claim=text)
    assert told(portal, known_of(QUOTED, STEP, field), finding(portal, STEP, field)) == []


def test_a_finding_about_another_thing_another_key_or_another_text_is_new() -> None:
    known = known_of(QUOTED, STEP, "quote")
    gone = ("JB475", "")
    portal = portal_of(claim=QUOTED)
    for key, field in (("step/claim/writes", ""), (STEP, "title"), (STEP, "")):
        assert told(portal, known, finding(portal, key, field)) == [("JB401", key), gone]
    other = portal_of(claim=QUOTED.replace("told them twice", "had to shout"))
    assert told(other, known, finding(other, STEP, "quote")) == [("JB401", STEP), gone]


@pytest.mark.parametrize(("field", "has_value"), [("tags", True), ("x-cost", True), ("stages", False)])
def test_what_holds_things_of_its_own_is_known_whatever_they_say(field: str, has_value: bool) -> None:
    portal = portal_of(claim=QUOTED)
    known = known_as(portal, finding(portal, "journey/claim", field))
    assert (known.at, bool(known.value)) == (field, has_value)


def test_two_findings_at_one_place_need_two_entries() -> None:
    portal = portal_of(claim=QUOTED)
    one = finding(portal, "journey/claim", "tags")
    known = baseline_of(portal, [one], "known.json")
    assert told(portal, known, one, one) == [("JB401", "journey/claim")]
    assert told(portal, baseline_of(portal, [one, one], "known.json"), one, one) == []


def test_a_thing_that_was_renamed_takes_its_known_findings_along() -> None:
    renamed = portal_of(claim=QUOTED.replace("id: calls", "id: rings\n        aliases: [calls]"))
    assert told(renamed, known_of(QUOTED, STEP), finding(renamed, "step/claim/rings")) == []


def test_entries_that_no_longer_occur_are_told_once() -> None:
    portal = portal_of(claim=QUOTED)
    known = baseline_of(portal, [finding(portal, STEP), finding(portal, "journey/claim")], "known.json")
    (gone,) = selected(portal, [], Limits(TODAY), Checks(), known).found
    assert (gone.code, gone.file, gone.severity) == ("JB475", "known.json", Severity.INFO)
    assert gone.message == "2 known findings are gone: JB401 of journey/claim first"


def test_a_known_finding_whose_rule_is_off_is_not_gone() -> None:
    portal = portal_of(claim=QUOTED)
    one = finding(portal, STEP)
    result = selected(portal, [one], Limits(TODAY), Checks(rules={"JB401": "off"}), known_of(QUOTED, STEP))
    assert (result.found, result.known) == ((), 0)


def test_errors_and_what_is_said_of_exemptions_are_never_known() -> None:
    portal = portal_of(claim=QUOTED)
    found = [
        Diagnostic(code, "", "content/journeys/claim.yml", key="journey/claim")
        for code in ("JB203", "JB471", "JB401")
    ]
    assert [one.code for one in baseline_of(portal, found, "").known] == ["JB401"]


def test_the_file_is_sorted_one_finding_a_line_and_read_as_it_was_written() -> None:
    portal = portal_of(claim=CLAIM)
    found = advice(portal, PortalOptions(), TODAY).found
    baseline = baseline_of(portal, reversed(found), BASELINE_FILE)
    text = text_of(baseline)
    assert text == text_of(baseline_of(portal, found, BASELINE_FILE))
    assert baseline_in(text, BASELINE_FILE) == (baseline, ())
    lines = text.splitlines()[3:-2]
    assert len(lines) == len(found) == 5
    assert lines == sorted(lines)
    assert lines[0] == '    {"key": "pain/claim/waits", "code": "JB401"},'
    assert advice(portal, PortalOptions(), TODAY, baseline).known == 5


def test_an_empty_baseline_is_one() -> None:
    assert json.loads(text_of(NO_BASELINE)) == {"format": 1, "findings": []}
    assert baseline_in(text_of(NO_BASELINE), "b.json") == (Baseline("b.json", ()), ())


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('{\n  "format": 1,\n<<<<<<< HEAD\n', "JB361", 3),
        ("", "JB361", 1),
        ("[]", "JB361", 1),
        ("[" * 100_000, "JB361", 1),
        ('{"format": "1", "findings": []}', "JB361", 1),
        ('{"format": 1, "findings": [1]}', "JB361", 1),
        ('{"format": 1, "findings": [{"key": "a"}]}', "JB361", 1),
        ('{"format": 1, "findings": [{"key": "a", "code": 4}]}', "JB361", 1),
        ('{"format": 1, "findings": [{"key": "a", "code": "JB401", "more": ""}]}', "JB361", 1),
        ('{"format": 2, "findings": []}', "JB362", 1),
    ],
)
def test_a_file_that_is_no_baseline_is_told_and_hides_nothing(text: str, code: str, line: int) -> None:
    baseline, (found,) = baseline_in(text, "known.json")
    assert baseline == NO_BASELINE
    assert (found.code, found.file, found.span.line) == (code, "known.json", line)


def test_the_portals_own_file_is_used_where_it_has_one(tmp_path: Path) -> None:
    assert read_baseline(tmp_path) == (NO_BASELINE, ())
    known = Baseline(BASELINE_FILE, (Known("journey/claim", "JB401"),))
    (tmp_path / BASELINE_FILE).write_text(text_of(known), "utf-8")
    assert read_baseline(tmp_path) == (known, ())
    (tmp_path / BASELINE_FILE).write_bytes(b"\xff\xfe")
    assert [one.code for one in read_baseline(tmp_path)[1]] == ["JB104"]


def test_another_day_makes_no_known_finding_new() -> None:
    portal = portal_of(claim=CLAIM)
    known = baseline_of(portal, advice(portal, PortalOptions(), TODAY).found, "")
    assert advice(portal, PortalOptions(), date(2027, 11, 22), known).found == ()
