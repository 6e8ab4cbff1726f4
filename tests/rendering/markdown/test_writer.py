"""The body of a page as Markdown says what its HTML says."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.rendering.markdown import markdown_of
from tests.rendering.markdown.reading_back import html_of, words_of

SIGNS = "*_`[](){}<>#+-.!|\\~^=:$&/?\"'0123456789 ab\n"
TEXTS = st.one_of(
    st.text(st.sampled_from(SIGNS), max_size=30),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn")), max_size=30),
).filter(str.strip)
# Around each stands what the templates put there.
PLACES = {
    "paragraph": "<p>{}</p>",
    "heading": '<h2 id="x">{}</h2>',
    "title": "<h1>{}</h1>",
    "item": "<ul><li>{}</li><li>other</li></ul>",
    "nested item": "<ol><li>one<ul><li>{}</li></ul></li></ol>",
    "term": "<dl><div><dt>{}</dt><dd>said</dd></div></dl>",
    "fact": "<dl><div><dt>Goal</dt><dd>{}</dd></div></dl>",
    "cell": "<table><tr><th>a</th><th>b</th></tr><tr><td>{}</td><td>c</td></tr></table>",
    "quote": "<blockquote><p>{}</p></blockquote>",
    "link": '<p>see <a href="x/">{}</a> there</p>',
    "strong": "<p>see <strong>{}</strong> there</p>",
    "language": '<p lang="de">{}</p>',
    "details": "<details><summary>{0}</summary><p>{0}</p></details>",
    "code": "<p>see <code>{}</code> there</p>",
    "block of code": "<pre><code>{}</code></pre>",
    "item with more": '<ul><li id="pain_x"><p>{0}</p><dl><dt>{0}</dt><dd>{0}</dd></dl></li></ul>',
}


@pytest.mark.parametrize("place", PLACES)
@given(TEXTS)
def test_text_comes_out_as_it_went_in(place: str, text: str) -> None:
    html = PLACES[place].format(escape(text))
    assert words_of(html_of(markdown_of(html, str))) == words_of(html)
