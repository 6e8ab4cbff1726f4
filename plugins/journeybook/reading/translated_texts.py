"""The keys of a translation -> the texts it gives, each for the thing that has the original."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from journeybook.model import Entity, Gain, Kind, Next, Work, ids
from journeybook.model.places import Place, Span, Written
from journeybook.model.text import Image, WebLink
from journeybook.reading.findings import Findings
from journeybook.reading.keys import report_unknown
from journeybook.reading.nodes import Entries, Items, Node, Pair, Scalar
from journeybook.reading.schema import FieldShape, Form, shape_of
from journeybook.reading.values import value_of
from journeybook.reading.wording import a, thing

HELD_AGAINST = "translated"
"""The key with the day a translation was last held against its original."""

_TEXTS = frozenset({Form.TEXT, Form.VERBATIM, Form.MAY_BE_EMPTY})
_SAME_EVERYWHERE = frozenset({"tags", "surveys", "type"})
"""Texts that are no prose: words to filter by, file names, names of metrics."""
NEED_NOT = frozenset({"system", "contact", "department", "scale", "window", "period"})
"""Texts that are mostly names and figures: they can be translated, and nobody misses it."""
_TEXT_OF: dict[type[Any], str] = {
    Work: "does", Gain: "title", Next: "when", WebLink: "title", Image: "alt",
}  # fmt: skip
"""What a text in place of a record translates; such records are told apart by their order."""
_DAY = FieldShape(HELD_AGAINST, HELD_AGAINST, Form.DAY)

Value = str | tuple[str, ...] | tuple[Mapping[str, str], ...]
"""A text, a list of texts, or for each record of a list (an image is a list of one) its texts by field."""


@dataclass(frozen=True, slots=True)
class TranslatedTexts:
    """The texts that a translation gives for one entity, stage, step or pain."""

    kind: Kind
    id: str
    """Empty for what the file as a whole translates."""
    values: Mapping[str, Value]
    """What it says, by field."""
    place: Place
    """Where it stands."""
    day: date | None = None
    """When it was last held against the original."""


@cache
def text_fields(record: type[Any]) -> tuple[FieldShape, ...]:
    """The fields of `record` that hold prose."""
    return tuple(
        shape for shape in shape_of(record).fields if shape.form in _TEXTS and shape.name not in _SAME_EVERYWHERE
    )


@cache
def record_fields(record: type[Any]) -> tuple[FieldShape, ...]:
    """The fields of `record` that hold records without an id, which have texts of their own."""
    return tuple(shape for shape in shape_of(record).fields if shape.record in _TEXT_OF)


@dataclass(slots=True)
class TextsReader:
    """Reads the texts of one file."""

    findings: Findings
    found: list[TranslatedTexts] = field(default_factory=list[TranslatedTexts])
    """Everything so far; what a thing holds stands behind it."""

    def entity(
        self, record: type[Entity], entries: Entries, entity_id: str = "", span: Span | None = None
    ) -> None:
        """Note what `entries` translate of the `record` with that id, and of all it holds."""
        values, keys = dict[str, Value](), dict[str, Written]()
        within: list[tuple[FieldShape, Node]] = []
        day: date | None = None
        for pair in entries.pairs:
            shape = shape_of(record).by_key.get(pair.key)
            if pair.key == "id" and record.kind_of.within_journey:
                continue
            if pair.key == HELD_AGAINST and not record.kind_of.within_journey:
                day = value_of(_DAY, pair.value, self.findings) if isinstance(pair.value, Scalar) else None
            elif isinstance(pair.value, Scalar) and pair.value.is_nothing:
                continue
            elif shape and shape.record and issubclass(shape.record, Entity):
                within.append((shape, pair.value))
            elif shape and (value := self._value(record, shape, pair)) is not None:
                values[shape.name] = value
                keys[shape.name] = Written(pair.key_span, pair.value.span, tuple(_spans(pair.value)))
            elif shape is None:
                self._report_key(record, pair)
        place = Place(self.findings.file, span or entries.span, keys)
        self.found.append(TranslatedTexts(record.kind_of, entity_id, values, place, day))
        for shape, node in within:
            self._parts(shape, node)

    def _parts(self, shape: FieldShape, node: Node) -> None:
        """Note the texts of stages, steps or pains, each of which says by its id what it translates."""
        for item in node.items if isinstance(node, Items) else [node]:
            named = item.get("id") if isinstance(item, Entries) else None
            name = named.value if named else None
            if not isinstance(item, Entries) or not isinstance(name, Scalar) or name.is_nothing:
                noun = thing(shape.record or Entity)
                hint = f"write the original's id too, such as `id: …`, with the {noun}'s texts below it"
                self.findings.add("JB172", item.span, f"nothing says which {noun} this translates", hint)
                continue
            assert shape.record is not None  # noqa: S101  # only such fields come here
            self.entity(shape.record, item, ids.normal(name.text.strip()))

    def _value(self, record: type[Any], shape: FieldShape, pair: Pair) -> Value | None:
        """What `pair` says for a field; None, with a finding, if it is not for translators to say."""
        if shape in record_fields(record) and shape.record:
            return tuple(self._texts_of(shape.record, node) for node in _nodes(pair.value))
        if shape not in text_fields(record):
            self._report_key(record, pair)
            return None
        nodes = _nodes(pair.value) if shape.many else [pair.value]
        if wrong := next((node for node in nodes if not isinstance(node, Scalar)), None):
            hint = "put a text with brackets in quotes"
            self.findings.add("JB144", wrong.span, f"'{pair.key}' takes a text", hint)
            return None
        said = [value_of(shape, node, self.findings) for node in nodes if isinstance(node, Scalar)]
        texts = tuple(one for one in said if one is not None)
        return texts if shape.many else texts[0] if texts else None

    def _texts_of(self, record: type[Any], node: Node) -> dict[str, str]:
        """The texts of one record without an id; none for an item that is left empty."""
        if isinstance(node, Scalar) and node.is_nothing:
            return {}
        own = _TEXT_OF[record]
        entries = node if isinstance(node, Entries) else Entries([Pair(own, node.span, node)], node.span)
        texts: dict[str, str] = {}
        for pair in entries.pairs:
            shape = shape_of(record).by_key.get(pair.key)
            if shape in text_fields(record) and shape and isinstance(pair.value, Scalar):
                if text := value_of(shape, pair.value, self.findings):
                    texts[shape.name] = text
            else:
                self._report_key(record, pair)
        return texts

    def _report_key(self, record: type[Any], pair: Pair) -> None:
        known = shape_of(record).by_key
        if pair.key not in known and not pair.key.startswith("x-"):
            report_unknown(record, [pair], self.findings)
            return
        hint = "leave it out: it is the same in every language and comes from the original"
        if pair.key in {"id", "lang", "aliases"}:
            hint = "leave it out: the file's name says what it translates, and into which language"
        message = f"'{pair.key}' of {a(thing(record))} is nothing to translate"
        self.findings.add("JB171", pair.key_span, message, hint)


def _nodes(node: Node) -> list[Node]:
    return node.items if isinstance(node, Items) else [node]


def _spans(node: Node) -> Iterator[Span]:
    if isinstance(node, Items):
        yield from (item.span for item in node.items)
