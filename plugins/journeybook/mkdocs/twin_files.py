"""The Markdown twins of the pages of a build, written as soon as each page is made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from journeybook.exchange.page_titles import title_of
from journeybook.exchange.twins import LIST, Site, Twins
from journeybook.mkdocs.editions import Edition, Editions
from journeybook.mkdocs.generated import GeneratedPage
from journeybook.model.addresses import Address
from journeybook.pages.planned import PlannedPage
from journeybook.pages.scope import in_folder
from journeybook.portal.audience import LeftOut


class TwinFiles:
    """Writes twins into the site, and at last a list of them for each edition."""

    def __init__(self, editions: Editions, left_out: LeftOut, files: Files, config: MkDocsConfig) -> None:
        """`files` are all files of the site; `left_out` is what its audience does not get."""
        self._editions = editions
        found = [file.page for file in files if isinstance(file.page, GeneratedPage)]
        pages = [(page.planned.address, editions.of(page.file.src_uri).folder) for page in found]
        self._of = {
            edition.folder: _TwinsOfEdition(edition, pages, left_out, files, config) for edition in editions.all
        }

    def write(self, page: GeneratedPage) -> None:
        """Write the twin of `page`, which has just been made."""
        self._of[self._editions.of(page.file.src_uri).folder].write(page)

    def write_lists(self, site_dir: str) -> None:
        """Write the lists; the author's own win."""
        for folder, twins in self._of.items():
            twins.write_list(Path(site_dir, folder, LIST))


class _TwinsOfEdition:
    """The twins of one edition."""

    def __init__(
        self,
        edition: Edition,
        pages: Sequence[tuple[Address, str]],
        left_out: LeftOut,
        files: Files,
        config: MkDocsConfig,
    ) -> None:
        """`pages` are those of all editions, each with its edition's folder."""
        self._edition = edition
        own = [page for page, folder in pages if folder == edition.folder]
        self._twins = Twins(edition.context, own, [in_folder(page, folder) for page, folder in pages])
        self._site = Site(config.site_name, config.site_description or "", _own_pages(edition, left_out, files))
        self._made: list[tuple[PlannedPage, str, str]] = []

    def write(self, page: GeneratedPage) -> None:
        rendered = page.taken()
        if rendered is None or rendered.drawn is None:
            return
        title = self._edition.title(page.planned)
        summary = rendered.description if rendered.description != title else ""
        self._made.append((page.planned, title, summary))
        path = Path(page.file.abs_dest_path).with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self._twins.twin(page.planned, rendered.drawn), encoding="utf-8", newline="\n")

    def write_list(self, path: Path) -> None:
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self._twins.list_of(self._site, self._made), encoding="utf-8", newline="\n")


def alternate(page: GeneratedPage) -> str:
    """The element that tells machines of the page's twin."""
    name = Path(page.file.dest_uri).stem
    # The blank is for Material's script, which takes `rel=alternate` for the root of a site with a list of pages.
    return f'<link rel="alternate " type="text/markdown" href="{quote(name)}.md">\n'


def _own_pages(edition: Edition, left_out: LeftOut, files: Files) -> tuple[tuple[str, Address], ...]:
    content, pages = edition.context.portal.content, edition.context.portal.link_map.pages
    shown = [
        path for path in content.pages if (file := files.get_file_from_path(path)) and file.inclusion.is_included()
    ]

    def title(path: str) -> str:
        written = (edition.root / content.folder / path).read_text(encoding="utf-8-sig", errors="replace")
        return title_of(path, left_out.text(written, f"{content.folder}/{path}", edition.language))

    return tuple((title(path), pages[path]) for path in shown)
