"""What a search plugin sees of a page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser

from journeybook.mkdocs.search_view import for_readers, for_search


def sections(html: str) -> list[tuple[str | None, str, str]]:
    """Id, title and text of what Material's search finds."""
    parser = Parser()
    parser.feed(html)
    parser.close()
    return [
        (one.id, "".join(one.title).strip(), " ".join("".join(one.text).split()))
        for one in parser.data
        if not one.is_excluded() and (one.id or one.title or one.text)
    ]


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<h1>A</h1><p>b</p>", "<h1>A</h1><p>b</p>"),
        ("<dl><dt>Does</dt><dd>Rings</dd></dl>", "Does Rings "),
        ("<b>re</b>written <a href='x'>h<i>e</i>re</a>", "rewritten here"),
        ("<div data-search-exclude>a<div>b</div>c</div>d", "d"),
        ('<div class="x">a</div>b', "<div>a </div>b"),
        ('<p>a</p><nav class="x" data-search-exclude>b<br>c</nav><p>d</p>', "<p>a</p><p>d</p>"),
        ('<h2 id="x" data-search-exclude>A</h2><p>b</p>', '<h2 id="x" data-search-exclude>A</h2><p>b</p>'),
        ("<table><tr><td><em>a</em></td><td>b</td></tr></table>c", "a b c"),
        ('<img data-search-exclude src="a">b', "b"),
        ('<h4 id="x">A<a class="headerlink" href="#x">¶</a></h4>', '<h4 id="x">A</h4>'),
        ('<div class="linenodiv"><pre>1</pre></div><pre>x = 1</pre>', "<pre>x = 1</pre>"),
        ("<script>a < b</script>c<svg><title>d</title></svg>e<!-- <p> -->f", "cef"),
        ('<p title="data-search-exclude>">a</p>', '<p title="data-search-exclude>">a</p>'),
        ("<pre><code>a &lt;b&gt;</code></pre>", "<pre><code>a &lt;b&gt;</code></pre>"),
    ],
)
def test_only_headings_and_text_are_left(html: str, seen: str) -> None:
    assert for_search(html) == seen


def element(tag: str, inside: list[str]) -> str:
    return f"<{tag}>{''.join(inside)}</{tag.partition(' ')[0]}>"


WORDS = st.text("ab ", max_size=3)
INLINE = WORDS | st.builds(
    element, st.sampled_from(["span", "em", "code", "a href='x'"]), st.lists(WORDS, max_size=2)
)
BLOCKS = st.builds(
    element, st.sampled_from(["p", "h2 id='x'", "h3 id='y'", "td", "ul", "li"]), st.lists(INLINE, max_size=3)
)
HOLDERS = st.sampled_from(["div", "section", "blockquote"])
TREES = st.recursive(
    BLOCKS, lambda inside: st.builds(element, HOLDERS, st.lists(inside, max_size=4)), max_leaves=12
)


@given(TREES)
def test_search_finds_the_same_words_as_in_the_whole_page(html: str) -> None:
    def words(found: str) -> list[tuple[str | None, str, str]]:
        return [tuple(re.sub(r"\s", "", str(part)) for part in one) for one in sections(found)]

    assert words(for_search(html)) == words(html)


def test_readers_get_no_attributes_for_search() -> None:
    assert for_readers('<p data-search-exclude class="a" data-search-x="1">') == '<p class="a">'
