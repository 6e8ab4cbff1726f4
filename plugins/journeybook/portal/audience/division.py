"""The portal that readers get, and what was left out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from journeybook.model import Journey
from journeybook.model.addresses import BOARDS_ADDRESS, address_of, board_address, index_address
from journeybook.model.diagnostics import Diagnostic, in_file_order
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import DEFINED_IN_FILES
from journeybook.model.places import Place, Span
from journeybook.model.portal_options import PortalOptions
from journeybook.portal.audience.left_out import LeftOut
from journeybook.portal.audience.marks import internal_keys, internal_pages, is_in_internal_folder, kinds_left
from journeybook.portal.audience.own_keys import unknown_own_keys, unknown_own_lanes
from journeybook.portal.audience.records import RecordFilter, note_of, span_in
from journeybook.portal.audience.references_to_files import files_named
from journeybook.portal.audience.ways_past import ways_past
from journeybook.portal.audience.written_links import Removed
from journeybook.portal.directory import Directory, directory_of
from journeybook.portal.graph import Portal, assemble
from journeybook.portal.link_map import LinkMap, boards_of, link_map_of
from journeybook.reading.content import Content, DefiningFile, PageText


@dataclass(frozen=True)
class Division:
    """A portal divided into what its readers get and what they do not."""

    portal: Portal
    """What they get. Its findings are about the whole, for they are the authors' affair."""
    left_out: LeftOut
    """What they do not get; empty where a build is for the company."""


def division_of(whole: Portal, options: PortalOptions) -> Division:
    """`whole` divided as `options` say."""
    unknown = (*unknown_own_keys(whole.content, options), *unknown_own_lanes(whole.content, options))
    whole = replace(whole, diagnostics=_with(whole.diagnostics, unknown))
    if options.audience != "public":
        return Division(whole, LeftOut(whole.directory, whole.link_map, options.language))
    content, left_out, notes = _divided(whole.content, options, whole.directory, whole.link_map)
    return Division(replace(assemble(content, once=True), diagnostics=_with(whole.diagnostics, notes)), left_out)


def _with(found: tuple[Diagnostic, ...], more: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return in_file_order([*found, *more])


def for_audience(content: Content, options: PortalOptions) -> Content:
    """What of `content` a build with `options` may hold; findings stay, for they are the authors' affair."""
    if options.audience != "public":
        return content
    return _divided(content, options, directory_of(content.entities), link_map_of(content))[0]


def _divided(
    content: Content, options: PortalOptions, directory: Directory, link_map: LinkMap
) -> tuple[Content, LeftOut, list[Diagnostic]]:
    keys = internal_keys(content, options, directory)
    pages = internal_pages(content)
    paths = frozenset(_paths_of(content, options, keys, pages))
    left_out = LeftOut(directory, link_map, options.language, keys, paths, content.others.unread)
    journeys = [one for one in content.entities if isinstance(one, Journey)]
    records = RecordFilter(left_out, options, ways_past(journeys, directory, keys))
    entities = records.entities(content.entities)
    texts = tuple(
        _page_text(one, content, left_out, records.notes) for one in content.page_texts if one.path not in pages
    )
    # What the original says was held against the marks when the original was divided.
    as_written = replace(records, notes=[]).entities(content.originals)
    made = replace(
        content,
        entities=entities,
        files=tuple(_files(content, keys, paths)),
        pages=tuple(one for one in content.pages if one not in pages),
        page_texts=texts,
        withheld=tuple(one for one in content.withheld if not is_in_internal_folder(one)),
        unread=frozenset(),
        internal_pages=frozenset(),
        translations=tuple(one for one in content.translations if one.key not in keys),
        translated_pages=tuple(one for one in content.translated_pages if not {one.path, one.of} & pages),
        originals=as_written,
        boards=options.public_boards,
    )
    left_out = replace(left_out, paths=paths | _named_by_none(content, made, link_map))
    assets = tuple(one for one in content.assets if one not in left_out.paths)
    return replace(made, assets=assets), left_out, records.notes


def _paths_of(
    content: Content, options: PortalOptions, keys: frozenset[SpotKey], pages: frozenset[str]
) -> Iterator[str]:
    """Files that are left out, and Markdown paths of pages that are not made."""
    stay = {one for one in content.pages if one not in pages}
    translated = (one.path for one in content.translated_pages if one.of in pages)
    found = {*pages, *translated, *(one for one in content.assets if is_in_internal_folder(one))}
    found.update(_boards_left_out(content, options))
    found.update(address.source for address in map(address_of, keys) if not address.anchor)
    for one in content.files:
        if _is_left_out(one, keys):
            found.update((one.path, one.path.rpartition(".")[0] + ".md"))
    left = kinds_left(content, keys)
    for kind in {one.kind_of for one in content.entities} - left:
        found.update((kind.folder, index_address(kind).source) if kind in DEFINED_IN_FILES else ())
    yield from found - stay


def _boards_left_out(content: Content, options: PortalOptions) -> Iterator[str]:
    """The Markdown paths of boards that the public does not get, and of their overview if it gets none."""
    left = boards_of(replace(content, boards=options.public_boards))
    yield from (board_address(one).source for one in boards_of(content) if one not in left)
    if not left:
        yield BOARDS_ADDRESS.source


def _is_left_out(file: DefiningFile, keys: frozenset[SpotKey]) -> bool:
    if is_in_internal_folder(file.path):
        return True
    return bool(file.ids) and all(SpotKey(file.kind, one) in keys for one in file.ids)


def _files(content: Content, keys: frozenset[SpotKey], paths: frozenset[str]) -> Iterator[DefiningFile]:
    for one in content.files:
        if one.path not in paths:
            yield replace(one, ids=tuple(name for name in one.ids if SpotKey(one.kind, name) not in keys))


def _page_text(page: PageText, content: Content, left_out: LeftOut, notes: list[Diagnostic]) -> PageText:
    place = Place(f"{content.folder}/{page.path}")
    key = SpotKey("page", page.path.removesuffix(".md"))

    def tell(removed: Removed) -> None:
        span = span_in(page.text, removed.written, Span(page.line, 1, page.line, 1))
        notes.append(note_of(removed, place, span, key))

    return replace(page, text=left_out.text(page.text, place.file, tell=tell))


def _named_by_none(whole: Content, made: Content, link_map: LinkMap) -> frozenset[str]:
    """Pictures and downloads that something of the `whole` names, but nothing of what was `made` of it."""
    return frozenset((files_named(whole, link_map) - files_named(made, link_map)) & set(whole.assets))
