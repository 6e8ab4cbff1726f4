"""Changes as a comment on a pull request: nothing in it acts, and it is never too long."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from journeybook.exchange.changes import MARKER, comment_of, document_of, told
from journeybook.exchange.changes.comment import LIMIT
from journeybook.exchange.changes.harmless import harmless
from journeybook.history import changes_between
from journeybook.model import Journey, Stage, Step
from journeybook.words import Words
from tests.portal.portals import journey, portal_of

HOSTILE = [
    "@everyone look", "fixes #1", "closes GH-1 and !7", "<img src=x onerror=alert(1)>", "![x](https://evil.example/x)",
    "</details><h1>Out", "[a](javascript:alert(1))", ":smile:", "$x$", "https://github.com/a/b/issues/1",
    "`code`", "www.evil.example", "a | b", "/close", "~bug", "&1", "# head", "\u202eright to left", "a_b_ *c*",
]  # fmt: skip
_BLANK = "\u200b"


def _comment(before: Journey, after: Journey, *rules: str) -> str:
    changes = changes_between(portal_of(before), portal_of(after))
    return comment_of(told(changes, ("main", "work"), Words(), rules))


def _with(text: str) -> tuple[Journey, Journey]:
    old = Step(id="a", title="A", thinks="Before", narrative=f"Some words before. {text}")
    new = Step(id="a", title=text, thinks=text, narrative=f"{text} Some words after.", evidence=("e",))
    return journey([old]), Journey(id="claim", title=text, stages=(Stage(id="s1", title=text, steps=(new,)),))


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_call_nobody_close_nothing_and_load_nothing(text: str) -> None:
    comment = _comment(*_with(text))
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(comment)
    tags = {name.lower() for name in re.findall(r"<(\w+)", html)}
    assert tags <= {"h3", "p", "strong", "em", "ul", "li", "details", "summary", "blockquote", "del", "ins"}
    shown = re.sub(r"<[^>]*>", "", html)
    assert not re.search(r"[@#]\w|!\d|\bGH-\d|://|\bwww\.|:\w+:|(?<!&)&amp;\d|~\w|\$\w", shown), shown


def test_a_text_still_says_what_it_says() -> None:
    for text in HOSTILE:
        html = MarkdownIt("commonmark").render(f"x {harmless(text)}")
        shown = re.sub(r"<[^>]*>", "", html).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        assert shown.replace(_BLANK, "").strip() == f"x {text}".replace("\u202e", "")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(min_size=1).map(lambda text: f"T{text}"), min_size=1, max_size=5), st.integers(1, 400))
def test_it_is_never_too_long(texts: list[str], times: int) -> None:
    steps = [Step(id=f"s{n}-{times}", title=text * times, thinks=text * times) for n, text in enumerate(texts * 9)]
    comment = _comment(journey([]), journey(*[[one] for one in steps]), "evidence-removed")
    assert len(comment.encode("utf-16-le")) // 2 <= LIMIT
    assert comment.startswith(f"{MARKER}\n")
    assert comment.count("<details>") == comment.count("</details>")


def test_what_does_not_fit_is_counted() -> None:
    def portal(says: str) -> list[Journey]:
        return [
            Journey(id=f"j{n}", title=f"Journey {n}", stages=(Stage(id="s", title="S", steps=_steps(says)),))
            for n in range(90)
        ]

    def _steps(says: str) -> tuple[Step, ...]:
        return tuple(Step(id=f"a{n}", title=f"A{n} " * 20, score={"*": float(says)}) for n in range(10))

    changes = changes_between(portal_of(*portal("2")), portal_of(*portal("3")))
    comment = comment_of(told(changes, ("main", "work"), Words()))
    lines = [line for line in comment.splitlines() if line.startswith("- ")]
    more = re.search(r"… and (\d+) more", comment)
    assert more
    assert len(lines) + int(more[1]) == 900
    assert "**90 journeys changed · 900 steps changed · 900 scores up**" in comment


def test_wording_is_folded_and_what_matters_stands_in_sight() -> None:
    before = journey([Step(id="a", title="A", score={"*": 2}, thinks="Where are my orders now?")])
    after = journey([Step(id="a", title="A", score={"*": 3}, thinks="Where are my parcels now?")])
    seen, _, folded = _comment(before, after).partition("<details>")
    assert "feels 2 → 3" in seen
    assert "thought" not in seen
    assert "thought “Where are my <del>orders</del><ins>parcels</ins> now?”" in folded


def test_the_document_has_every_key_and_the_sentence() -> None:
    before = journey([Step(id="a", title="A", evidence=("e",), score={"*": 2})])
    after = journey([Step(id="a", title="A", score={"*": 3})])
    found = told(
        changes_between(portal_of(before), portal_of(after)), ("main", "work"), Words(), ("evidence-removed",)
    )
    document = document_of(found)
    assert list(document) == [
        "schema", "version", "base", "head", "summary", "notes", "changes", "translations", "stopped_by",
    ]  # fmt: skip
    (change,) = document["changes"]
    assert change["key"] == "step/claim/a"
    assert change["said"] == "Stage 1: step A – feels 2 → 3; evidence e removed"
    assert change["fields"] == [
        {"field": "evidence", "about": None, "part": None, "before": "e", "after": None},
        {"field": "score", "about": None, "part": None, "before": 2.0, "after": 3.0},
    ]
    assert document["stopped_by"][0]["rule"] == "evidence-removed"
