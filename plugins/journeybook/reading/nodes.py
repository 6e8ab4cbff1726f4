"""The tree of a source text before it is anything of the model: values with the places they stand at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from journeybook.model.places import Span


@dataclass(slots=True)
class Scalar:
    """One value."""

    text: str
    """Its characters, without quotes."""
    tag: str
    """What YAML takes it for: `str`, `int`, `float`, `bool`, `null`, `timestamp`."""
    style: str
    """How it is written: empty for unquoted, else the quote, or `|` or `>` for a block of text."""
    span: Span
    """Where it stands."""
    size: int = 1
    height: int = 0

    @property
    def plain(self) -> bool:
        """Whether it is written without quotes, so that YAML interprets it."""
        return not self.style

    @property
    def is_nothing(self) -> bool:
        """Whether it stands for no value at all: nothing written, `~`, `null` or blanks."""
        return self.text.strip() == "" or (self.tag == "null" and self.text in {"~", "null"})


@dataclass(slots=True)
class Items:
    """A list."""

    items: list[Node]
    """What it holds."""
    span: Span
    """Where it stands."""
    size: int = 1
    height: int = 1


@dataclass(slots=True)
class Pair:
    """A key with its value."""

    key: str
    """The key's characters."""
    key_span: Span
    """Where the key stands."""
    value: Node
    """What it holds."""


@dataclass(slots=True)
class Entries:
    """A mapping, each key once."""

    pairs: list[Pair]
    """Its keys with their values, in the order written."""
    span: Span
    """Where it stands."""
    size: int = 1
    height: int = 1

    def get(self, key: str) -> Pair | None:
        """The pair of `key`, if it is written."""
        return next((pair for pair in self.pairs if pair.key == key), None)


Node: TypeAlias = Scalar | Items | Entries
"""`size` counts the values in it with every alias written out, `height` how deep they nest."""


def text_node(text: str, span: Span) -> Scalar:
    """A text that needs no interpretation."""
    return Scalar(text, "str", "'", span)


def joined(first: Span, last: Span) -> Span:
    """From the start of `first` to the end of `last`."""
    return Span(first.line, first.column, last.end_line, last.end_column)
