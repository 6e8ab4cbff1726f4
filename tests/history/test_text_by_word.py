"""Texts compared by word, or by character where no blanks are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.history.runs import Mark, around_changes
from journeybook.history.text_by_word import by_word


def _told(before: str, after: str) -> list[tuple[str, str]]:
    return [(run.mark.value, run.text) for run in by_word(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("They get lost", "They are lost", [("", "They "), ("gone", "get"), ("new", "are"), ("", " lost")]),
        ("退洗衣机", "退回洗衣机", [("", "退"), ("new", "回"), ("", "洗衣机")]),
        ("one two", "three four", [("gone", "one two"), ("new", "three four")]),
        ("broken\ninto lines", "broken into\nlines", [("", "broken into lines")]),
        ("first\n\nsecond", "first\n\nnew\n\nsecond", [("", "first"), ("new", "\n\nnew"), ("", "\n\nsecond")]),
        ("", "new", [("new", "new")]),
    ],
)  # fmt: skip
def test_what_went_and_what_came(before: str, after: str, told: list[tuple[str, str]]) -> None:
    assert _told(before, after) == told


_TEXTS = st.text(alphabet="ab 退.\n", max_size=40)


@given(_TEXTS, _TEXTS)
def test_both_texts_can_be_read_from_it(before: str, after: str) -> None:
    runs = by_word(before, after)
    old = "".join(run.text for run in runs if run.mark is not Mark.NEW)
    new = "".join(run.text for run in runs if run.mark is not Mark.GONE)
    assert old.split() == before.split()
    assert new.split() == after.split()


def test_of_a_long_text_only_what_stands_around_a_change_is_shown() -> None:
    text = "same words again and again " * 50
    runs = around_changes(by_word(f"{text}old {text}", f"{text}new {text}"))
    shown = "".join(run.text for run in runs)
    assert "old" in shown
    assert "new" in shown
    assert len(shown) < 300
