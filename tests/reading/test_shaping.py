"""Records whose values are right one by one, but not together."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from journeybook.model.places import Span
from journeybook.model.record import record
from journeybook.model.text import OneToFive
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Entries, Pair, Scalar
from journeybook.reading.shaping import Shaping


@record
class Stretch:
    """From one number to another."""

    start: OneToFive
    end: OneToFive

    @model_validator(mode="after")
    def forwards(self) -> Self:
        if self.end < self.start:
            raise ValueError("it ends before it begins")
        return self


def stretch(start: str, end: str) -> tuple[Stretch | None, list[str]]:
    findings = Findings("a.yml")
    pairs = [Pair(key, Span(), Scalar(text, "int", "", Span())) for key, text in (("start", start), ("end", end))]
    return Shaping(findings).record(Stretch, Entries(pairs, Span())), [str(one) for one in findings.found]


def test_what_does_not_go_together_is_a_finding_too() -> None:
    assert stretch("2", "3") == (Stretch(start=2, end=3), [])
    assert stretch("3", "2") == (
        None,
        ["a.yml:1:1: error JB152: the values of this stretch do not go together: it ends before it begins"],
    )
