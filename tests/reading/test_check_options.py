"""`checks:` in `journeybook.yml`, and exemptions beside what they are for."""

from __future__ import annotations

from datetime import date

import pytest

from journeybook.model import Journey
from journeybook.model.rule_weights import Checks, Exemption
from journeybook.reading.entity_files import read_file
from journeybook.reading.options import options_of

RICH = """\
checks:
  profile: strict
  rules: {JB401: off}
  limits: {moments_of_truth: 0.5}
  folders:
    - {in: journeys/drafts/**, rules: {JB401: warning}}
    - in: journeys/*.md
      rules:
        JB401: info
"""


def test_every_part_of_it_is_read() -> None:
    options, found = options_of(RICH)
    assert found == ()
    checks = options.checks
    assert isinstance(checks, Checks)
    assert (checks.profile, checks.rules) == ("strict", {"JB401": "off"})
    assert checks.limits
    assert checks.limits.moments_of_truth == 0.5
    assert [(one.in_, one.rules) for one in checks.folders] == [
        ("journeys/drafts/**", {"JB401": "warning"}),
        ("journeys/*.md", {"JB401": "info"}),
    ]


@pytest.mark.parametrize(
    ("written", "code", "place", "hint"),
    [
        ("profil: strict", "JB301", (2, 3), "did you mean 'profile'?"),
        ("profile: stricter", "JB146", (2, 12), "did you mean 'strict'"),
        ("rules: {JB4O1: off}", "JB351", (2, 11), "did you mean 'JB401'?"),
        ("rules: {jb401: off}", "JB351", (2, 11), "did you mean 'JB401'?"),
        ("rules: {JB203: off}", "JB352", (2, 11), "rules that can be chosen begin with JB4"),
        ("rules: {JB401: of}", "JB146", (2, 18), "did you mean 'off'?"),
        ("rules: {JB401: no}", "JB146", (2, 18), "did you mean 'off'?"),
        ("rules: {JB401: }", "JB146", (2, 18), "write `JB401: off`, or error, warning or info"),
        ("rules: JB401", "JB144", (2, 10), "`rules: {JB401: off}`"),
        ("limits: {moment_of_truth: 0.5}", "JB301", (2, 12), "did you mean 'moments_of_truth'?"),
        ("limits: {moments_of_truth: 5}", "JB145", (2, 30), ""),
        ("folders: [{in: content/journeys/**, rules: {}}]", "JB355", (2, 18), "write `in: journeys/**`"),
        ("folders: [{in: ../other, rules: {}}]", "JB355", (2, 18), "write a path such as"),
        ("folders: [{in: 'journeys\\drafts', rules: {}}]", "JB355", (2, 18), "write a path such as"),
        ("folders: [{rules: {JB401: off}}]", "JB141", (2, 13), "write `in: …`"),
    ],
)
def test_a_slip_of_the_pen_is_told_with_its_place_and_what_was_meant(
    written: str, code: str, place: tuple[int, int], hint: str
) -> None:
    _, found = options_of(f"checks:\n  {written}\n")
    assert [(one.code, (one.span.line, one.span.column)) for one in found] == [(code, place)]
    assert hint in found[0].hint


def test_what_is_wrong_in_it_leaves_the_rest_as_it_is() -> None:
    options, _ = options_of("checks:\n  rules: {JB203: off, JB401: error, JB4O1: off}\n  profile: mild\n")
    assert options.checks == Checks(rules={"JB401": "error"})


YAML = """\
title: Claim
checks:
  ignore: JB401
  because: The survey comes in spring
  until: 2027-03-31
stages:
  - title: Report it
    steps:
      - title: Calls
        checks:
          - {ignore: [JB401], because: Called by the press, until: 2027-01-31}
          - {rules: {JB401: error}, because: Asked for by the board, until: 2027-01-31}
"""
MARKDOWN = """\
---
title: Claim
checks:
  ignore: JB401
  because: The survey comes in spring
  until: 2027-03-31
---

## Report it

### Calls

```yaml step
checks:
  - {ignore: [JB401], because: Called by the press, until: 2027-01-31}
  - {rules: {JB401: error}, because: Asked for by the board, until: 2027-01-31}
```
"""


def test_yaml_and_markdown_hold_the_same_exemptions() -> None:
    (in_yaml,), (in_markdown,) = (
        read_file(f"journeys/claim.{ending}", text).entities for ending, text in (("yml", YAML), ("md", MARKDOWN))
    )
    assert in_yaml == in_markdown
    assert isinstance(in_yaml, Journey)
    until = date(2027, 3, 31)
    assert in_yaml.checks == (Exemption(ignore=("JB401",), because="The survey comes in spring", until=until),)
    assert [one.weights for one in in_yaml.stages[0].steps[0].checks] == [{"JB401": "off"}, {"JB401": "error"}]


@pytest.mark.parametrize(
    ("written", "code", "says"),
    [
        ("{ignore: JB401, until: 2027-03-31}", "JB141", "write `because: …`"),
        ("{ignore: JB401, because: So}", "JB141", "write `until: …`"),
        ("{because: So, until: 2027-03-31}", "JB353", "write `ignore: JB401`"),
        ("{ignore: JB203, because: So, until: 2027-03-31}", "JB352", "mend what it reports"),
        ("{ignore: JB4O1, because: So, until: 2027-03-31}", "JB351", "did you mean 'JB401'?"),
        ("{ignore: JB401, because: So, until: next year}", "JB147", "year-month-day"),
        ("{JB401: off, because: So, until: 2027-03-31}", "JB140", "write `ignore: JB401`"),
        ("{JB401: {because: So, until: 2027-03-31}}", "JB144", "`- ignore: JB401`"),
        ("JB401", "JB144", "write `key: …`"),
    ],
)
def test_an_exemption_names_a_rule_a_reason_and_a_day(written: str, code: str, says: str) -> None:
    found = read_file("journeys/claim.yml", f"title: Claim\nchecks: {written}\n").diagnostics
    assert code in {one.code for one in found}
    assert says in " ".join(one.hint for one in found)
