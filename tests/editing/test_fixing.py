"""Findings with one right answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from journeybook.checks import Limits, practice_findings
from journeybook.editing.fixing import FIXERS, mended
from journeybook.model.codes import CODES

from .small import FILES, written

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from journeybook.model.diagnostics import Diagnostic
    from journeybook.portal import Portal

STEP = "title: Bill\npersona: owner\nstages:\n  - title: Pay\n    steps:\n      - title: Pays\n        "


def found(portal: Portal) -> Iterable[Diagnostic]:
    """What the check finds, but for what practice says of so small a portal."""
    practice = practice_findings(portal, Limits(date(2026, 11, 22)))
    return [*portal.diagnostics, *(one for one in practice if one.code == "JB401")]


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("JB122", "feels:fine  # yes", "feels: fine  # yes"),
        ("JB123", "feels: fine: at last  # yes", "feels: 'fine: at last'  # yes"),
        ("JB124", "feels: @home", "feels: '@home'"),
        ("JB140", "Thinks: Why", "thinks: Why"),
        ("JB140", "moment-of-truth: Stays or goes", "moment_of_truth: Stays or goes"),
        ("JB142", "feels: no   # really", "feels: 'no'   # really"),
        ("JB142", "thinks: 1:30", "thinks: '1:30'"),
        ("JB143", 'score: "2"  # of five', "score: 2  # of five"),
        ("JB143", "score: {owner: '4.5'}", "score: {owner: 4.5}"),
        ("JB203", "touchpoint: Call", "touchpoint: call"),
        ("JB203", 'touchpoints: [call-back, "CALL"]', 'touchpoints: [call-back, "call"]'),
    ],
)
def test_each_of_these_has_one(tmp_path: Path, code: str, wrong: str, right: str) -> None:
    files = written(tmp_path, {**FILES, "journeys/bill.yml": f"{STEP}{wrong}\n"})
    assert code in {one.code for one in found(files.portal)}
    result = mended(files, found, FIXERS)
    assert result.after.texts["content/journeys/bill.yml"] == f"{STEP}{right}\n"
    assert [one.code for one in result.findings] == [code]
    assert [*found(result.after.portal)] == []
    assert mended(result.after, found, FIXERS).findings == ()


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("JB146", "status: In Review", "status: in-review"),
        ("JB147", "reviewed: 14.9.2026  # Ann", "reviewed: 2026-09-14  # Ann"),
        ("JB147", "reviewed: '2026/09/14'", "reviewed: '2026-09-14'"),
        ("JB153", "lanes: [Curve]", "lanes: [curve]"),
    ],
)
def test_words_and_days_of_a_journey(tmp_path: Path, code: str, wrong: str, right: str) -> None:
    text = "title: Bill\npersona: owner\n"
    files = written(tmp_path, {**FILES, "journeys/bill.yml": f"{text}{wrong}\n"})
    assert code in {one.code for one in found(files.portal)}
    assert mended(files, found, FIXERS).after.texts["content/journeys/bill.yml"] == f"{text}{right}\n"


@pytest.mark.parametrize(
    "wrong",
    [
        "touchpoint: cal",  # a near name is a guess
        "score: two",
        "score: 7",
        "takes: 20",
        "reviewed: 2026",
        "feels: {a: b}",
        "description: Rings up",
        "evidence: [none]",
    ],
)
def test_what_has_several_answers_is_left_alone(tmp_path: Path, wrong: str) -> None:
    files = written(tmp_path, {**FILES, "journeys/bill.yml": f"{STEP}{wrong}\n"})
    assert [*found(files.portal)] != []
    result = mended(files, found, FIXERS)
    assert result.findings == ()
    assert result.after.texts == files.texts


def test_ids_are_written_in_every_form_of_a_step(tmp_path: Path) -> None:
    text = (
        "title: Bill\nstatus: reviewed\npersona: owner\nstages:\n- title: Pay  # now\n  steps:\n"
        "  - Opens, it\n  - {title: Reads it}\n  - # why\n    title: Pays\n    pains: [Too dear]\n"
    )
    files = written(tmp_path, {**FILES, "journeys/bill.yml": text.replace("\n", "\r\n")})
    result = mended(files, found, FIXERS)
    assert {one.code for one in result.findings} == {"JB401"}
    assert result.after.texts["content/journeys/bill.yml"].replace("\r\n", "\n") == (
        "title: Bill\nstatus: reviewed\npersona: owner\nstages:\n- id: pay\n  title: Pay  # now\n  steps:\n"
        "  - {id: opens-it, title: 'Opens, it'}\n  - {id: reads-it, title: Reads it}\n"
        "  - # why\n    id: pays\n    title: Pays\n    pains: [{id: too-dear, title: Too dear}]\n"
    )
    assert [*found(result.after.portal)] == []


def test_the_table_names_codes_that_exist() -> None:
    assert FIXERS.keys() <= CODES.keys()
