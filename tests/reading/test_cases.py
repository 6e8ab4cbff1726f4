"""Every case of `cases/` gives exactly the findings, and the model, that stand beside it."""

from pathlib import Path

import pytest

from .cases import CASES, findings_of, model_of

ALL = sorted(CASES.iterdir())


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_findings(case: Path) -> None:
    assert findings_of(case) == (case / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "case", [case for case in ALL if (case / "expected.json").exists()], ids=lambda case: case.name
)
def test_model(case: Path) -> None:
    assert model_of(case) == (case / "expected.json").read_text(encoding="utf-8")


def test_every_code_of_this_room_has_a_case() -> None:
    from journeybook.model.codes import blocks, files, options, other_portals, references

    families = (files, blocks, options, other_portals, references)
    known = {code.code for family in families for code in family.CODES}
    shown = "".join((case / "expected.txt").read_text(encoding="utf-8") for case in ALL)
    assert {code for code in known if code not in shown} <= _SHOWN_ELSEWHERE


_FETCHED = {"JB333", "JB334", "JB335", "JB336", "JB337", "JB339"}
"""Codes of what was fetched; `tests/exchange/test_others.py` holds them."""

_SHOWN_ELSEWHERE = _FETCHED | {
    "JB309", "JB154", "JB102", "JB103", "JB104", "JB106", "JB108", "JB113", "JB128", "JB129", "JB152", "JB186",
}  # fmt: skip
"""Codes that need a disk or a file that no repository should hold; other tests hold them."""
