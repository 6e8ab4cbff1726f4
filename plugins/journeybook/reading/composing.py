"""YAML text -> tree, by its event stream: bounded in depth and size, and never more than plain data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

import yaml

from journeybook.model.places import Span
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Entries, Items, Node, Pair, Scalar, joined
from journeybook.reading.sources import Source, printable
from journeybook.reading.yaml_faults import report_syntax
from journeybook.reading.yaml_tags import CORE_TAGS, resolved_tag
from journeybook.reading.yaml_traps import report_key, report_lost_structure

MAX_DEPTH = 100
"""How deep values may nest, every alias written out."""

MAX_VALUES = 100_000
"""How many values one file may hold, every alias written out."""


class _Mark(Protocol):
    line: int
    column: int


class Refused(Exception):
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
    """The tree of `source`; None, with a finding, if there is none.

    Nothing is None as well, without a finding: an empty text or one that holds only comments.
    """
    readable = printable(source, findings)
    if readable is None:
        return None
    composer = _Composer(readable, findings)
    try:
        return composer.read(yaml.parse(readable.text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        report_syntax(source, error, findings)
    except Refused:
        pass
    return None


class _Composer:
    """Builds the tree, event by event, without recursion."""

    def __init__(self, source: Source, findings: Findings) -> None:
        self.source, self.findings = source, findings
        self.first_line = source.first_line
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.anchors: dict[str, Node | None] = {}
        self.unused: dict[str, Scalar] = {}
        self.values = 0

    def read(self, events: Iterable[Any]) -> Node | None:
        for event in events:
            match event:
                case yaml.ScalarEvent():
                    self.add(self.scalar(event), event.anchor)
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    self.begin(event)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self.end(event)
                case yaml.AliasEvent():
                    self.add(self.alias(event), None)
                case yaml.DocumentStartEvent() if self.root is not None:
                    self.refuse("JB130", event, "a second document begins here", "keep one document; delete this ---")
                case _:
                    pass
        for name, scalar in self.unused.items():
            self.report_unused_anchor(name, scalar)
        return self.root

    def span(self, start: _Mark, end: _Mark) -> Span:
        return Span(start.line + self.first_line, start.column + 1, end.line + self.first_line, end.column + 1)

    def refuse(self, code: str, event: Any, message: str, hint: str = "") -> None:
        self.findings.add(code, self.span(event.start_mark, event.end_mark), message, hint)
        raise Refused

    def scalar(self, event: Any) -> Scalar:
        plain = event.style is None
        span = self.span(event.start_mark, event.end_mark)
        if event.tag is None:
            tag = resolved_tag(event.value) if event.implicit[0] and plain else "str"
        else:
            tag = self.named_tag(event)
        node = Scalar(event.value, tag, plain, span)
        self.count(node)
        if plain and span.end_line > span.line:
            report_lost_structure(self.source, node, self.findings)
        return node

    def named_tag(self, event: Any) -> str:
        tag = str(event.tag)
        if tag not in CORE_TAGS:
            self.refuse("JB131", event, f"the tag {tag} is not allowed", "a text that begins with ! needs quotes")
        return CORE_TAGS[tag]

    def begin(self, event: Any) -> None:
        if len(self.open) >= MAX_DEPTH:
            self.refuse("JB128", event, f"values nest deeper than {MAX_DEPTH}", "no journey needs that; make it flat")
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
            what = "refers to the value it stands in" if inside else f"no value is marked &{event.anchor} before this"
            self.refuse("JB132", event, f"*{event.anchor}: {what}", "a text that begins with * needs quotes")
            raise Refused
        if node.height + len(self.open) > MAX_DEPTH:
            self.refuse("JB128", event, f"values nest deeper than {MAX_DEPTH} with *{event.anchor} written out")
        self.count(node)
        return node

    def count(self, node: Node) -> None:
        self.values += node.size
        if self.values > MAX_VALUES:
            message = f"the file holds more than {MAX_VALUES:,} values, counting what its aliases (*name) repeat"
            self.findings.add("JB129", node.span, message, "split it into several files")
            raise Refused

    def add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node
            if isinstance(node, Scalar):
                self.unused[anchor] = node
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        parent.node.size += node.size
        parent.node.height = max(parent.node.height, node.height + 1)
        if isinstance(parent.node, Items):
            parent.node.items.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            key, parent.key = parent.key, None
            self.pair(parent, parent.node, key, node)

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
