"""The whole content folder -> everything that is read from it."""

from __future__ import annotations

from pathlib import Path

from journeybook.model.diagnostics import in_file_order
from journeybook.reading.content import Content
from journeybook.reading.entity_files import FileContent, read_file, unread_file
from journeybook.reading.files import LoadedFile, load_folder
from journeybook.reading.repeated_ids import repeated_ids
from journeybook.reading.roles import Role, part_of


def read_content(root: Path, folder: str = "content") -> Content:
    """Everything in the content folder `folder` of the portal in `root`, and all that is wrong with it."""
    return content_of(folder, [_read(loaded, folder) for loaded in load_folder(root, folder)])


def content_of(folder: str, found: list[FileContent]) -> Content:
    """What all files together hold; ids that two of them give are found here."""
    entities = tuple(entity for one in found for entity in one.entities)
    diagnostics = [finding for one in found for finding in one.diagnostics]
    return Content(
        folder=folder,
        entities=entities,
        files=tuple(one.defines for one in found if one.defines),
        pages=tuple(one.path for one in found if one.is_page),
        diagnostics=in_file_order([*diagnostics, *repeated_ids(entities)]),
        unread=frozenset(name for one in found for name in one.unread),
        page_texts=tuple(one.page_text for one in found if one.page_text),
        withheld=tuple(one.path for one in found if part_of(one.path).role is Role.DATA),
        assets=tuple(one.path for one in found if one.path and _is_published(one)),
        internal_pages=frozenset(one.path for one in found if one.is_internal),
    )


def _read(loaded: LoadedFile, folder: str) -> FileContent:
    if loaded.text is None:
        return unread_file(loaded.path, loaded.diagnostics)
    return read_file(loaded.path, loaded.text, folder)


def _is_published(file: FileContent) -> bool:
    """Whether a file goes into the site as it is."""
    return not file.defines and part_of(file.path).role in {Role.OTHER, Role.OTHER_YAML}
