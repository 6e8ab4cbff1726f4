"""Narrative: kept word by word, without the blank lines around it."""

from __future__ import annotations

from journeybook.model.places import Span
from journeybook.reading.nodes import Scalar, text_node
from journeybook.reading.sources import Source


def trimmed(text: str) -> str:
    """`text` without blank lines at its ends and without a last line feed."""
    lines = text.split("\n")
    held = [at for at, line in enumerate(lines) if line.strip()]
    return "\n".join(lines[held[0] : held[-1] + 1]) if held else ""


def narrative_of(source: Source, start: int, end: int) -> Scalar | None:
    """The narrative in the lines from `start` to before `end`; None if they are blank."""
    held = [line for line in range(start, end) if source.line(line).strip()]
    if not held:
        return None
    first, last = held[0], held[-1]
    text = "\n".join(source.line(line) for line in range(first, last + 1))
    return text_node(text, Span(first, 1, last, len(source.line(last)) + 1))
