"""Files that stand in the site beside the pages: what machines read, and old addresses."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from journeybook.exchange.portal_document import DOCUMENT_FILE, SCHEMA_FILE, as_json, portal_document
from journeybook.exchange.portal_schema import schema_as_json
from journeybook.mkdocs.editions import Edition


def add_files_beside(files: Files, edition: Edition, config: MkDocsConfig) -> None:
    """Put the files that go with `edition` into MkDocs' `files`; an author's own file of that name wins."""
    for path, content in _files_beside(edition, config):
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=content))


def _files_beside(edition: Edition, config: MkDocsConfig) -> Iterator[tuple[str, str | bytes]]:
    """Paths in the site, with what stands there."""
    yield DOCUMENT_FILE, _document(edition, config)
    yield SCHEMA_FILE, schema_as_json()


def _document(edition: Edition, config: MkDocsConfig) -> str:
    """The portal for machines."""
    context = edition.context
    document = portal_document(
        context.portal,
        context.options,
        title=config.site_name,
        site=context.site,
        directory_urls=context.directory_urls,
    )
    return as_json(document)
