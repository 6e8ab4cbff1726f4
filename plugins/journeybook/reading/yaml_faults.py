"""What YAML's parser stumbles over, said in an editor's words with the mend."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from journeybook.model.places import Span
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Scalar
from journeybook.reading.sources import Source
from journeybook.reading.wording import one_of
from journeybook.reading.yaml_traps import quoted

Fault = tuple[str, Span, str, str]
"""Code, place, message and mend."""

_KEY = re.compile(r"(?P<before>[ ]*(?:- +)*)(?P<key>[^\s:#'\"\[\]{}-][^:#\"]*?):(?:[ \t]+(?P<value>\S.*))?$")
_NO_SPACE = re.compile(r"(?P<before>[ ]*(?:- +)*)(?P<key>[A-Za-z_][\w-]*):(?P<value>[^ \t/:].*)$")
_WIDE_COLON = re.compile(r"(?P<before>[ ]*(?:- +)*)(?P<key>[A-Za-z_][\w-]*)\s*：\s*(?P<value>.*)$")
"""The colon that Chinese and Japanese keyboards give."""
_NO_SPACE_BEHIND_DASH = re.compile(r"(?P<before>[ ]*)-(?P<value>[^\s-].*)$")
_CONFLICT = re.compile(r"^<<<<<<< .*$", re.MULTILINE)
_BEFORE_VALUE = re.compile(r"[ ]*(?:- +)*(?:[^\s:#'\"]+:[ \t]+)?(?=[*\[{])")
_NEEDS_QUOTES = frozenset("@`%*&!|>?]},")


@dataclass(frozen=True, slots=True)
class _Stumble:
    """Where and how the parser stopped."""

    source: Source
    problem: str
    line: int
    column: int
    context: str
    from_line: int
    """The line on which what it was reading begins."""
    from_column: int
    last: Scalar | None
    """The last value it understood."""

    @property
    def text(self) -> str:
        """The line it stopped on."""
        return self.source.line(self.line)

    def from_here(self, line: int, column: int) -> Span:
        """From `column` to the end of `line`."""
        return self.source.rest_of_line(line, column)

    @property
    def whole_line(self) -> Span:
        """The line it stopped on, without what stands before and behind its text."""
        return self.source.rest_of_line(self.line, _indent(self.text) + 1)

    def above(self) -> int:
        """The nearest line above that holds something; 0 if none does."""
        lines = range(self.line - 1, self.source.first_line - 1, -1)
        return next((one for one in lines if self.source.line(one).split("#")[0].strip()), 0)


def report_syntax(source: Source, error: yaml.YAMLError, last: Scalar | None, findings: Findings) -> None:
    """Report why `source` is not YAML; `last` is the last value that was understood."""
    stumble = _stumble(source, error, last)
    findings.add(*next(fault for look in _LOOKS if (fault := look(stumble))))


def _stumble(source: Source, error: Any, last: Scalar | None) -> _Stumble:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    start = getattr(error, "context_mark", None) or mark
    first = source.first_line
    line, column = (mark.line + first, mark.column + 1) if mark else (first, 1)
    if not source.line(line).strip():
        line = first + source.text[: len(source.text.rstrip())].count("\n")
        column = len(source.line(line).rstrip()) + 1
    from_line, from_column = (start.line + first, start.column + 1) if start else (line, column)
    problem, context = getattr(error, "problem", None), getattr(error, "context", None)
    return _Stumble(source, str(problem or error), line, column, str(context), from_line, from_column, last)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _conflict(stumble: _Stumble) -> Fault | None:
    found = _CONFLICT.search(stumble.source.text)
    if found is None:
        return None
    hint = "keep one side and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"
    return "JB120", stumble.source.span_of(*found.span()), "a merge conflict is left in the file", hint


def _tab(stumble: _Stumble) -> Fault | None:
    at = stumble.text[: max(_indent(stumble.text), stumble.column)].find("\t")
    if at < 0 or stumble.text[:at].strip():
        return None
    span = Span(stumble.line, at + 1, stumble.line, at + 2)
    return "JB121", span, "a tab indents this line", "use spaces, two for each level"


def _open_quote(stumble: _Stumble) -> Fault | None:
    if stumble.context == "while scanning a quoted scalar":
        span = stumble.from_here(stumble.from_line, stumble.from_column)
        mark = stumble.source.line(span.line)[span.column - 1 : span.column]
        return "JB125", span, "the quote that opens here is never closed", f"write {mark} where the text ends"
    last = stumble.last
    if last is None or last.style not in {"'", '"'} or last.span.end_line != stumble.line:
        return None
    if last.span.line < stumble.line:
        message = f"the quote that opens here is closed only on line {stumble.line}"
        span = stumble.from_here(last.span.line, last.span.column)
        return "JB125", span, message, f"write {last.style} where the text ends"
    span = stumble.from_here(last.span.line, last.span.column)
    raw = stumble.source.at(span)
    if span.end_column <= last.span.end_column or stumble.column < last.span.end_column:
        return None
    inner = raw[1:-1] if raw.endswith(last.style) else raw
    return "JB125", span, "the text goes on behind its closing quote", f"write {quoted(inner)}"


def _escape(stumble: _Stumble) -> Fault | None:
    if "escape" not in stumble.problem and "hexdecimal" not in stumble.problem:
        return None
    span = Span(stumble.line, stumble.column, stumble.line, stumble.column + 2)
    hint = "use single quotes, or write \\\\ for a backslash"
    return "JB125", span, f"{stumble.source.at(span)} means nothing inside double quotes", hint


def _bracket(stumble: _Stumble) -> Fault | None:
    if "expected ',' or" not in stumble.problem:
        return None
    if stumble.line == stumble.from_line and stumble.text[stumble.column - 1 : stumble.column + 1] == ": ":
        start = stumble.text.rfind(": ", 0, stumble.column - 1) + 3
        span = Span(stumble.line, start, stumble.line, stumble.column + 1)
        return "JB123", span, "a colon in a text needs quotes around the text", "put the whole text in quotes"
    mark = "]" if "]" in stumble.problem else "}"
    span = stumble.from_here(stumble.from_line, stumble.from_column)
    opening = "[" if mark == "]" else "{"
    message = f"the {opening} that opens here is not closed"
    if stumble.line == stumble.from_line and stumble.column < len(stumble.text):
        message = f"a comma is missing behind the {opening} that opens here, or {mark} is"
    hint = f"write {mark} behind the last item; a text that begins with {opening} needs quotes"
    return "JB125", span, message, hint


def _missing_item(stumble: _Stumble) -> Fault | None:
    """A list in brackets that ends too early, or two commas with nothing between them."""
    if stumble.context != "while parsing a flow node" or "node content" not in stumble.problem:
        return None
    if stumble.text[stumble.column - 1 : stumble.column] == ",":
        span = Span(stumble.line, stumble.column, stumble.line, stumble.column + 1)
        return "JB125", span, "nothing stands in front of this comma", "write the missing item or delete the comma"
    at = max(stumble.text.rfind("[", 0, stumble.column), stumble.text.rfind("{", 0, stumble.column))
    if at < 0:
        return None
    opening, mark = stumble.text[at], "]" if stumble.text[at] == "[" else "}"
    span, message = stumble.from_here(stumble.line, at + 1), f"the {opening} that opens here is not closed"
    return "JB125", span, message, f"write {mark} behind it; a text that begins with {opening} needs quotes"


def _first_character(stumble: _Stumble) -> Fault | None:
    line, column = stumble.line, stumble.column
    problem, context = stumble.problem, stumble.context
    if (
        any(word in context for word in ("an alias", "an anchor", "a tag", "block scalar"))
        or "tag handle" in problem
    ):
        line, column = stumble.from_line, stumble.from_column
    elif "expected key" in problem and (found := _BEFORE_VALUE.match(stumble.text)) and found.end() + 1 < column:
        column = found.end() + 1
    elif not any(word in problem for word in ("start any token", "node content", "mapping keys", "directive")):
        return None
    span = stumble.from_here(line, column)
    first = stumble.source.line(line)[column - 1 : column]
    if not first or first not in _NEEDS_QUOTES | {"[", "{"}:
        return None
    return (
        "JB124",
        span,
        f"a text cannot begin with {first}",
        f"put it in quotes: {quoted(stumble.source.at(span))}",
    )


def _missing_space(stumble: _Stumble) -> Fault | None:
    if "mapping values" not in stumble.problem and "expected ':'" not in stumble.problem:
        return None
    lines = [stumble.from_line] if "expected ':'" in stumble.problem else [stumble.above(), stumble.line]
    for number in lines:
        text = stumble.source.line(number)
        if found := _WIDE_COLON.match(text):
            span = stumble.from_here(number, len(found["before"]) + 1)
            return (
                "JB122",
                span,
                "a wide colon (：) stands here",
                f"write `{found['key']}: {found['value'].strip()}`",
            )
        if found := _NO_SPACE.match(text):
            span = stumble.from_here(number, len(found["before"]) + 1)
            message = f"a space is missing after the colon of '{found['key']}:'"
            return "JB122", span, message, f"write `{found['key']}: {found['value'].strip()}`"
        if found := _NO_SPACE_BEHIND_DASH.match(text):
            span = stumble.from_here(number, len(found["before"]) + 1)
            return "JB122", span, "a space is missing behind the dash", f"write `- {found['value'].strip()}`"
    return None


def _colon_in_text(stumble: _Stumble) -> Fault | None:
    found = _KEY.match(stumble.text) if "mapping values" in stumble.problem else None
    if found is None or not found["value"] or stumble.column <= found.start("value"):
        return None
    span = stumble.from_here(stumble.line, found.start("value") + 1)
    message = "a colon in a text needs quotes around the text"
    return "JB123", span, message, f"write `{found['key']}: {quoted(stumble.source.at(span))}`"


def _too_deep(stumble: _Stumble) -> Fault | None:
    """A key that is indented below a key that has a value already."""
    if "mapping values" not in stumble.problem:
        return None
    above = _KEY.match(stumble.source.line(stumble.above()))
    key = stumble.text[: stumble.column - 1].strip()
    if above is None or " " in key:
        hint = f"put the text in quotes: {quoted(stumble.text.strip())}"
        return "JB123", stumble.whole_line, "a colon in a text needs quotes around the text", hint
    column = len(above["before"]) + 1
    message = f"this line is indented deeper than '{above['key']}' above, which has a value already"
    return "JB126", stumble.whole_line, message, f"begin it in column {column}, like '{above['key']}'"


def _list_behind_key(stumble: _Stumble) -> Fault | None:
    if "block sequence entries" not in stumble.problem:
        return None
    item = stumble.text[stumble.column :].strip()
    key = stumble.text[: stumble.column - 1].strip().removeprefix("- ")
    message = "a list begins on the line below its key"
    return "JB126", stumble.from_here(stumble.line, stumble.column), message, f"write `{key} [{item}]`"


def _no_colon(stumble: _Stumble) -> Fault | None:
    if "expected ':'" not in stumble.problem:
        return None
    span = stumble.from_here(stumble.from_line, stumble.from_column)
    hint = "write `key: value` or, if it goes on with the text above, indent it deeper than its key"
    return "JB120", span, "this line is no key with a value", hint


def _indented_wrongly(stumble: _Stumble) -> Fault | None:
    if "expected key" not in stumble.problem and "expected '-'" not in stumble.problem:
        return None
    column = _indent(stumble.text) + 1
    if "expected '-'" in stumble.problem:
        hint = f"begin it in column {stumble.from_column + 2}, below the first key of the item, or with a dash"
        return "JB126", stumble.whole_line, "this line stands among the items of a list but is none of them", hint
    if stumble.text.lstrip().startswith("- "):
        return (
            "JB126",
            stumble.whole_line,
            "this item belongs to no list",
            "indent it deeper than the key of its list",
        )
    columns = _columns_above(stumble, column)
    hint = (
        f"begin it in column {one_of(columns)}, like the keys above"
        if columns
        else "begin it in the column of its key"
    )
    return "JB126", stumble.whole_line, f"this line begins in column {column}, and no key above does", hint


def _columns_above(stumble: _Stumble, column: int) -> list[int]:
    """The columns in which keys above begin, the next one to the left and to the right of `column`."""
    columns, limit = set[int](), 1_000_000
    for number in range(stumble.line - 1, max(stumble.from_line, stumble.line - 200) - 1, -1):
        found = _KEY.match(stumble.source.line(number))
        if found and len(found["before"]) + 1 < limit:
            limit = len(found["before"]) + 1
            columns.add(limit)
    left = [one for one in columns if one < column]
    right = [one for one in columns if one > column]
    return [*([max(left)] if left else []), *([min(right)] if right else [])]


def _anything(stumble: _Stumble) -> Fault | None:
    span = Span(stumble.line, stumble.column, stumble.line, stumble.column + 1)
    hint = "put a text with special characters in quotes"
    if stumble.text.startswith(("%", "...")):
        hint = f"delete this line; a text that begins with {stumble.text[:1]} needs quotes"
    return "JB120", span, f"YAML cannot be read here: {stumble.problem}", hint


_LOOKS: tuple[Callable[[_Stumble], Fault | None], ...] = (
    _conflict,
    _tab,
    _open_quote,
    _escape,
    _bracket,
    _missing_item,
    _first_character,
    _missing_space,
    _colon_in_text,
    _too_deep,
    _list_behind_key,
    _no_colon,
    _indented_wrongly,
    _anything,
)
"""The likeliest mistakes first; the last one always has something to say."""
