"""YAML text -> tree, by its event stream: bounded in depth and size, and never more than plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, cast

import yaml

from journeybook.model.places import Span
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Entries, Items, Node, Pair, Scalar, joined
from journeybook.reading.sources import Source, without_odd_breaks, without_unprintable
from journeybook.reading.yaml_faults import report_syntax
from journeybook.reading.yaml_tags import CORE_TAGS, resolved_tag
from journeybook.reading.yaml_traps import report_key, report_lost_structure

MAX_DEPTH = 100
"""How deep values may nest, every alias written out."""

MAX_VALUES = 50_000
"""How many values one file may hold, every alias written out."""

_BLOCKS = frozenset("|>")
_BEGIN = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_END = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})


class _Mark(Protocol):
    line: int
    column: int


class RefusedError(Exception):
    """The text is no tree we would read; a finding says why."""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    node: Items | Entries
    anchor: str | None
    block: bool
    key: Node | None = None
    """The key that waits for its value."""
    merged: list[Node] = field(default_factory=list[Node])
    """Mappings named by `<<`, whose keys count where they are not written here."""
    lines: dict[str, int] = field(default_factory=dict[str, int])
    """The line of every key."""


def compose(source: Source, findings: Findings) -> Node | None:
    """The tree of `source`, an empty scalar if it holds no value; None, with a finding, if it cannot be read."""
    readable = without_odd_breaks(source, findings)
    composer = _Composer(readable, findings)
    try:
        return composer.read(_events(readable.text))
    except yaml.YAMLError as error:
        report_syntax(readable, error, composer.last, findings)
    except RefusedError:
        pass
    return None


def _events(text: str) -> Iterator[Any]:
    parser: Any = yaml.CSafeLoader(text)
    return iter(cast("Callable[[], Any]", parser.get_event), None)


class _Composer:
    """Builds the tree, event by event, without recursion."""

    def __init__(self, source: Source, findings: Findings) -> None:
        self.source, self.findings = source, findings
        self.first_line = source.first_line
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.anchors: dict[str, Node | None] = {}
        self.unused: dict[str, Scalar] = {}
        self.last: Scalar | None = None
        self.values = 0

    def read(self, events: Iterable[Any]) -> Node:
        for event in events:
            kind: Any = event.__class__
            if kind is yaml.ScalarEvent:
                self.add(self.scalar(event), event.anchor)
            elif kind in _BEGIN:
                self.begin(event)
            elif kind in _END:
                self.end(event)
            elif kind is yaml.AliasEvent:
                self.add(self.alias(event), None)
            elif kind is yaml.DocumentStartEvent and self.root is not None:
                hint = "keep one document; delete this ---"
                self.refuse("JB130", event, "a second document begins here", hint)
        for name, scalar in self.unused.items():
            self.report_unused_anchor(name, scalar)
        return self.root or Scalar("", "null", "", Span(self.first_line, 1, self.first_line, 1))

    def span(self, start: _Mark, end: _Mark) -> Span:
        first = self.first_line
        # What Span(…) does, without the call in between: there are a hundred thousand values in a larger portal.
        return tuple.__new__(Span, (start.line + first, start.column + 1, end.line + first, end.column + 1))

    def refuse(self, code: str, event: Any, message: str, hint: str = "") -> None:
        self.findings.add(code, self.span(event.start_mark, event.end_mark), message, hint)
        raise RefusedError

    def scalar(self, event: Any) -> Scalar:
        style = event.style or ""
        span = self.span(event.start_mark, event.end_mark)
        if style in _BLOCKS:
            span = self.block_span(span)
        if event.tag is None:
            tag = resolved_tag(event.value) if event.implicit[0] else "str"
        else:
            tag = self.named_tag(event)
        node = self.last = Scalar(event.value, tag, style, span)
        self.count(node)
        if style == '"' and (clean := without_unprintable(node.text)) != node.text:
            message = "an escape in this text stands for a character that cannot be shown"
            self.findings.add("JB105", span, message, "delete it")
            node.text = clean
        if not style and span.end_line > span.line:
            report_lost_structure(self.source, node, self.findings)
        return node

    def block_span(self, span: Span) -> Span:
        """From the first letter of a block of text to its last; `span` runs from its mark to what follows."""
        held = [line for line in range(span.line + 1, span.end_line + 1) if self.source.line(line).strip()]
        held = [line for line in held if line < span.end_line or span.end_column > 1]
        if not held:
            return span
        first, last = self.source.line(held[0]), self.source.line(held[-1]).rstrip()
        return Span(held[0], len(first) - len(first.lstrip()) + 1, held[-1], len(last) + 1)

    def named_tag(self, event: Any) -> str:
        tag = str(event.tag)
        if tag not in CORE_TAGS:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self.refuse(
                "JB131", event, f"the tag {shown} is not allowed", "a text that begins with ! needs quotes"
            )
        return CORE_TAGS[tag]

    def begin(self, event: Any) -> None:
        if len(self.open) >= MAX_DEPTH:
            self.refuse(
                "JB128", event, f"values nest deeper than {MAX_DEPTH}", "no journey needs that; make it flat"
            )
        if event.tag is not None:
            self.named_tag(event)
        span = self.span(event.start_mark, event.end_mark)
        node = Items([], span) if isinstance(event, yaml.SequenceStartEvent) else Entries([], span)
        if event.anchor:
            self.anchors[event.anchor] = None
        self.count(node)
        self.open.append(_Open(node, event.anchor, block=not event.flow_style))

    def end(self, event: Any) -> None:
        done = self.open.pop()
        node = done.node
        if isinstance(node, Entries):
            self.merge(node, done)
        if done.block:
            last = node.pairs[-1].value if isinstance(node, Entries) and node.pairs else None
            last = node.items[-1] if isinstance(node, Items) and node.items else last
            node.span = joined(node.span, last.span) if last else node.span
        else:
            mark = event.end_mark
            node.span = Span(node.span.line, node.span.column, mark.line + self.first_line, mark.column + 1)
        self.add(node, done.anchor)

    def alias(self, event: Any) -> Node:
        node = self.anchors.get(event.anchor)
        self.unused.pop(event.anchor, None)
        if node is None:
            inside = event.anchor in self.anchors
            what = (
                "refers to the value it stands in" if inside else f"no value is marked &{event.anchor} before this"
            )
            self.refuse("JB132", event, f"*{event.anchor}: {what}", "a text that begins with * needs quotes")
            raise RefusedError
        if node.height + len(self.open) > MAX_DEPTH:
            self.refuse("JB128", event, f"values nest deeper than {MAX_DEPTH} with *{event.anchor} written out")
        self.count(node)
        return node

    def count(self, node: Node) -> None:
        self.values += node.size
        if self.values > MAX_VALUES:
            message = f"the file holds more than {MAX_VALUES:,} values, counting what its aliases (*name) repeat"
            self.findings.add("JB129", node.span, message, "split it into several files")
            raise RefusedError

    def add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node
            if isinstance(node, Scalar) and node.plain:
                self.unused[anchor] = node
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        around = parent.node
        around.size += node.size
        if node.height >= around.height:
            around.height = node.height + 1
        if isinstance(around, Items):
            around.items.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            key, parent.key = parent.key, None
            self.pair(parent, around, key, node)

    def pair(self, parent: _Open, entries: Entries, key: Node, value: Node) -> None:
        if isinstance(key, Scalar) and key.plain and key.text == "<<":
            parent.merged.extend(value.items if isinstance(value, Items) else [value])
            return
        name = report_key(key, value, self.findings)
        if name is None:
            return
        first = parent.lines.get(name)
        if first is not None:
            message = f"'{name}' is written twice here, first on line {first}"
            self.findings.add("JB127", key.span, message, "keep one of them")
            return
        parent.lines[name] = key.span.line
        entries.pairs.append(Pair(name, key.span, value))

    def merge(self, node: Entries, done: _Open) -> None:
        for other in done.merged:
            if not isinstance(other, Entries):
                self.findings.add("JB134", other.span, "<< takes the keys of a mapping, and this is none")
                continue
            for pair in other.pairs:
                if pair.key not in done.lines:
                    done.lines[pair.key] = pair.key_span.line
                    node.pairs.append(pair)

    def report_unused_anchor(self, name: str, scalar: Scalar) -> None:
        self.findings.add(
            "JB132",
            scalar.span,
            f"YAML takes &{name} for a mark that names this value, and nothing uses it",
            "a text that begins with & needs quotes",
        )
