"""Entities without what is left out of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from typing import Any, cast

from pydantic.fields import FieldInfo

from journeybook.model import Entity, Journey, Step
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.elsewhere import elsewhere
from journeybook.model.keys import SpotKey
from journeybook.model.places import Place, Span
from journeybook.model.portal_options import PortalOptions
from journeybook.model.record import with_changes
from journeybook.model.text import EVERYONE
from journeybook.portal.audience.left_out import LeftOut
from journeybook.portal.audience.ways_past import Ways
from journeybook.portal.audience.written_links import Removed
from journeybook.portal.mentions import key_of
from journeybook.reading.internal_keys import EVERY_OWN_KEY, is_internal_field
from journeybook.reading.schema import FieldShape, Form, shape_of

_TEXTS = frozenset({Form.TEXT, Form.VERBATIM, Form.MAY_BE_EMPTY, Form.FIGURE})


@dataclass(frozen=True, slots=True)
class _Around:
    """Where a record stands."""

    source: SpotKey
    """The nearest thing with a spot key."""
    journey: str
    language: str
    place: Place


@dataclass(slots=True)
class RecordFilter:
    """Makes records without what is left out; knows nothing of any particular field."""

    left_out: LeftOut
    options: PortalOptions
    ways: Mapping[SpotKey, Ways] = field(default_factory=dict[SpotKey, Ways])
    notes: list[Diagnostic] = field(default_factory=list[Diagnostic])
    """Links that were taken out of texts."""

    def entities(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        """Those of `entities` that stay, without what is left out of them."""
        kept = (one for one in entities if key_of(one) not in self.left_out.keys)
        made = (self._record(one, _Around(key_of(one), "", "", one.place)) for one in kept)
        return tuple(cast("Entity", one) for one in made if one is not None)

    def _record(self, record: Any, around: _Around) -> Any:
        """`record` without what is left out; None if it cannot do without it."""
        around = self._inside(record, around)
        changed: dict[str, Any] = {}
        for shape in shape_of(record.__class__).fields:
            old = getattr(record, shape.name)
            if shape.name == "next" and isinstance(record, Step):
                old = self.ways.get(around.source, old)
            new = self._field(record.__class__, shape, old, around)
            if new is None and shape.required:
                return None
            if new is not getattr(record, shape.name):
                changed[shape.name] = new
        if isinstance(record, Entity):
            changed["extra"] = self._own_keys(record.extra, around)
            changed["checks"] = ()  # what is excused, and why, is the company's own business
            left = record.rendition.left.items()
            cleaned = {self.left_out.text(text, around.place.file, language): language for text, language in left}
            changed["rendition"] = replace(record.rendition, left=cleaned)
        if isinstance(getattr(record, "place", None), Place):
            # Its keys name what was written, left out or not.
            changed["place"] = Place(record.place.file, record.place.span)
        return with_changes(record, **changed) if changed else record

    def _inside(self, record: Any, around: _Around) -> _Around:
        place = getattr(record, "place", around.place)
        if not isinstance(record, Entity):
            return replace(around, place=place)
        journey = record.id if isinstance(record, Journey) else around.journey
        key = key_of(record, journey)
        return _Around(key, journey, record.lang or around.language, place)

    def _field(self, record: type, shape: FieldShape, value: Any, around: _Around) -> Any:
        if is_internal_field(shape, self.options.internal):
            return None if shape.required else _default(record, shape.name)
        if shape.form is Form.PER_PERSONA:
            return {name: one for name, one in value.items() if not self._is_left_out(shape, name, around)}
        if shape.form is Form.ID or value is None:
            return value
        change = self._change(shape, around)
        if change is None:
            return value
        if not shape.many:
            return change(value, None)
        made = [change(one, number) for number, one in enumerate(value)]
        return tuple(one for one in made if one is not None)

    def _change(self, shape: FieldShape, around: _Around) -> Callable[[Any, int | None], Any] | None:
        """What makes a value of the field fit to be shown; None if every value is."""
        if shape.form is Form.RECORD:
            return lambda value, _: self._part(value, around)
        if shape.form is Form.REFERENCE:
            return lambda value, _: None if self._is_left_out(shape, value, around) else value
        if shape.form is Form.LANE:
            return lambda value, _: None if self._is_internal_key(value) else value
        if shape.form is Form.PARSED:
            return lambda value, _: None if self._leads_to_left_out(value, around) else value
        if shape.form in _TEXTS:
            return lambda value, number: self._text(value, shape, number, around)
        return None

    def _part(self, value: Any, around: _Around) -> Any:
        if isinstance(value, Entity) and key_of(value, around.journey) in self.left_out.keys:
            return None
        return self._record(value, around)

    def _is_left_out(self, shape: FieldShape, text: str, around: _Around) -> bool:
        if shape.reference is None or text == EVERYONE:
            return False
        if where := elsewhere(text):
            return where.portal in self.left_out.portals
        return self.left_out.directory.resolve(shape.reference, text, around.journey) in self.left_out.keys

    def _leads_to_left_out(self, value: Any, around: _Around) -> bool:
        return isinstance(value, str) and self.left_out.leads_here(around.place.file, value)

    def _text(self, value: Any, shape: FieldShape, number: int | None, around: _Around) -> Any:
        if not isinstance(value, str):
            return value

        def tell(removed: Removed) -> None:
            span = around.place.of(shape.name, number)
            if shape.form is Form.VERBATIM:
                span = span_in(value, removed.written, span)
            self.notes.append(note_of(removed, around.place, span, around.source))

        return self.left_out.text(value, around.place.file, around.language, tell)

    def _own_keys(self, extra: Mapping[str, Any], around: _Around) -> dict[str, Any]:
        kept = ((name, value) for name, value in extra.items() if not self._is_internal_key(name))
        return {name: self._own_value(value, around) for name, value in kept}

    def _is_internal_key(self, name: str) -> bool:
        internal = self.options.internal
        return name in internal or (name.startswith("x-") and EVERY_OWN_KEY in internal)

    def _own_value(self, value: Any, around: _Around) -> Any:
        if isinstance(value, str):
            return self.left_out.text(value, around.place.file, around.language)
        if isinstance(value, dict):
            pairs = cast("dict[str, Any]", value)
            return {name: self._own_value(one, around) for name, one in pairs.items()}
        if isinstance(value, list):
            return [self._own_value(one, around) for one in cast("list[Any]", value)]
        return value


def _default(record: type, name: str) -> Any:
    found = next(one for one in fields(record) if one.name == name)
    if found.default_factory is not MISSING:
        return found.default_factory()
    if isinstance(found.default, FieldInfo):
        return found.default.get_default(call_default_factory=True, validated_data={})
    return found.default


def span_in(text: str, written: str, start: Span) -> Span:
    """Where `written` stands in the `text` that begins at `start`."""
    offset = max(text.find(written), 0)
    first = written.partition("\n")[0]
    line = start.line + text.count("\n", 0, offset)
    column = start.column + offset - (text.rfind("\n", 0, offset) + 1)
    return Span(line, column, line, column + len(first))


def note_of(removed: Removed, place: Place, span: Span, key: SpotKey) -> Diagnostic:
    """What to say of a link that was taken out."""
    message = "a public text links to something internal; public readers see its label without the link"
    hint = "mark this text internal as well, if its label says too much"
    if not removed.has_label:
        message = "a public text names something internal; public readers see the word 'internal' instead"
        hint = "give it a label that everybody may read, or mark this text internal as well"
    return at(place, span, "JB208", message, hint=hint, key=str(key))
