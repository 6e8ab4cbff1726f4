"""What reading makes of valid values is what Pydantic makes of them, to the type of every value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from journeybook.model import record as records
from journeybook.model.record import of_valid, with_changes
from journeybook.portal import assemble
from journeybook.portal.audience import division_of
from journeybook.reading import read_content, read_options, shaping
from journeybook.reading.translated import translated
from tests.reading.cases import CASES, model_of

SAMPLE = Path(__file__).parents[2]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[type[Any]]:
    """The kinds of records that were made, each held against Pydantic's."""
    kinds: list[type[Any]] = []

    def both(record: type[Any], values: Mapping[str, Any]) -> Any:
        kinds.append(record)
        quick, slow = of_valid(record, values), record(**values)
        assert described(held_by(quick)) == described(held_by(slow))
        return quick

    monkeypatch.setattr(shaping, "of_valid", both)
    monkeypatch.setattr(records, "of_valid", both)
    return kinds


def held_by(made: Any) -> dict[str, Any]:
    """All fields of a record, whether it was given them or not."""
    return {one.name: getattr(made, one.name) for one in fields(made)}


def described(value: Any) -> Any:
    """`value` with the types of all it holds."""
    if isinstance(value, Mapping):
        return [(key, described(one)) for key, one in value.items()]  # pyright: ignore[reportUnknownVariableType]
    if type(value) in {tuple, list}:
        return type(value), [described(one) for one in value]
    return type(value), repr(value)


def test_records_of_the_sample(made: list[type[Any]]) -> None:
    options, _ = read_options(SAMPLE)
    content = read_content(SAMPLE, options.content, options.editions)
    for language in options.editions[1:]:
        assert translated(content, language, options.language).entities
    assert division_of(assemble(content), with_changes(options, audience="public")).portal.content.entities
    assert len(set(made)) > 15


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_records_of_every_case(case: Path, made: list[type[Any]]) -> None:
    model_of(case)
