"""Pages to Markdown: for other site generators, and for machines that read."""

from journeybook.rendering.markdown.narrative import AuthorLinks, fitted_markdown
from journeybook.rendering.markdown.pages import MarkdownPages
from journeybook.rendering.markdown.writer import markdown_of

__all__ = ["AuthorLinks", "MarkdownPages", "fitted_markdown", "markdown_of"]
