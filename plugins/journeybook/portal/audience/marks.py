"""What of a portal is internal: marked so itself, a part of something marked so, or in a folder `internal`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from journeybook.model import Entity, Journey, Kind, Step, Touchpoint
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import DEFINED_IN_FILES
from journeybook.model.places import Span
from journeybook.model.portal_options import PortalOptions
from journeybook.portal.directory import Directory
from journeybook.portal.mentions import entities_in, key_of
from journeybook.reading.content import Content
from journeybook.reading.internal_keys import is_internal_field
from journeybook.reading.roles import is_language
from journeybook.reading.schema import shape_of

INTERNAL = "internal"


def internal_keys(content: Content, options: PortalOptions, directory: Directory) -> frozenset[SpotKey]:
    """Everything with a spot key that no public build holds."""
    kinds = {kind for kind in DEFINED_IN_FILES if kind.folder in options.internal}
    found: set[SpotKey] = set()
    for entity in content.entities:
        if entity.kind_of in kinds or _is_marked(entity) or is_in_internal_folder(_path(entity, content)):
            found.update(key for key, _ in entities_in(entity))
        elif isinstance(entity, Journey):
            found.update(_inside(entity, options))
    inline = [one for one in content.entities if isinstance(one, Touchpoint) and one.place.file]
    steps = [one for key, one in directory.by_key.items() if key in found and isinstance(one, Step)]
    found.update(key_of(one) for one in inline if any(_holds(step, one) for step in steps))
    return frozenset(found)


def _is_marked(entity: Entity) -> bool:
    return entity.audience == INTERNAL


def _inside(journey: Journey, options: PortalOptions) -> Iterator[SpotKey]:
    """The stages, steps and pains of `journey` that are internal, each with all it holds."""
    for stage in journey.stages:
        no_stage = _is_marked(stage) or _is_field(Journey, "stages", options)
        if no_stage:
            yield key_of(stage, journey.id)
        for step in stage.steps:
            no_step = no_stage or _is_marked(step) or _is_field(type(stage), "steps", options)
            if no_step:
                yield key_of(step, journey.id)
            for pain in step.pains:
                if no_step or _is_marked(pain) or _is_field(Step, "pains", options):
                    yield key_of(pain, journey.id)


def _is_field(record: type[Entity], name: str, options: PortalOptions) -> bool:
    return bool(options.internal) and is_internal_field(shape_of(record).by_key[name], options.internal)


def _holds(step: Step, touchpoint: Touchpoint) -> bool:
    """Whether `touchpoint` is written inside `step`."""
    written = step.place.keys.get("touchpoints")
    if written is None or step.place.file != touchpoint.place.file:
        return False
    at = touchpoint.place.span
    return any(_covers(span, at) for span in (written.value, *written.items))


def _covers(outer: Span, inner: Span) -> bool:
    start, end = (outer.line, outer.column), (outer.end_line, outer.end_column)
    return start <= (inner.line, inner.column) <= end


def _path(entity: Entity, content: Content) -> str:
    return entity.place.file.removeprefix(f"{content.folder}/")


def is_in_internal_folder(path: str) -> bool:
    """Whether `path`, relative to the content folder, lies in a folder named `internal`."""
    return any(folder.casefold() == INTERNAL for folder in PurePosixPath(path).parts[:-1])


def internal_pages(content: Content) -> frozenset[str]:
    """Ordinary pages that no public build holds, with their translations (`plans.pl.md` of `plans.md`).

    A translation can be internal by itself; its readers get the original then.
    """
    pages = {*content.pages, *(one.path for one in content.translated_pages)}
    found = {one for one in pages if one in content.internal_pages or is_in_internal_folder(one)}
    return frozenset(found | {one for one in pages if _original(one) in found})


def _original(page: str) -> str:
    """The page that `page` seems to be a translation of."""
    path = PurePosixPath(page)
    stem, dot, language = path.stem.rpartition(".")
    return str(path.with_name(stem + path.suffix)) if dot and is_language(language) else page


def kinds_left(content: Content, keys: frozenset[SpotKey]) -> frozenset[Kind]:
    """Kinds of which something stays when `keys` are left out."""
    return frozenset(one.kind_of for one in content.entities if key_of(one) not in keys)
