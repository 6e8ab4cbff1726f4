"""Every kind of page as Markdown says what its HTML says, whatever its author wrote."""

from __future__ import annotations

from urllib.parse import unquote, urljoin

import pytest

from journeybook.pages import plan, view_of
from journeybook.rendering import BlockHtml, Renderer
from journeybook.rendering.markdown import MarkdownPages
from tests.rendering.everything import everything
from tests.rendering.markdown.reading_back import Reader, html_of
from tests.rendering.sites import context_of

HOSTILE = [
    "Plain words",
    "1. a",
    "*x* and _y_ and `z`",
    "<b>bold</b> & &amp; &copy",
    "a | b || c",
    "[x](y) [z] ![p](q)",
    "# not a heading {#id .class}",
    ": said",
    "!!! note",
    "~~a~~ ==b== ++c++ ^d^ $e$ :smile:",
    "Zażółć gęślą – 日本語 – \u05e9\u05dc\u05d5\u05dd",
    "back\\slash \\* \\\\",
]


class WithoutNarratives(MarkdownPages):
    """Narratives are the author's Markdown, and mean what they say."""

    def _narrative(self, *_: object) -> str:
        return ""


def _leads(at: str, link: str) -> str:
    return unquote(urljoin(f"https://site.example/{at}", link))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_page_says_the_same_in_markdown(text: str, directory_urls: bool) -> None:
    context = context_of(everything(text), directory_urls=directory_urls)
    html = Renderer(context, lambda _: "")
    # Each file lies where its page does, so that links can be held against each other.
    markdown = WithoutNarratives(context, lambda url: url, BlockHtml(context), pictures=True)
    for page in plan(context.portal):
        view = view_of(page, context)
        at = page.address.file(directory_urls=directory_urls)
        before = Reader(html.render(view).html)
        after = Reader(html_of(markdown.page(page.address, html.draw(view), at)))
        assert "".join(after.text.split()) == "".join(before.text.split()), page.key
        assert [_leads(at, link) for link in after.links] == [_leads(at, link) for link in before.links], page.key
        assert before.ids <= after.ids, page.key
