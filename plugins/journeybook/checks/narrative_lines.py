"""Where in its file a part of a narrative stands."""

from __future__ import annotations

from journeybook.model.places import Place, Span


def span_in_narrative(place: Place, narrative: str, start: int, end: int) -> Span:
    """The lines of `narrative` from character `start` to `end`; in YAML, which may fold lines, all of it."""
    whole = place.of("narrative")
    if not place.file.endswith(".md") or whole.end_line - whole.line < narrative.rstrip().count("\n"):
        return whole
    first = whole.line + narrative.count("\n", 0, start)
    last = whole.line + narrative.count("\n", 0, end)
    begin = start - narrative.rfind("\n", 0, start)
    return Span(first, begin, last, end - narrative.rfind("\n", 0, end))
