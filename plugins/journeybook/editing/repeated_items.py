"""Lists that would name one thing twice, once two things are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeybook.editing.change import Edit
from journeybook.editing.portal_files import PortalFiles
from journeybook.editing.source_text import SourceText
from journeybook.model import Kind
from journeybook.model.elsewhere import elsewhere
from journeybook.model.keys import SpotKey
from journeybook.model.places import Place, Span
from journeybook.portal.mentions import Mention, mentions_in


def without_repeated(files: PortalFiles, key: SpotKey, into: SpotKey, edits: Iterable[Edit]) -> list[Edit]:
    """`edits`, which write `into` for `key`, with the item taken out of lists that name both."""
    cuts = {(edit.file, span): edit for span, edit in _cuts(files, key, into)}
    return [cuts.get((edit.file, (edit.start, edit.end)), edit) for edit in edits]


def _cuts(files: PortalFiles, key: SpotKey, into: SpotKey) -> Iterator[tuple[tuple[int, int], Edit]]:
    for entity in files.content.entities:
        named = [one for one in mentions_in(entity) if not elsewhere(one.text)]
        both = {id(one.place): one for one in named if _target(files, one) == into}
        for one in named:
            if _target(files, one) == key and id(one.place) in both and both[id(one.place)].field == one.field:
                source = files.source(one.place.file)
                written = (source.start(one.span), source.end(one.span))
                yield written, _without(source, one.place, one.field.rpartition(".")[2], one.span)


def _target(files: PortalFiles, mention: Mention) -> SpotKey | None:
    journey = mention.source.id if mention.source.kind == Kind.JOURNEY else mention.source.journey
    return files.portal.directory.resolve(mention.reference, mention.text, journey)


def _without(source: SourceText, place: Place, field: str, span: Span) -> Edit:
    items = place.keys[field].items
    number = items.index(span)
    before = source.line(span.line)[: span.column - 1]
    if before.strip() == "-":
        return Edit(source.file, source.start_of(span.line), source.start_of(span.end_line + 1), "")
    if number:
        return Edit(source.file, source.end(items[number - 1]), source.end(span), "")
    return Edit(source.file, source.start(span), source.start(items[number + 1]), "")
