"""Diagrams in HTML: as text for a script, or drawn beforehand."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

Draw = Callable[[str], str]
"""Turns a diagram's source into markup for an HTML page; empty if it cannot be drawn."""

_SOURCE = re.compile(r'<pre class="jb-diagram__source"[^>]*><code>(.*?)</code></pre>', re.DOTALL)

_FENCE = re.compile(r"(?:```|~~~)[ \t]*\{?[ \t]*\.?mermaid\b|\bclass=[\"'][^\"']*\bmermaid\b|--8<--")


def may_hold_fence(text: str) -> bool:
    """Whether the Markdown `text` holds a Mermaid diagram of its author's, or takes in text that may."""
    return _FENCE.search(text) is not None


def with_pictures(html: str, draw: Draw | None) -> str:
    """`html` with each diagram's source replaced by its picture; as it is where nobody draws."""
    if draw is None or "jb-diagram__source" not in html:
        return html
    return _SOURCE.sub(lambda source: draw(unescape(source[1])), html)
