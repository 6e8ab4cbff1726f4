"""Ids that come from a title, in journeys past their draft."""

from datetime import date

import pytest

from journeybook.checks import Limits, practice_findings
from journeybook.model.places import Place, Span, Written
from tests.portal.portals import journey, portal_of, step

_WRITTEN = Place("content/j.yml", Span(), {"id": Written(Span(), Span())})


@pytest.mark.parametrize(
    ("status", "asked"), [(None, []), ("draft", []), ("in-review", ["a"]), ("reviewed", ["a"])]
)
def test_from_review_on_every_step_writes_its_id(status: str | None, asked: list[str]) -> None:
    one = journey([step("a"), step("b", place=_WRITTEN)], status=status)
    findings = [
        finding
        for finding in practice_findings(portal_of(one), Limits(date(2026, 11, 22)))
        if finding.key.startswith("step/")
    ]
    assert [finding.key.rpartition("/")[2] for finding in findings] == asked
    assert {finding.code for finding in findings} <= {"JB401"}
