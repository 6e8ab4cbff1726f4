"""The author's Markdown on a page of others: it says the same, and its ids and links are its own."""

from __future__ import annotations

import pytest

from journeybook.rendering.markdown import AuthorLinks, fitted_markdown
from tests.rendering.markdown.reading_back import html_of

LINKS = AuthorLinks(
    target=lambda written: {"call.md": "../touchpoints/call.md", "a.png": "../a.png"}.get(written, written),
    mention=lambda name: ("../touchpoints/call.md", "The [call]") if name == "call" else (None, name),
)

CASES = [
    ("## One\n\n### Two", "### One {#p_one}\n\n#### Two {#p_two}"),
    ("#### Deep ####", "### Deep {#p_deep}"),
    ("Under\n=====\n\nText", "### Under {#p_under}\n\n\nText"),
    ("# Own {#mine .x}\n\n[to it](#mine)", "### Own {#p_mine .x}\n\n[to it](#p_mine)"),
    ("# The *one* & [two](call.md)", "### The *one* & [two](../touchpoints/call.md) {#p_the-one-two}"),
    ("# Same\n\n# Same", "### Same {#p_same}\n\n### Same {#p_same_1}"),
    ("# 日本", "### 日本 {#p__1}"),
    ("```\n# no heading [x](call.md)\n```", "```\n# no heading [x](call.md)\n```"),
    ("- one\n\n    ~~~~\n    [[call]]\n    ~~~~\n", "- one\n\n    ~~~~\n    [[call]]\n    ~~~~"),
    ("`[x](call.md)` and ``a ` [[call]]``", "`[x](call.md)` and ``a ` [[call]]``"),
    ("[x](call.md) ![y](a.png)", "[x](../touchpoints/call.md) ![y](../a.png)"),
    ('[x](<call.md> "title")', '[x](../touchpoints/call.md "title")'),
    ("[x](https://example.org/call.md)", "[x](https://example.org/call.md)"),
    ("[[call]] and [[call|it]]", "[The \\[call&#93;](../touchpoints/call.md) and [it](../touchpoints/call.md)"),
    ("[[nothing]]", "nothing"),
    ("[it][touchpoint:call]", "it"),
    ("a[^1]\n\n[^1]: Said.", "a[^p_1]\n\n[^p_1]: Said."),
    (
        '[x][ref] [ref] [REF][]\n\n[ref]: call.md "T"',
        '[x](../touchpoints/call.md "T") [ref](../touchpoints/call.md "T") [REF](../touchpoints/call.md "T")',
    ),
    ('<a href="call.md" id="z">x</a>', '<a href="../touchpoints/call.md" id="p_z">x</a>'),
    ("!!! info\n    [x](call.md)", "!!! info\n    [x](../touchpoints/call.md)"),
    ('=== "Tab"\n\n    Text', '=== "Tab"\n\n    Text'),
    ("- [x] done\n- [ ] open", "- [x] done\n- [ ] open"),
    ("Text {: #own }", "Text {: #p_own }"),
    ("| a | b |\n|---|---|\n| [x](call.md) | y |", "| a | b |\n|---|---|\n| [x](../touchpoints/call.md) | y |"),
    ("one\n---\n\ntext", "### one {#p_one}\n\n\ntext"),
    ("- item\n---", "- item\n---"),
]


@pytest.mark.parametrize(("written", "fitted"), CASES)
def test_a_narrative_is_fitted(written: str, fitted: str) -> None:
    assert fitted_markdown(written, LINKS, prefix="p_", level=3) == fitted


def test_an_ordinary_page_keeps_its_headings_and_ids() -> None:
    text = "# Title\n\n## Part {#part}\n\n[x](call.md), [r], a[^1] [to](#part)\n\n[r]: call.md\n[^1]: b"
    fitted = fitted_markdown(text, LINKS)
    assert fitted == text.replace("call.md", "../touchpoints/call.md")


def test_a_fitted_narrative_reads_the_same() -> None:
    """What it looks like is not touched: only levels, ids and addresses are."""
    text = 'Some *text*.\n\n- a\n- b\n\n```python\nx = 1\n```\n\n!!! note "N"\n    Inside.\n\nTerm\n:   Said'
    assert html_of(fitted_markdown(text, LINKS, prefix="p_", level=2)) == html_of(text)
