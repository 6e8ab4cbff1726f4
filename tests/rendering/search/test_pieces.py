"""The search index of a large portal, in pieces."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.reading import processes
from journeybook.rendering.search import Found, pieces, pieces_of

CALL = Found("t/call.html", "Support call", "Support call", ("Ring us <b>",), ("phone",))
STEP = Found("j/claim.html#calls", "Calls support", "Report a claim", ("Rings\u2028twice", "Rings again"), boost=2)


def contents(entries: Sequence[Found]) -> dict[str, Any]:
    """What each file gives to the function it calls, by its name."""
    found: dict[str, Any] = {}
    for name, text in pieces_of(entries).files:
        assert "\u2028" not in text
        called, _, content = text.removeprefix("piece(").removesuffix(")\n").partition(",")
        assert name == f"{json.loads(called)}.js"
        found[json.loads(called)] = json.loads(content)
    return found


def test_words_lead_to_entries() -> None:
    found = contents([CALL, STEP])
    words = found["words-0"]
    assert list(words) == sorted(words)
    assert words["support"] == [0, 0, 24, 1, 48], (
        "not common; then steps from number to number, each with a weight"
    )
    assert words["rings"] == [0, 1, 16]
    assert words["phone"] == [0, 0, 24]
    assert found["entries-0"] == [
        ["t/call.html", "Support call", "", ["Ring us <b>"], ["phone"]],
        ["j/claim.html#calls", "Calls support", "Report a claim", ["Rings\u2028twice", "Rings again"], []],
    ]


@pytest.fixture(scope="module")
def many() -> list[Found]:
    """Enough for many pieces."""
    return [
        Found(f"p{number}.html", f"Page {number} {chr(97 + number % 26)}x{number}", "", (f"the w{number * 7919}",))
        for number in range(9_000)
    ]


def test_two_processes_give_what_one_gives(many: list[Found], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_is_alone", lambda: True)
    here: list[int] = []
    original = pieces._Index.fill  # pyright: ignore[reportPrivateUsage]

    def filling(index: Any, entries: Any) -> Any:
        shown = original(index, entries)
        here.append(index.count)
        return shown

    monkeypatch.setattr(pieces._Index, "fill", filling)  # pyright: ignore[reportPrivateUsage]
    monkeypatch.setenv(processes.PROCESSES, "2")
    two = pieces_of(many)
    assert here == [4_500], "another process does the rest"
    monkeypatch.setenv(processes.PROCESSES, "1")
    assert pieces_of(many) == two
    assert two.guide["count"] == 9_000


@given(text=st.text(st.characters(codec="utf-8")))
def test_texts_are_written_as_pythons_json_writes_them(text: str) -> None:
    written = pieces_of([Found("a/", text, "", (text,))]).files[-2][1]
    rest = json.dumps([["a/", text, "", [text], []]], ensure_ascii=False, separators=(",", ":"))
    rest = rest.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    assert written == f'piece("entries-0",{rest})\n'


def test_the_guide_says_where_words_and_entries_stand(many: list[Found]) -> None:
    guide, found = pieces_of(many).guide, contents(many)
    starts = guide["words"]
    assert starts == sorted(starts)
    assert len(starts) > 5
    for number, start in enumerate(starts):
        assert next(iter(found[f"words-{number}"])) == start
    assert guide["count"] == 9_000
    for number in (0, 4_321, 8_999):
        piece = found[f"entries-{number // guide['size']}"]
        assert piece[number % guide["size"]][0] == f"p{number}.html"


def test_what_nearly_all_say_is_found_in_titles_only(many: list[Found]) -> None:
    one = replace(many[5], title="The one")
    words = {word: places for name, piece in contents([*many[:5], one, *many[6:]]).items() if "words" in name
             for word, places in piece.items()}  # fmt: skip
    assert words["the"][:2] == [1, 5]
    assert len(words["the"]) == 3


def test_beginnings_of_many_words_have_a_short_list(many: list[Found]) -> None:
    guide, short = pieces_of(many).guide, contents(many)["short"]
    assert "w" in guide["short"]
    assert list(short) == guide["short"]
    assert len(short["w"]) == 2 * 200, "the best, as their titles say"


def test_the_stamp_changes_with_what_is_said() -> None:
    stamps = {pieces_of(entries).guide["stamp"] for entries in ([CALL], [CALL], [STEP], [CALL, STEP])}
    assert len(stamps) == 3
    assert contents([]) == {"short": {}}
