"""What stands in the site beside the pages, shared among processes as they are: a whole portal as JSON is long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs.structure.files import Files

from journeybook.mkdocs.beside import FileMadeLate
from journeybook.mkdocs.quick.making import write_file
from journeybook.mkdocs.quick.workers import Steps
from journeybook.mkdocs.site_staging import StagedSite
from journeybook.pages.digest import digest_of


@dataclass(frozen=True, slots=True)
class Put:
    """A file that is in the site."""

    path: str
    key: str
    """What it was made from; empty if it cannot be told."""
    stands: bool
    """Whether it stood there already, made from the same."""


@dataclass(frozen=True)
class Documents:
    """Files of which MkDocs copies nothing."""

    files: tuple[FileMadeLate, ...]
    key: str
    """The digest of all they are made from; empty if it cannot be told."""
    site: StagedSite

    def write(self, number: int) -> Steps[Put]:
        """Put a file into the site, if it does not stand there."""
        yield
        file = self.files[number]
        key = self.key and digest_of("beside", self.key, file.dest_uri)
        if key and self.site.stands(file.dest_uri, key):
            return Put(file.dest_uri, key, stands=True)
        write_file(self.site.folder / file.dest_uri, file.made())
        return Put(file.dest_uri, key, stands=False)

    def note(self, put: Put) -> None:
        """Tell the site what was `put` there, maybe by another process."""
        if put.key:
            (self.site.keep if put.stands else self.site.made)(put.path, put.key)

    @cached_property
    def by_path(self) -> Mapping[str, FileMadeLate]:
        """The files by their paths in the site."""
        return {file.dest_uri: file for file in self.files}


def documents_of(files: Files) -> tuple[FileMadeLate, ...]:
    """The files beside the pages whose text no plugin has changed; MkDocs leaves them alone from now on."""
    found = [file for file in files if isinstance(file, FileMadeLate) and file.leave_to_us()]
    return tuple(sorted(found, key=lambda file: file.dest_uri))
