"""The whole content folder -> everything that is read from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from journeybook.model.diagnostics import in_file_order
from journeybook.reading.content import Content, TranslatedPage
from journeybook.reading.entity_files import FileContent, published
from journeybook.reading.files import load_folder
from journeybook.reading.read_files import ReadFiles
from journeybook.reading.repeated_ids import repeated_ids
from journeybook.reading.roles import Role, part_of
from journeybook.reading.translations import translations_of


def read_content(
    root: Path, folder: str = "content", languages: Sequence[str] = (), kept: ReadFiles | None = None
) -> Content:
    """Everything in the content folder `folder` of the portal in `root`, and all that is wrong with it.

    `languages` are those the portal is published in, its own first; translations into others are left out.
    Files that `kept` has read before, with the same text in them, are not read again.
    """
    kept = kept or ReadFiles()
    found = kept.contents(root, load_folder(root, folder, kept.seen), folder, languages)
    return content_of(folder, found, languages)


def content_of(folder: str, found: list[FileContent], languages: Sequence[str] = ()) -> Content:
    """What all files together hold; ids that two of them give, and translations of nothing, are found here."""
    entities = tuple(entity for one in found for entity in one.entities)
    defining = tuple(one.defines for one in found if one.defines)
    unread = frozenset(name for one in found for name in one.unread)
    files = [one.translation for one in found if one.translation]
    translations, misplaced = translations_of(files, entities, defining, unread)
    translated_pages = tuple(_translated_pages(found, languages))
    taken = {one.path for one in translated_pages}
    diagnostics = [*(finding for one in found for finding in one.diagnostics), *misplaced]
    return Content(
        folder=folder,
        entities=entities,
        files=defining,
        pages=tuple(one.path for one in found if one.is_page and one.path not in taken),
        diagnostics=in_file_order([*diagnostics, *repeated_ids(entities)]),
        unread=unread,
        page_texts=tuple(one.page_text for one in found if one.page_text and one.path not in taken),
        withheld=tuple(one.path for one in found if part_of(one.path).role is Role.DATA),
        blocks=tuple(block for one in found for block in one.blocks),
        assets=tuple(one.path for one in found if one.path and _is_published(one)),
        internal_pages=frozenset(one.path for one in found if one.is_internal),
        translations=translations,
        languages=tuple(languages),
        translated_pages=translated_pages,
        links={text: links for one in found for text, links in one.links.items()},
    )


def _translated_pages(found: Iterable[FileContent], languages: Sequence[str]) -> Iterator[TranslatedPage]:
    """Ordinary pages whose names say that they are in another of the portal's `languages`."""
    for one in found:
        tag = part_of(one.path).language if one.is_page and one.path else ""
        if tag and (language := published(tag, languages[1:])):
            of = one.path.replace(f".{tag}.", ".")
            text = one.page_text and replace(one.page_text, path=of, file=one.path)
            yield TranslatedPage(one.path, of, language, text)


def _is_published(file: FileContent) -> bool:
    """Whether a file goes into the site as it is."""
    return not file.defines and not file.translation and part_of(file.path).role in {Role.OTHER, Role.OTHER_YAML}
