"""The links of a text are those that all of it gives, read as Markdown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from journeybook.model.mention_syntax import mention_plugin
from journeybook.reading.text_links import links_in

LINKS = ("[a](b.md)", "![a](b.png)", "[[claim]]", "[x][team:care]", "<https://a.example>", "[a]", "[a]: c.md")
AROUND = (
    "\\[",
    "`",
    "```\n",
    "    ",
    "- ",
    "1. ",
    "> ",
    "# ",
    "|",
    "|-|\n",
    "<b>",
    "<!--",
    "*",
    "text ",
    "\n",
    "\n\n",
)
PIECES = LINKS + AROUND


@given(text=st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_links_stand_wherever_markdown_has_them(text: str) -> None:
    whole = MarkdownIt("commonmark").enable("table").use(mention_plugin)
    tokens = [
        (token, block.map[0])
        for block in whole.parse(text)
        if block.type == "inline" and block.map
        for token in block.children or ()
        if token.type in {"link_open", "image"}
    ]
    targets = [(str(token.attrGet("href") or token.attrGet("src")), line) for token, line in tokens]
    found = [(link.target, link.line) for link in links_in(text)]
    assert found == ([one for one in targets if one[0] != "None"] if "[" in text else [])
