"""The embedded engine of `mermaidx`: a program of its own that turns Mermaid text into SVG, a line for each.

It runs beside the build, so that several draw at once, and so that a chart on which the engine crashes or never
ends is only that chart. It imports nothing of ours, for a quick start.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

TEXT_SIZE = 15
"""Height of texts in px; the style sheet says the same."""
WRAPPING_WIDTH = 180
"""How wide the text in a box gets, in px, before it goes on in a new line."""

CONFIG: dict[str, Any] = {
    "theme": "base",
    "themeVariables": {"fontFamily": "sans-serif", "fontSize": f"{TEXT_SIZE}px"},
    "securityLevel": "strict",
    "suppressErrorRendering": True,
    "maxTextSize": 1_000_000,
    "maxEdges": 10_000,
    "flowchart": {
        "useMaxWidth": False,
        "htmlLabels": True,
        "wrappingWidth": WRAPPING_WIDTH,
        "nodeSpacing": 36,
        "rankSpacing": 36,
        "subGraphTitleMargin": {"top": 6, "bottom": 12},
    },
}
"""The same distances as in `mermaid.js`."""

_WIDE = "U "
"""As wide as a Chinese sign, and like it followed by a place for a new line."""
_PIECE = 15
"""Signs of a long word that surely fit into one line."""
_TAG = re.compile(r"(<[^>]*>)")
_LONG = re.compile(rf"\S{{{_PIECE + 4},}}")


class DrawingError(Exception):
    """A diagram cannot be drawn; the message says why."""


def look() -> str:
    """What besides its source a drawn diagram depends on."""
    return f"mermaidx {version('mermaidx')}\n{Path(__file__).read_text(encoding='utf-8')}"


def as_measured(html: str) -> str:
    """`html` as text whose measure in the engine's one font, DejaVu Sans, is at least that on any page.

    The font has no Chinese, Japanese or Korean signs, and the engine breaks lines at blanks only, where
    browsers break between such signs and, if need be, within long words.
    """
    parts = _TAG.split(html)
    parts[::2] = map(_text_as_measured, parts[::2])
    return "".join(parts)


def _text_as_measured(text: str) -> str:
    if not text.isascii():
        text = "".join(_WIDE if unicodedata.east_asian_width(sign) in "WF" else sign for sign in text)
    return _LONG.sub(_in_pieces, text)


def _in_pieces(word: re.Match[str]) -> str:
    return " ".join(word[0][start : start + _PIECE] for start in range(0, len(word[0]), _PIECE))


def main() -> None:
    """Answer each line of standard input, a source as JSON, with one of output: `[svg, ""]` or `["", why]`."""
    answers, sys.stdout = sys.stdout, sys.stderr  # so that nobody else prints among the answers
    import mermaidx
    from mermaidx.engines import quickjs_engine

    class Measurer(quickjs_engine.TextMeasurer):
        def foreign_object(self, html: Any, size: Any, family: Any, weight: Any, style: Any) -> dict[str, Any]:
            measure = cast("Any", super().foreign_object)
            return measure(as_measured(html or ""), size, family, weight, style)

    quickjs_engine.TextMeasurer = Measurer
    for line in sys.stdin:
        try:
            answer = [mermaidx.render(json.loads(line), theme="base", config=CONFIG).svg(), ""]
        except Exception as error:  # whatever it is, the next diagram may be a good one
            answer = ["", str(error) or type(error).__name__]
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
