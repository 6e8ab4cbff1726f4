"""The body of a page as Markdown says what its HTML says."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journeybook.rendering.markdown import markdown_of
from journeybook.rendering.markdown.escape import address
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
@example("&#0")
@example("&#x1F in it")
@example("&#48;")
def test_text_comes_out_as_it_went_in(place: str, text: str) -> None:
    html = PLACES[place].format(escape(text))
    assert words_of(html_of(markdown_of(html, address))) == words_of(html)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<h2 id="_mood">How it feels</h2>', "## How it feels {#_mood}"),
        ('<p>See <a href="x/">there</a>.</p>', "See [there](x/)."),
        ('<p lang="de">Ach <em>so</em></p>', '<span lang="de">Ach *so*</span>'),
        ('<p><span id="old"></span>Now</p>', '<span id="old"></span>Now'),
        (
            '<p><time datetime="2026-09-14">September 14</time></p>',
            '<time datetime="2026-09-14">September 14</time>',
        ),
        ("<dl><div><dt>Goal</dt><dd>One</dd><dd>Two</dd></div></dl>", "Goal\n:   One\n:   Two"),
        ("<ul><li>One<ul><li>Two</li></ul></li></ul>", "-   One\n    -   Two"),
        ("<ul><li>One</li></ul><ol><li>Two</li></ol>", "-   One\n\n<!-- -->\n\n1.  Two"),
        ('<img src="a b.png" alt="A [b]">', "![A \\[b&#93;](a%20b.png)"),
        (
            '<table><caption class="jb-hidden">Steps</caption><tr><th>Step</th><th class="jb-number">#</th></tr>'
            "<tr><td>Rings <code>a|b</code></td><td>1</td></tr></table>",
            "| Step | # |\n| --- | ---: |\n| Rings <code>a&#124;b</code> | 1 |",
        ),
        (
            '<figure class="jb-diagram"><pre><code>journey\n  a: 1</code></pre>'
            "<figcaption>One step.</figcaption></figure>",
            "```mermaid\njourney\n  a: 1\n```\n\nOne step.",
        ),
        (
            "<details><summary>In words</summary><p>One <b>step</b></p></details>",
            '<details markdown="1">\n<summary>In words</summary>\n\nOne **step**\n\n</details>',
        ),
        ('<a href="x/">Comment<span class="jb-hidden">: Calls</span></a>', "[Comment](x/)"),
        (
            '<section><h2>Map</h2><figure data-jb-drawn="elsewhere"><p>2.5</p></figure></section>'
            '<figure data-jb-drawn="elsewhere"><p>2.5</p></figure><div data-jb-drawn><p>2 of 3</p></div>',
            "2 of 3",
        ),
        ("<p>a<svg><text>b</text></svg></p><script>c</script>", "a"),
        ("<p>1. *x* # &lt;b&gt; &amp;amp; [x] snake_case</p>", "1\\. \\*x\\* # &lt;b> &amp;amp; \\[x] snake_case"),
    ],
)
def test_markdown_is_what_people_would_write(html: str, markdown: str) -> None:
    assert markdown_of(html, address) == f"{markdown}\n"


def test_pictures_stay_html_where_somebody_draws_them() -> None:
    html = '<h2>Map</h2><figure data-jb-drawn="elsewhere"><ul><li>*a*</li></ul></figure><p>b</p>'
    drawn = '<figure data-jb-drawn="elsewhere"><ul><li>*a*</li></ul></figure>'
    assert markdown_of(html, address, picture=lambda markup: f"[{markup}]") == f"## Map\n\n[{drawn}]\n\nb\n"


def test_pictures_in_lists_are_said_in_words() -> None:
    html = '<ul><li>a<figure data-jb-drawn="elsewhere"><p>b</p></figure></li></ul>'
    assert markdown_of(html, address, picture=lambda markup: markup) == "-   a\n\n    b\n"


def test_a_line_that_stands_on_several_pages_leads_from_each_to_where_its_links_lead() -> None:
    html = '<ul><li>See <a href="x/">x</a></li></ul><p>See <a href="x/">x</a></p>'
    html += '<table><tr><td><a href="x/">x</a></td></tr></table><dl><dt>At</dt><dd><a href="x/">x</a></dd></dl>'
    near = markdown_of(html, lambda url: f"../{url}")
    assert near == "-   See [x](../x/)\n\nSee [x](../x/)\n\n| [x](../x/) |\n| --- |\n\nAt\n:   [x](../x/)\n"
    assert markdown_of(html, lambda url: f"../../{url}") == near.replace("../", "../../")


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<div><div>a</div><div><p>b</p></div></div>c", "a\n\nb\n\nc"),
        ("<p>a <span>b <span>c</span> d</span> e</p>", "a b c d e"),
        ("<ul><li>a</li><li hidden>b</li><li></li><li><p>c</p><p>d</p></li></ul>", "-   a\n\n-   c\n\n    d"),
        ('<div>a<!-- </div> --><script>"</div>"</script><p>b</p></div>c', "a\n\nb\n\nc"),
        ("a <span>b <p>c</p> d</span> e", "a\n\nb\n\nc\n\nd\n\ne"),
        ('a <a href="x/"><div>b</div></a> c', "a [b](x/) c"),
        (
            "<table><tr hidden><td>a</td></tr><tr><td><ul><li>b</li><li>c</li></ul></td></tr></table>",
            "| b c |\n| --- |",
        ),
        ("<dl><dt>a</dt><dd><p>b</p><dl><dt>c</dt><dd>d</dd></dl></dd></dl>", "a\n:   b\n\n    c\n    :   d"),
        ("<p>a</div>b</p><p>c", "ab\n\nc"),
        ("<p>\ue012a <a href='x/'>b</a></p>", "\ue012a [b](x/)"),
    ],
)
def test_elements_end_where_they_end(html: str, markdown: str) -> None:
    assert markdown_of(html, address) == f"{markdown}\n"
