"""Keys of a record, and new ones in it: written where the author would have written them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.editing.change import Edit, EditingError, inserting, replacing
from journeybook.editing.regions import nodes_in, trees_in
from journeybook.editing.scalars import in_flow, plain
from journeybook.editing.source_text import SourceText
from journeybook.model import Entity
from journeybook.model.places import Span
from journeybook.reading.blocks import Heading, blocks_of
from journeybook.reading.front_matter import split
from journeybook.reading.nodes import Entries, Items, Node, Pair, Scalar
from journeybook.reading.roles import Role, part_of
from journeybook.reading.sources import source_of

_DASH = re.compile(r"\s*-\s+")


@dataclass(frozen=True, slots=True)
class Home:
    """Where the keys of a record stand."""

    entries: Entries | None
    """Its mapping; None where it is one text, or has no keys yet."""
    text: Scalar | None = None
    """The one text it is written as."""
    heading: Heading | None = None
    """The heading that opens it, where it has no fence of keys."""


def listed_key(entity: Entity, source: SourceText) -> Span | None:
    """The key under which `entity` stands in a file that maps ids to keys; None if it stands in no such file."""
    if part_of(source.file.partition("/")[2]).role is not Role.LIST:
        return None
    own = entity.place.span
    for tree in trees_in(source):
        for pair in tree.root.pairs if isinstance(tree.root, Entries) else ():
            if (pair.key_span.line, pair.key_span.column) == (own.line, own.column):
                return pair.key_span
    return None


def home_of(entity: Entity, source: SourceText) -> Home:
    """Where the keys of `entity` stand in `source`, the file it is written in."""
    own = {written.key for written in entity.place.keys.values()}
    held: list[tuple[int, Entries]] = []
    for tree in trees_in(source):
        for node in nodes_in(tree.root):
            if isinstance(node, Entries):
                held.append((sum(pair.key_span in own for pair in node.pairs), node))
            elif (
                isinstance(node, Scalar)
                and node.span == entity.place.of("title") == entity.place.keys["title"].key
            ):
                return Home(None, text=node)
    most = max((number for number, _ in held), default=0)
    if most:
        return Home(next(node for number, node in held if number == most))
    if part_of(source.file).is_markdown:
        parts = split(source_of(source.text))
        for heading in blocks_of(parts.body).headings if parts else ():
            if heading.span == entity.place.span:
                return Home(None, heading=heading)
    return Home(None)


def with_keys(entity: Entity, source: SourceText, keys: Mapping[str, str]) -> list[Edit]:
    """The edits that write `keys` with their values into `entity`, which has none of them.

    Values stand as they are to be written on one line, fit for a block and between brackets. An id stands before
    all other keys, the others behind the id or the title.
    """
    home = home_of(entity, source)
    if home.entries:
        return [_in_mapping(source, home.entries, key, value) for key, value in keys.items()]
    if home.text:
        return [_written_out(source, home.text, keys)]
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items())
    if home.heading:
        at = source.start_of(home.heading.after)
        before = "" if at and source.text[at - 1] in "\r\n" else "\n"
        return [inserting(source, at, f"{before}\n```yaml {entity.kind_of}\n{lines}```\n")]
    if not part_of(source.file).is_markdown:
        raise EditingError(
            f"{source.file} is written in a way that takes no '{next(iter(keys))}'; write it yourself"
        )
    return [_in_front_matter(source, lines)]


def _in_front_matter(source: SourceText, lines: str) -> Edit:
    parts = split(source_of(source.text))
    if parts and parts.keys:
        return inserting(source, source.start_of(2), lines)
    return inserting(source, source.start_of(1), f"---\n{lines}---\n\n")


def _in_mapping(source: SourceText, entries: Entries, key: str, value: str) -> Edit:
    empty = entries.get(key)
    if empty and isinstance(empty.value, Scalar) and empty.value.is_nothing:
        return _into_empty(source, empty, value)
    opening = source.start(entries.span)
    opening += len(re.match(r"(?:[&!]\S*\s+)*", source.text[opening:])[0])  # type: ignore[index]
    after = None if key == "id" else _anchor(entries)
    if source.text[opening : opening + 1] == "{":
        if after:
            return inserting(source, source.end(after.value.span), f", {key}: {value}")
        return inserting(source, opening + 1, f"{key}: {value}, ")
    start = entries.pairs[0].key_span
    indent = " " * (start.column - 1)
    if after and after.value.span.end_line >= after.key_span.line:
        return inserting(source, source.end_of(after.value.span.end_line), f"\n{indent}{key}: {value}")
    return inserting(source, source.start(start), f"{key}: {value}\n{indent}")


def _into_empty(source: SourceText, pair: Pair, value: str) -> Edit:
    end = source.end(pair.key_span)
    written = source.text[end : end + 1]
    if pair.value.span.end_column > pair.value.span.column:
        return replacing(source, pair.value.span, value)
    if written != ":":
        raise EditingError(f"'{pair.key}' in {source.file} is written in a way that takes no value; mend it first")
    return inserting(source, end + 1, f" {value}")


def _anchor(entries: Entries) -> Pair | None:
    """The pair a new key follows: the id's or the title's, if it stands on one line."""
    for name in ("id", "title"):
        pair = entries.get(name)
        if pair and isinstance(pair.value, Scalar) and not pair.value.is_nothing:
            span = pair.value.span
            if span.line == span.end_line == pair.key_span.line:
                return pair
    return None


def _written_out(source: SourceText, text: Scalar, keys: Mapping[str, str]) -> Edit:
    """`text`, which stands for a whole record, as a mapping with its title and `keys`."""
    if text.span.line != text.span.end_line or text.style in {"|", ">"}:
        raise EditingError(
            f"{source.file}:{text.span.line}: this text is a whole record; write `title: …` before it first"
        )
    pairs = {"id": "", "title": in_flow(source.of(text.span)), **keys}
    return replacing(source, text.span, f"{{{', '.join(f'{key}: {one}' for key, one in pairs.items() if one)}}}")


def with_items(entity: Entity, source: SourceText, key: str, items: list[str]) -> list[Edit]:
    """The edits that add the ids `items` to the list `key` of `entity`, which may not be there yet."""
    if not items:
        return []
    new = ", ".join(map(plain, items))
    written = entity.place.keys.get(key)
    if written is None:
        return with_keys(entity, source, {key: f"[{new}]"})
    node = _value_at(source, written.key)
    if isinstance(node, Items):
        return [_appended(source, node, items, new)]
    edits = [replacing(source, written.value, f"[{in_flow(source.of(written.value))}, {new}]")]
    if source.of(written.key) != key:
        edits.append(replacing(source, written.key, key))
    return edits


def _value_at(source: SourceText, key: Span) -> Node | None:
    for tree in trees_in(source):
        for node in nodes_in(tree.root):
            for pair in node.pairs if isinstance(node, Entries) else ():
                if pair.key_span == key:
                    return pair.value
    return None


def _appended(source: SourceText, node: Items, items: list[str], new: str) -> Edit:
    if not node.items:
        return inserting(source, source.end(node.span) - 1, new)
    last = node.items[-1].span
    before = source.line(last.line)[: last.column - 1]
    if source.text[source.start(node.span)] != "[" and _DASH.fullmatch(before):
        lines = "".join(f"\n{before}{plain(item)}" for item in items)
        return inserting(source, source.end_of(last.end_line), lines)
    return inserting(source, source.end(last), f", {new}")
