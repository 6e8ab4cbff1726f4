"""Every place that names something of the portal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeybook.editing.portal_files import PortalFiles
from journeybook.editing.text_uses import text_uses
from journeybook.editing.translation_uses import translation_uses
from journeybook.editing.use import Form, Use
from journeybook.model import Kind
from journeybook.model.elsewhere import elsewhere
from journeybook.model.keys import SpotKey
from journeybook.portal.building_blocks import mentions_of_block
from journeybook.portal.mentions import Mention, mentions_in


def uses_in(files: PortalFiles) -> Iterator[Use]:
    """Every place in `files` that names something, in no order of its own."""
    yield from _references(files)
    for block in files.content.blocks:
        found = mentions_of_block(block, files.portal.directory)
        yield from _resolved(files, found, Form.BLOCK)
    for path in files.texts:
        yield from text_uses(files, path)
    yield from translation_uses(files)


def uses_of(files: PortalFiles, key: SpotKey) -> list[Use]:
    """Every place that names `key`, in file order."""
    found = dict.fromkeys(use for use in uses_in(files) if use.target == key)
    return sorted(found, key=lambda use: (use.file, use.span, use.says))


def _references(files: PortalFiles) -> Iterator[Use]:
    written_inside = {
        (one.place.file, one.place.span.line, one.place.span.column)
        for one in files.content.entities
        if one.kind_of is Kind.TOUCHPOINT and (one.place.span.line, one.place.span.column) != (1, 1)
    }
    for entity in files.content.entities:
        for mention in mentions_in(entity):
            place = (mention.place.file, mention.span.line, mention.span.column)
            if place not in written_inside and not elsewhere(mention.text):
                yield from _resolved(files, [mention], Form.KEY)


def _resolved(files: PortalFiles, found: Iterable[Mention], form: Form) -> Iterator[Use]:
    for one in found:
        journey = one.source.id if one.source.kind == Kind.JOURNEY else one.source.journey
        target = files.portal.directory.resolve(one.reference, one.text, journey)
        says = f"{one.source}: {one.field}" if form is Form.KEY else f"a building block: {one.field}"
        if target:
            yield Use(target, form, one.place.file, one.span, one.text, says)
