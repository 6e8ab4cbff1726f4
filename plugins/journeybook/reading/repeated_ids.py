"""Ids are unique: per kind, and those of stages, steps and pains within their journey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journeybook.model import Entity, Journey, Kind, ids
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.places import Span


class _Name(NamedTuple):
    """One id or former id of an entity."""

    text: str
    key: str
    item: int | None
    """Which item of the key it is."""
    entity: Entity
    is_derived: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.entity.place.of(self.key, self.item)


def repeated_ids(entities: Iterable[Entity]) -> Iterator[Diagnostic]:
    """A finding for each id or alias that one before it has taken, without regard to case."""
    taken: dict[tuple[str, Kind, str], _Name] = {}
    for entity in entities:
        for journey, part in _parts(entity):
            for name in _names(part):
                stood_in, slash, own = name.text.partition("/")
                where, text = (stood_in, own) if slash else (journey, name.text)
                first = taken.setdefault((where, part.kind_of, ids.folded(text)), name)
                if first.entity is not part:
                    yield _finding(first, name)


def _parts(entity: Entity) -> Iterator[tuple[str, Entity]]:
    """The entity and all it holds, each with the journey within which its id is unique."""
    yield "", entity
    if isinstance(entity, Journey):
        for stage in entity.stages:
            yield entity.id, stage
            for step in stage.steps:
                yield entity.id, step
                for pain in step.pains:
                    yield entity.id, pain


def _names(entity: Entity) -> Iterator[_Name]:
    place = entity.place
    is_inline = entity.kind_of is Kind.TOUCHPOINT and place.span[:2] != (1, 1)
    is_derived = (is_inline or entity.kind_of.within_journey) and "id" not in place.keys
    yield _Name(entity.id, "title" if is_derived else "id", None, entity, is_derived)
    for number, alias in enumerate(entity.aliases):
        yield _Name(alias, "aliases", number, entity)


def _finding(first: _Name, second: _Name) -> Diagnostic:
    kind, place, other = second.entity.kind_of, second.entity.place, first.entity.place
    where = f"on line {first.span.line}" if place.file == other.file else f"in {other.file}:{first.span.line}"
    what = "" if first.text == first.entity.id else " as a former id"
    message = f"the {kind} '{second.text}' is already {where}{what}"
    hint = "give one of them another id"
    if second.is_derived:
        hint = f"give it an id of its own, such as `id: {second.text}-2`"
    if kind is Kind.TOUCHPOINT and second.is_derived:
        hint = f"if it is the same one, write `touchpoint: {first.entity.id}`, else {hint}"
    return at(place, second.span, "JB202", message, hint=hint)
