"""Building blocks in the host's Markdown, whichever of its extensions are on."""

from __future__ import annotations

import re
from collections.abc import Callable
from textwrap import dedent
from typing import TYPE_CHECKING, Any, cast
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, code_escape

from journeybook.model.block import FENCE
from journeybook.rendering.with_blocks import with_blocks

if TYPE_CHECKING:
    from markdown import Markdown

_BEFORE_ANY_FENCE = 31.5
"""Behind `snippets` (32), which brings in text, and before superfences, which may look for fences at 31.05."""
_BEHIND_ALL_FENCES = 24
_BEFORE_HIGHLIGHTING = 31
_MARK = "\ue002journeybook-block-%d\ue002"
"""Stands for a block in between: Python-Markdown's own stand-ins would not outlive its clean-up of the text."""
_MARKS = re.compile(_MARK.replace("%d", r"(\d+)"))


class BlocksExtension(Extension):
    """Replaces the fences of building blocks by what they show."""

    def __init__(self, show: Callable[[Markdown, str], str]) -> None:
        """`show` gets the converter, which knows its page, and the inside of a fence; it gives HTML."""
        super().__init__()
        self._show = show

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown calls it so
        """Register what the extension does."""
        taking = _Taking(md, self._show)
        preprocessors = cast(Any, md.preprocessors)
        preprocessors.register(taking, "journeybook_blocks", _BEFORE_ANY_FENCE)
        putting = _Putting(md, taking)
        preprocessors.register(putting, "journeybook_block_marks", _BEHIND_ALL_FENCES)
        giving_back = _GivingBack(md, putting)
        cast(Any, md.treeprocessors).register(giving_back, "journeybook_blocks", _BEFORE_HIGHLIGHTING)


class _Taking(Preprocessor):
    """Puts a mark in the place of each block."""

    def __init__(self, md: Markdown, show: Callable[[Markdown, str], str]) -> None:
        super().__init__(md)
        self.taken: list[tuple[str, str]] = []
        """The source of each block, and what it shows."""
        self._show = show

    def run(self, lines: list[str]) -> list[str]:
        self.taken.clear()
        return with_blocks("\n".join(lines), self._take).split("\n")

    def _take(self, text: str) -> str:
        source = f"```{FENCE}\n{dedent(text)}\n```"
        self.taken.append((source, self._show(self.md, text)))
        return _MARK % (len(self.taken) - 1)


class _Putting(Preprocessor):
    """Has Python-Markdown put the HTML in the place of each mark when all else is done."""

    def __init__(self, md: Markdown, taking: _Taking) -> None:
        super().__init__(md)
        self.sources: dict[str, str] = {}
        """The source of each block by Python-Markdown's stand-in for it."""
        self._taking = taking

    def run(self, lines: list[str]) -> list[str]:
        self.sources.clear()
        return [_MARKS.sub(self._put, line) for line in lines]

    def _put(self, found: re.Match[str]) -> str:
        source, html = self._taking.taken[int(found[1])]
        stand_in = str(cast(Any, self.md).htmlStash.store(html))
        self.sources[stand_in] = source
        return stand_in


class _GivingBack(Treeprocessor):
    """Shows the source where the host takes for code what stands in a tab or an admonition it does not know."""

    def __init__(self, md: Markdown, putting: _Putting) -> None:
        super().__init__(md)
        self._putting = putting

    def run(self, root: Element) -> None:
        for code in root.iter("code") if self._putting.sources else ():
            for stand_in, source in self._putting.sources.items():
                if code.text and stand_in in code.text:
                    code.text = AtomicString(code.text.replace(stand_in, code_escape(source)))
