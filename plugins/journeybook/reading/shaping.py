"""Tree -> records of the model: each key to its field, each value in its form, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from journeybook.model import Entity, Touchpoint, ids
from journeybook.model.kinds import LISTED_IN_ONE_FILE, Kind
from journeybook.model.places import Place, Span, Written
from journeybook.model.record import of_valid
from journeybook.model.rule_weights import Exemption
from journeybook.model.text import EVERYONE
from journeybook.reading.findings import Findings
from journeybook.reading.keys import report_unknown
from journeybook.reading.mappings import maps_ids
from journeybook.reading.naming import derived_id
from journeybook.reading.nodes import Entries, Items, Node, Pair, Scalar
from journeybook.reading.own_keys import plain_value
from journeybook.reading.rules import report_no_rule, weights_of
from journeybook.reading.schema import FieldShape, Form, RecordShape, shape_of
from journeybook.reading.short_forms import written_out
from journeybook.reading.values import value_of
from journeybook.reading.wording import thing


@dataclass(slots=True)
class _Draft:
    """A record before it is one."""

    record: type[Any]
    shape: RecordShape
    span: Span
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    keys: dict[str, Written] = field(default_factory=dict[str, Written])
    extra: dict[str, Any] = field(default_factory=dict[str, Any])
    empty: dict[str, Span] = field(default_factory=dict[str, Span])
    """Keys written without a value, which is as if they were not written."""


@dataclass(slots=True)
class Shaping:
    """Makes the records of one file."""

    findings: Findings
    """Where what is wrong goes."""
    inline: list[Entity] = field(default_factory=list[Entity])
    """Touchpoints written inside steps, in the order written."""
    narratives: list[Scalar] = field(default_factory=list[Scalar])
    """Longer texts, in the order written."""

    def record(
        self, record: type[Any], node: Node, default_id: str | None = None, span: Span | None = None
    ) -> Any:
        """The `record` that `node` describes, without what is wrong in it; None if nothing of it can be kept.

        An entity that has no id of its own takes `default_id`. The record stands at `span`, or where
        `node` stands.
        """
        entries = written_out(record, node, self.findings)
        if entries is None:
            return None
        draft = _Draft(record, shape_of(record), span or entries.span)
        unknown: list[Pair] = []
        for pair in entries.pairs:
            shape = draft.shape.by_key.get(pair.key)
            if shape is not None:
                self._fill(draft, shape, pair)
            elif pair.key.startswith("x-") and draft.shape.has_extra:
                draft.keys[pair.key] = Written(pair.key_span, pair.value.span)
                draft.extra[pair.key] = plain_value(pair.value, self.findings)
            else:
                unknown.append(pair)
        report_unknown(record, unknown, self.findings)
        return self._finished(draft, default_id)

    def _fill(self, draft: _Draft, shape: FieldShape, pair: Pair) -> None:
        """Put what `pair` says into its field."""
        node = pair.value
        if shape.name in draft.keys:
            message = f"'{pair.key}' says again what '{shape.singular}' says"
            self.findings.add("JB150", pair.key_span, message, "keep one of them")
            return
        if isinstance(node, Scalar) and node.is_nothing and (node.plain or shape.form is not Form.MAY_BE_EMPTY):
            draft.empty[shape.name] = pair.key_span
            return
        if shape.many:
            self._fill_list(draft, shape, pair)
            return
        if shape.form is Form.PER_PERSONA:
            value, entries = self._per_persona(shape, node)
            draft.keys[shape.name] = Written(pair.key_span, node.span, entries=entries)
        elif shape.form is Form.BY_RULE:
            value, entries = weights_of(shape, node, self.findings)
            draft.keys[shape.name] = Written(pair.key_span, node.span, entries=entries)
        elif shape.form is Form.BY_NAME:
            value, entries = self._by_name(shape, node)
            draft.keys[shape.name] = Written(pair.key_span, node.span, entries=entries)
        else:
            value = self._value(shape, node)
            draft.keys[shape.name] = Written(pair.key_span, node.span)
        if value is None and shape.name == "title" and isinstance(node, Scalar):
            value = node.text.strip()
        if value is not None:
            draft.values[shape.name] = value

    def _fill_list(self, draft: _Draft, shape: FieldShape, pair: Pair) -> None:
        nodes = pair.value.items if isinstance(pair.value, Items) else [pair.value]
        if shape.record and isinstance(pair.value, Entries) and maps_ids(pair.value, shape.record):
            first = pair.value.pairs[0].key
            head = "ignore" if shape.record is Exemption else "id"
            hint = f"begin each with a dash: `- {head}: {first}`, its other keys below"
            message = f"'{pair.key}' is a list, and this maps ids to keys"
            self.findings.add("JB144", pair.value.span, message, hint)
            nodes = []
        values, spans = list[Any](), list[Span]()
        for node in nodes:
            if isinstance(node, Scalar) and node.is_nothing:
                hint = "write a value behind the dash or delete it"
                self.findings.add("JB151", node.span, f"an item of '{pair.key}' is empty", hint)
            elif (value := self._value(shape, node)) is not None:
                values.append(value)
                spans.append(node.span)
        draft.keys[shape.name] = Written(pair.key_span, pair.value.span, tuple(spans))
        draft.values[shape.name] = tuple(values)

    def _value(self, shape: FieldShape, node: Node) -> Any:
        """One value of a field, or None with a finding."""
        if shape.record is not None:
            return self.record(shape.record, node)
        if isinstance(node, Scalar):
            if shape.form is Form.VERBATIM:
                self.narratives.append(node)
            return value_of(shape, node, self.findings)
        if isinstance(node, Entries) and shape.reference and shape.reference.kind is Kind.TOUCHPOINT:
            touchpoint = self.record(Touchpoint, node)
            if touchpoint is None:
                return None
            self.inline.append(touchpoint)
            return touchpoint.id
        self._report_structure(shape, node)
        return None

    def _report_structure(self, shape: FieldShape, node: Items | Entries) -> None:
        if self.findings.within(node.span):
            return
        what, bracket = ("a list", "[") if isinstance(node, Items) else ("keys and values", "{")
        hint = f"a text that begins with {bracket} needs quotes"
        if shape.reference and isinstance(node, Entries):
            kind = shape.reference.kind
            where = f"{kind.folder}.yml" if kind in LISTED_IN_ONE_FILE else f"{kind.folder}/"
            hint = f"write the {kind}'s id, and describe it in {where}"
        elif isinstance(node, Items) and node.items and isinstance(node.items[0], Scalar):
            hint = f"write one of them, such as `{shape.spelled}: {node.items[0].text}`, or quotes around a text"
        wanted = "an id" if shape.form in {Form.ID, Form.REFERENCE} else "one value"
        self.findings.add("JB144", node.span, f"'{shape.spelled}' takes {wanted}, and this is {what}", hint)

    def _per_persona(self, shape: FieldShape, node: Node) -> tuple[dict[str, float] | None, dict[str, Span]]:
        """A score, or one per persona, and where each persona is named."""
        if isinstance(node, Scalar):
            value = value_of(shape, node, self.findings)
            return (None if value is None else {EVERYONE: float(value)}), {}
        if isinstance(node, Items):
            hint = f"write one number, or one per persona: `{shape.spelled}: {{persona: 4}}`"
            self.findings.add("JB144", node.span, f"'{shape.spelled}' is a list", hint)
            return None, {}
        values, spans = dict[str, float](), dict[str, Span]()
        for pair in node.pairs:
            if isinstance(pair.value, Scalar) and not pair.value.is_nothing:
                value = value_of(shape, pair.value, self.findings)
                if value is not None:
                    name = ids.normal(pair.key)
                    values[name], spans[name] = float(value), pair.key_span
            else:
                hint = f"write `{pair.key}: 4`"
                self.findings.add("JB143", pair.key_span, f"'{pair.key}' has no number here", hint)
        return values, spans

    def _by_name(self, shape: FieldShape, node: Node) -> tuple[dict[str, Any] | None, dict[str, Span]]:
        """The records under their names, and where each name stands."""
        if not isinstance(node, Entries):
            hint = f"write a name and what it has: `{shape.spelled}: {{name: …}}`"
            self.findings.add("JB144", node.span, f"'{shape.spelled}' maps names to {shape.spelled}", hint)
            return None, {}
        made = {ids.normal(pair.key): self.record(shape.record or object, pair.value) for pair in node.pairs}
        spans = {ids.normal(pair.key): pair.key_span for pair in node.pairs}
        return {name: one for name, one in made.items() if one is not None}, spans

    def _finished(self, draft: _Draft, default_id: str | None) -> Any:
        """The record, if what it cannot do without is there."""
        noun, values = thing(draft.record), draft.values
        for shape in draft.shape.required:
            if shape.name != "id" and shape.name not in draft.keys:
                start = Span(draft.span.line, draft.span.column, draft.span.line, draft.span.column + 1)
                span = draft.empty.get(shape.name, start)
                self.findings.add(
                    "JB141", span, f"this {noun} has no {shape.spelled}", f"write `{shape.spelled}: …`"
                )
        if issubclass(draft.record, Entity):
            self._name(draft, default_id)
        if any(shape.name not in values for shape in draft.shape.required):
            return None
        if draft.shape.has_extra:
            values["extra"] = draft.extra
        place = Place(self.findings.file, draft.span, draft.keys)
        try:
            made = of_valid(draft.record, {**values, "place": place} if draft.shape.has_place else values)
        except ValidationError as error:
            why = error.errors()[0]["msg"].removeprefix("Value error, ")
            self.findings.add("JB152", draft.span, f"the values of this {noun} do not go together: {why}")
            return None
        if isinstance(made, Exemption):
            report_no_rule(made, self.findings)
        return made

    def _name(self, draft: _Draft, default_id: str | None) -> None:
        """Give the entity its id, and a title for the time being if it has none."""
        values = draft.values
        title = values.get("title")
        if "id" not in values and default_id is not None:
            values["id"] = default_id
        if "id" not in values and title is not None:
            at = draft.keys["title"].value
            derived = derived_id(title, at, thing(draft.record), self.findings)
            if derived is not None:
                values["id"] = derived
        if title is None and "id" in values:
            values["title"] = values["id"]
