"""`journeybook explain`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from journeybook.model.codes import CODES

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.mark.parametrize("code", ["JB203", "jb203"])
def test_a_code_is_explained_with_an_example(run: Run, code: str) -> None:
    output = run("explain", code).output
    assert output.startswith("JB203 (error): A reference names nothing\n")
    assert "Wrong:\n    touchpoint: suport-call\n" in output
    assert "Right:\n    touchpoint: support-call\n" in output


def test_without_a_code_all_are_listed(run: Run) -> None:
    lines = run("explain").output.splitlines()
    assert [line.split()[0] for line in lines[: len(CODES)]] == [*CODES]


def test_codes_for_programs(run: Run) -> None:
    listed = json.loads(run("explain", "--json").stdout)["codes"]
    assert [one["code"] for one in listed] == [*CODES]
    one = json.loads(run("explain", "JB203", "--json").stdout)
    assert one in listed
    assert one.keys() == {"code", "severity", "title", "why", "wrong", "right", "source"}


def test_good_practice_names_its_source(run: Run) -> None:
    listed = json.loads(run("explain", "--json").stdout)["codes"]
    (severe,) = (one for one in listed if one["code"] == "JB420")
    assert severe["source"].startswith('Gibbons, "Journey Mapping 101", Nielsen Norman Group')
    assert f"\n\nSource: {severe['source'][:60]}" in run("explain", "JB420").output
    assert "Source:" not in run("explain", "JB203").output


def test_a_code_that_does_not_exist_is_refused_with_the_nearest(run: Run) -> None:
    assert "did you mean JB203" in run("explain", "JB2033", expect=2).output
