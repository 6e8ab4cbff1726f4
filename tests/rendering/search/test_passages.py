"""What the search sees of a narrative's HTML."""

from __future__ import annotations

import re
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser

from journeybook.rendering.search.passages import passages_in


def seen(html: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.anchor, one.title, one.said) for one in passages_in(html)]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>a</p>\n<p>b</p>", ("a", "b")),
        ("<dl><dt>Does</dt><dd>Rings</dd></dl>", ("Does", "Rings")),
        ("<b>re</b>written <a href='x'>h<i>e</i>re</a>", ("rewritten here",)),
        ("one<br>two", ("one two",)),
        ("<div data-search-exclude>a<div>b</div>c</div>d", ("d",)),
        ('<p>a</p><nav class="x" data-search-exclude>b<br>c</nav><p>d</p>', ("a", "d")),
        ("<table><tr><td><em>a</em></td><td>b</td></tr></table>c", ("a b", "c")),
        ('<img data-search-exclude src="a">b', ("b",)),
        ('<div class="linenodiv"><pre>1</pre></div><pre>x = 1</pre>', ("x = 1",)),
        ("<script>a < b</script>c<svg><title>d</title></svg>e<!-- <p> -->f", ("cef",)),
        ('<p title="data-search-exclude>">a</p>', ("a",)),
        ("<pre><code>a &lt;b&gt;\n  c</code></pre>", ("a <b> c",)),
        ("<h4>No id</h4><p>a</p>", ("No id", "a")),
        ("", ()),
    ],
)
def test_lines_of_text_are_left(html: str, said: tuple[str, ...]) -> None:
    assert seen(html) == [("", "", said)]


def test_a_heading_with_an_id_begins_a_passage() -> None:
    html = (
        '<p>a</p><h2 id="page_x">R&amp;D<a class="headerlink" href="#page_x">¶</a></h2><p>b</p><p>c</p>'
        '<h3 id="page_y" data-search-exclude>Secret</h3><p>d</p><h3 id="z"></h3><p>e</p>'
    )
    assert seen(html) == [("", "", ("a",)), ("page_x", "R&D", ("b", "c")), ("z", "", ("e",))]


def element(tag: str, inside: list[str]) -> str:
    return f"<{tag}>{''.join(inside)}</{tag.partition(' ')[0]}>"


WORDS = st.text("ab ", max_size=3)
INLINE = WORDS | st.builds(
    element, st.sampled_from(["span", "em", "code", "a href='x'"]), st.lists(WORDS, max_size=2)
)
BLOCKS = st.builds(
    element, st.sampled_from(["p", "h2 id='x'", "h3 id='y'", "td", "ul", "li"]), st.lists(INLINE, max_size=3)
)
PAGES = st.lists(BLOCKS | st.builds(element, st.just("div"), st.lists(BLOCKS, max_size=3)), max_size=6)


@given(PAGES)
def test_material_finds_the_same_letters(blocks: list[str]) -> None:
    """In other passages at times: a heading inside something ends with it there."""
    html = "".join(blocks)
    parser = Parser()
    parser.feed(html)
    parser.close()
    sections = cast("list[Any]", parser.data)
    theirs = "".join("".join((*one.title, *one.text)) for one in sections)
    ours = "".join("".join((one.title, *one.said)) for one in passages_in(html))
    assert sorted(re.sub(r"\s", "", ours)) == sorted(re.sub(r"<[^>]*>|\s", "", theirs))
