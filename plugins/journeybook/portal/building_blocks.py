"""What building blocks name, and what is wrong with those names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from journeybook.model.block import Block
from journeybook.model.block_table import offer_of
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.ids import nearest
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import Kind
from journeybook.model.text import Reference
from journeybook.portal.directory import Directory
from journeybook.portal.mentions import Mention, references_in
from journeybook.portal.references import resolve
from journeybook.reading.content import Content

_JOURNEYS = Reference(Kind.JOURNEY)


def thing_of(block: Block, directory: Directory) -> SpotKey | None:
    """The one thing that `block` shows; None if it shows many, or there is no such thing."""
    reference = _kind_named(block)
    return directory.resolve(reference, block.id) if reference and block.id else None


def wanted_by(block: Block, directory: Directory) -> Mapping[str, frozenset[SpotKey]]:
    """What each key of `where` that names something asks for; of names of nothing none is left."""
    wanted: defaultdict[str, set[SpotKey]] = defaultdict(set)
    for mention in _mentions_in(block, directory):
        found = directory.resolve(mention.reference, mention.text, mention.source.id)
        wanted[mention.field].update([found] if found else [])
    return {field: frozenset(keys) for field, keys in wanted.items()}


def mentions_of_block(block: Block, directory: Directory) -> list[Mention]:
    """Every name in `block`: those of `where`, and that of the one thing it shows."""
    found = [*_mentions_in(block, directory)]
    if (reference := _kind_named(block)) and block.id:
        found.append(Mention(SpotKey(Kind.JOURNEY, ""), "id", reference, block.id, block.place, "id"))
    return found


def block_findings(content: Content, directory: Directory) -> Iterator[Diagnostic]:
    """A finding for every name in a building block that names nothing."""
    tags = {tag for one in directory.by_key.values() for tag in one.tags}
    pages = frozenset(content.pages)
    for block in content.blocks:
        path = block.place.file.removeprefix(f"{content.folder}/")
        page = SpotKey("page", path.removesuffix(".md"))
        for finding in resolve(mentions_of_block(block, directory), directory, content.unread)[1]:
            yield replace(finding, key=str(page) if path in pages else "")
        yield from _lost_tags(block, tags)


def _kind_named(block: Block) -> Reference | None:
    offer = offer_of(block.show, has_id=block.id is not None)
    return Reference(offer.kind) if offer.is_one and offer.kind else None


def _mentions_in(block: Block, directory: Directory) -> Iterator[Mention]:
    """The references of `where`; where it names one journey, stages are looked for in that one."""
    if block.where is None:
        return
    named = {directory.resolve(_JOURNEYS, one) for one in block.where.journeys}
    journey = named.pop() if len(named) == 1 else None
    yield from references_in(block.where, journey or SpotKey(Kind.JOURNEY, ""))


def _lost_tags(block: Block, known: set[str]) -> Iterator[Diagnostic]:
    for number, tag in enumerate(block.where.tags if block.where else ()):
        if block.where and tag not in known:
            near = " or ".join(f"'{one}'" for one in nearest(tag, known))
            hint = f"did you mean {near}?" if near else "it will stay empty until something has it"
            place = block.where.place
            yield at(place, place.of("tags", number), "JB186", f"nothing has the tag '{tag}'", hint=hint)
