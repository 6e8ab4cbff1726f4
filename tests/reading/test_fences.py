"""Fences in Markdown: where they begin and end, and what is in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.reading.fences import fences_in, inside

SIGNS = (
    "```journeybook",
    "```",
    "````",
    "~~~",
    "show: x",
    "",
    "- item",
    "!!! note",
    "<!--",
    "-->",
    "text",
    "`````x",
)
LINES = st.lists(
    st.builds(str.__add__, st.sampled_from(("", "", "  ", "    ", "\t", "> ")), st.sampled_from(SIGNS))
)


def fences(text: str) -> list[tuple[str, list[str], bool]]:
    lines = text.split("\n")
    return [(one.info, inside(one, lines), one.is_closed) for one in fences_in(lines)]


def test_a_fence_holds_its_lines() -> None:
    assert fences("text\n```a b\none\n\n two\n```\ntext") == [("a b", ["one", "", " two"], True)]
    assert fences("~~~x\n```\n~~~") == [("x", ["```"], True)]


@pytest.mark.parametrize(
    "text",
    [
        "- item\n\n    ```x\n    one\n    ```",
        "1. item\n\n    ```x\n    one\n    ```",
        "!!! note\n    ```x\n    one\n    ```",
        "??? note\n\n    text\n\n    ```x\n    one\n    ```",
        '=== "Tab"\n\n    ```x\n    one\n    ```',
        "Term\n:   Meaning\n\n    ```x\n    one\n    ```",
        "[^1]: Note\n\n    ```x\n    one\n    ```",
        "- item\nwritten lazily\n\n    ```x\n    one\n    ```",
        "- item\n\n\t```x\n\tone\n\t```",
    ],
)
def test_a_fence_in_something_indented_is_one(text: str) -> None:
    found = fences(text)
    assert [(info, [line.strip() for line in lines], closed) for info, lines, closed in found] == [
        ("x", ["one"], True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "    ```x\n    one\n    ```",
        "text\n\n    ```x\n    one\n    ```",
        ">     ```x\n>     ```",
        "<!--\n```x\n```\n-->",
    ],
)
def test_a_fence_in_indented_code_or_in_a_comment_is_none(text: str) -> None:
    assert fences(text) == []


def test_a_fence_in_a_longer_one_is_an_example() -> None:
    assert fences("````md\n```x\n```\n````") == [("md", ["```x", "```"], True)]


def test_columns_stay_the_same_in_a_quotation() -> None:
    assert fences("> - a\n>\n> ```x\n> one\n> > two\n> ```") == [("x", ["  one", "  > two"], True)]


def test_a_fence_ends_with_what_it_stands_in() -> None:
    assert fences("> ```x\n> one\ntext\n```y\n```") == [("x", ["  one"], False), ("y", [], True)]
    assert fences("- a\n\n    ```x\n    one\ntext") == [("x", ["    one"], False)]


@given(LINES)
def test_every_line_is_in_one_fence_at_most(lines: list[str]) -> None:
    found = list(fences_in(lines))
    ends = [0, *(one.after for one in found)]
    assert all(one.first >= end for one, end in zip(found, ends, strict=False))
    assert all(one.first < one.after <= len(lines) for one in found)
    for one in found:
        assert len(inside(one, lines)) == one.after - one.first - (2 if one.is_closed else 1)
