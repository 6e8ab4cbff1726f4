"""MkDocs' list of files without the pages that are made one by one, when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mkdocs.structure.files import File, Files, InclusionLevel

from journeybook.mkdocs.generated import GeneratedFile


class FilesWithPagesApart(Files):
    """Files whose generated pages can be found, and linked to, but are in none of MkDocs' loops."""

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> Sequence[File]:
        """The pages that an author has written."""
        pages = super().documentation_pages(inclusion=inclusion)
        return [file for file in pages if not isinstance(file, GeneratedFile)]
