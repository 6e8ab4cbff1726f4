"""The same entity, written in YAML and in Markdown, is the same entity."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from journeybook.model import Journey
from journeybook.model.places import Place
from journeybook.reading import read_file

from .cases import CASES
from .writing import Keys, as_markdown, as_yaml

LETTERS = "abcXYZéß等待Яя😀 :'\"*_`[]<>&\\!?%@|,.-0123"
words = st.text(LETTERS, max_size=20).map(lambda text: f"T{text}t")
blocks = st.one_of(
    words,
    st.sampled_from([
        "#### Heading", "- item\n- item", "> ## quoted", "    ## code", "<!-- ## comment -->", "[a]: b",
        "```\n## fence\n```", "~~~ yaml of something\n### x\n~~~", "---", "***", "| a |\n|---|\n| b |",
        "1. one\n\n   two",
        "<div>\n## html\n</div>", "ends with blanks  ", "\\## escaped", "!!! note\n    ## text",
    ]),
)  # fmt: skip
narratives = st.lists(blocks, min_size=1, max_size=4).map("\n\n".join)


def keys(**own: st.SearchStrategy[object]) -> st.SearchStrategy[Keys]:
    common = {"summary": words, "tags": st.lists(words, max_size=2), "narrative": narratives, "x-own": words}
    return st.fixed_dictionaries({"title": words}, optional={**common, **own})


pains = st.one_of(
    words, keys(severity=st.integers(1, 5), reach=st.integers(0, 100).map(lambda share: share / 100))
)
steps = keys(
    id=st.sampled_from(["calls", "waits", "等待"]),
    score=st.one_of(st.integers(1, 5), st.dictionaries(st.sampled_from(["ann", "bob"]), st.integers(1, 5))),
    does=words,
    pains=st.lists(pains, max_size=2),
    touchpoint=st.one_of(st.just("call"), keys()),
    takes=st.sampled_from(["20 min", "P3D"]),
)
stages = keys(goal=words, steps=st.lists(steps, max_size=3))
journeys = keys(persona=st.just("ann"), goal=words, stages=st.lists(stages, max_size=3))


@given(journeys)
def test_a_journey(journey: Keys) -> None:
    from_yaml = read_file("journeys/a.yml", as_yaml(journey))
    from_markdown = read_file("journeys/a.md", as_markdown(journey))
    assert from_yaml.diagnostics == ()
    assert from_markdown.diagnostics == ()
    assert from_yaml.entities == from_markdown.entities
    assert len(from_yaml.entities) >= 1


@given(keys(kind=st.just("customer"), quote=words, needs=st.lists(words)))
def test_a_persona(persona: Keys) -> None:
    from_yaml = read_file("personas/a.yml", as_yaml(persona))
    from_markdown = read_file("personas/a.md", as_markdown(persona))
    assert from_yaml.diagnostics == from_markdown.diagnostics == ()
    assert from_yaml.entities == from_markdown.entities


def test_the_two_forms_of_the_design() -> None:
    """The rich journey of the cases, written by hand in Markdown."""
    folder = CASES / "good-all-kinds" / "content"
    written = read_file("journeys/move.yml", (folder / "journeys" / "move.yml").read_text(encoding="utf-8"))
    same = read_file("journeys/move.md", (CASES.parent / "move.md").read_text(encoding="utf-8"))
    assert same.diagnostics == ()
    assert same.entities == written.entities


def test_places_do_not_count() -> None:
    (journey,) = read_file("journeys/a.yml", "title: A").entities
    assert isinstance(journey, Journey)
    assert journey == replace(journey, place=Place("elsewhere", journey.place.span))
