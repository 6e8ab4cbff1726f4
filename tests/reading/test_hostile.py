"""Input nobody means well with: it always gives findings, soon, and their places are in the file."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journeybook.model.diagnostics import Diagnostic
from journeybook.reading import options_of, read_file
from journeybook.reading.findings import MOST

PATHS = ("journeys/a.yml", "journeys/a.md", "personas/a.md", "channels.yml", "notes/a.md", "notes/a.yml")

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(f'*{chr(97 + n)}' for _ in range(9))}]\n" for n in range(20)
)
WIDE = "a: &a {" + "".join(f"k{n}: 1, " for n in range(3_000)) + "}\n"
LADDER = "x-0: &a0 [x]\n" + "".join(f"x-{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 300))
FENCE = "---\ntitle: A\n---\n## B\n```yaml stage\n"
HOSTILE = {
    "alias bomb": ("journeys/a.yml", BOMB, ["JB129"]),
    "merge bomb": ("journeys/a.yml", WIDE + "b:\n" + "- {<<: *a}\n" * 999, ["JB129"]),
    "alias ladder": ("journeys/a.yml", LADDER, ["JB128"]),
    "lists a million deep": ("journeys/a.yml", "a: " + "[" * 1_000_000, ["JB128"]),
    "mappings deep": ("journeys/a.yml", "{a: " * 400_000, ["JB128"]),
    "dashes deep": ("journeys/a.yml", "- " * 900_000, ["JB128"]),
    "keys deep": ("journeys/a.yml", "? " * 900_000, ["JB128"]),
    "deep in front matter": ("personas/a.md", "---\na: " + "[" * 900_000 + "\n---\n", ["JB128"]),
    "deep in a fence": ("journeys/a.md", FENCE + "[" * 900_000 + "\n```\n", ["JB128"]),
    "many values": ("journeys/a.yml", "x-a: [" + "a," * 900_000 + "]", ["JB129"]),
    "many anchors": ("journeys/a.yml", "x-a:\n" + "- &a b\n" * 250_000, ["JB129"]),
    "one long line": ("journeys/a.yml", "title: " + "x" * 1_900_000, []),
    "one long key": ("journeys/a.yml", "x" * 1_900_000 + ": a", ["JB123"]),
    "a long number": ("journeys/a.yml", "title: " + "9" * 1_900_000, ["JB142"]),
    "a long time": ("journeys/a.yml", "title: A\nreview_every: " + "9" * 1_900_000 + " h", ["JB148"]),
    "many lines of Markdown": ("journeys/a.md", "a\n" * 900_000, ["JB103"]),
    "many quotations": ("journeys/a.md", "# A\n" + ">" * 1_900_000, []),
    "many lists": ("journeys/a.md", "# A\n" + "- " * 900_000, []),
    "many invisible breaks": ("journeys/a.yml", "title: " + "\u2028" * 600_000, None),
    "many findings": ("channels.yml", "".join(f"c{n}: no\n" for n in range(9_000)), None),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_refused(name: str) -> None:
    path, text, codes = HOSTILE[name]
    found = read_file(path, text).diagnostics
    if codes is None:
        assert len(found) == MOST + 1
        assert found[-1].code == "JB113"
    else:
        assert [one.code for one in found] == codes
    assert all(len(str(one)) < 1_000 for one in found)


def assert_inside(text: str, found: tuple[Diagnostic, ...]) -> None:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for one in found:
        span = one.span
        assert 1 <= span.line <= span.end_line <= len(lines), str(one)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1, str(one)
        assert span.end_column <= len(lines[span.end_line - 1]) + 2, str(one)
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert "\n" not in str(one)
        assert "\x1b" not in str(one)


words = st.sampled_from([
    "title", "id", "persona", "stages", "steps", "score", "pains", "touchpoint", "narrative", "x-a", "entity",
    "<<", ":", ": ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "'", '"', "#", " #", "&a", "*a", "!",
    "!!str ", "|", ">", "?", "%", "@", "`", "\t", "\r\n", "\u2028", "\x85", "\ufeff", "\0", "no", "1:30", "~",
    "2026-13-45",
    "---\n", "...\n", "```yaml step\n", "```\n", "~~~ yaml stage\n", "## ", "### ", "# ", "> ", "<!--", "-->",
    "===\n", "=\n", "é", "😀", "\ud800", "\\", "\x1b",
])  # fmt: skip
texts = st.one_of(st.text(), st.lists(words, max_size=60).map("".join))


@given(st.sampled_from(PATHS), texts)
@example("journeys/a.yml", "a: 'b\n\n")
@example("journeys/a.yml", 'a: "\\x1b"\nb: "a\\nb": c')
@example("journeys/a.md", "---\n")
@example("journeys/a.md", "---\n---\n## a\n```yaml stage\n\n")
@example("channels.yml", "? \n")
def test_any_text_is_read(path: str, text: str) -> None:
    assert_inside(text, read_file(path, text).diagnostics)


@given(texts)
def test_any_front_matter_is_read(text: str) -> None:
    whole = f"---\n{text}\n---\n"
    assert_inside(whole, read_file("journeys/a.md", whole).diagnostics)
    assert_inside(whole, read_file("personas/a.md", whole).diagnostics)


@given(texts)
def test_any_fence_is_read(text: str) -> None:
    whole = f"---\ntitle: A\n---\n## B\n### C\n```yaml step\n{text}\n```\n"
    assert_inside(whole, read_file("journeys/a.md", whole).diagnostics)


@given(
    st.sampled_from(
        ["goal", "score", "takes", "pains", "touchpoint", "next", "links", "reviewed", "image", "x-a"]
    ),
    texts,
)
def test_any_value_is_read(key: str, text: str) -> None:
    lines = text.replace("\n", "\n          ")
    whole = f"title: A\nstages:\n  - title: B\n    steps:\n      - title: C\n        {key}: {lines}\n"
    assert_inside(whole, read_file("journeys/a.yml", whole).diagnostics)


@given(texts)
def test_any_options_are_read(text: str) -> None:
    assert_inside(text, options_of(text)[1])
    assert_inside(f"comments: {text}", options_of(f"comments: {text}")[1])
