"""What the host puts around a page, in the page's language: its words, its navigation, its search."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from journeybook.mkdocs.editions import Edition, Editions
from journeybook.mkdocs.head_lines import alternate
from journeybook.mkdocs.host_config import is_material, written_theme
from journeybook.mkdocs.navigation import linked
from journeybook.mkdocs.theme_assets import theme_language
from journeybook.model.addresses import FRONT, Address
from journeybook.pages.scope import folder_of, in_folder

_HTML = re.compile(r"""(<html\b[^>]*?\slang=)("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
_SETTINGS = re.compile(r'(<script id="__config" type="application/json">)(.*?)(</script>)', re.DOTALL)
"""Where Material's scripts learn from which address on they find the search index."""


class PageShells:
    """Gives each page of a portal in several languages its surroundings. Changes nothing that pages share."""

    def __init__(self, editions: Editions, files: Files, config: MkDocsConfig) -> None:
        """`files` and `config` are what the host has made of the content folder and of `mkdocs.yml`."""
        self._editions = editions
        self._files = files
        self._config = config
        self._keeps_language = "language" in written_theme(config)
        self._material = is_material(config)
        self._configs = {one.folder: config_in(one, config) for one in editions.all}
        self._navigations: dict[str, Navigation] = {}

    def surround(self, context: Any, page: Page, nav: Navigation) -> None:
        """Have the host render `page` with the words and the navigation of its language."""
        edition = self._editions.of(page.file.src_uri)
        if not edition.folder:
            return
        if not self._navigations:
            self.translate(nav)
            page.active = page.active  # those above it know only now that they are
        context["config"] = self._configs[edition.folder]
        context["nav"] = self._navigations[edition.folder]

    def translate(self, nav: Navigation) -> None:
        """Make of `nav` the navigation of every other language, now that all pages know their titles."""
        self._navigations = {one.folder: self._translated(nav, one) for one in self._editions.all[1:]}

    def listed(self, nav: Navigation) -> Iterator[Page]:
        """The pages that navigations list: `nav`, and those that are made of it."""
        for page in nav.pages:
            yield page
            yield from filter(None, (self._twin(page, edition) for edition in self._editions.all[1:]))

    def spoken(self, html: str, page: Page) -> str:
        """The whole page `html`, which says its language and where the search of its language is."""
        edition = self._editions.of(page.file.src_uri)
        if edition.folder or not self._keeps_language:  # which the author may have chosen for the original
            html = _HTML.sub(lambda found: f'{found[1]}"{escape(edition.language)}"', html, count=1)
        if edition.folder and self.splits_search:
            html = _SETTINGS.sub(_from_edition, html, count=1)
        return html

    def others(self, page: Page) -> str:
        """The lines of its head that name `page` in all its languages; none for a page in one."""
        address = self._editions.address_of(page.file.src_uri)
        languages = self._editions.languages_of(address) if address else ()
        if address is None or len(languages) < 2:
            return ""
        return "".join(self._alternate(page, address, one) for one in languages)

    @property
    def splits_search(self) -> bool:
        """Whether every edition has a search index of its own; versions of a site need one base for all."""
        return self._material and "version" not in cast("dict[str, Any]", self._config.extra)

    def _alternate(self, page: Page, address: Address, language: str) -> str:
        there = in_folder(address, folder_of(language, self._editions.original.context.scope.languages))
        url = there.url(directory_urls=self._config.use_directory_urls).removeprefix("./")
        depth = page.file.dest_uri.count("/")
        start = self._editions.original.context.site or "../" * depth or "./"
        return alternate(start + url, hreflang=language)

    def _translated(self, nav: Navigation, edition: Edition) -> Navigation:
        """`nav` with the pages of `edition`; a page that only the original has stays a link to it."""
        items = _with(cast("list[StructureItem]", nav.items), lambda page: self._twin(page, edition))
        translated = linked(items)
        front = self._files.get_file_from_path(edition.links.sources[FRONT])
        translated.homepage = front.page if front else None
        return translated

    def _twin(self, page: Page, edition: Edition) -> Page | None:
        """The page of the original in the language of `edition`; None if there is none, or it is no page of it."""
        address = self._editions.address_of(page.file.src_uri)
        source = edition.links.sources.get(address) if address else None
        if source is None or self._editions.of(page.file.src_uri) is not self._editions.original:
            return None
        file = self._files.get_file_from_path(source)
        return file.page if file else None

    def search_words(self, folder: str) -> dict[str, Any]:
        """How the theme has the search take apart texts of the edition in `folder`."""
        config = self._configs[folder]
        words = config.theme.get_env().get_template("partials/language.html", None, {"config": config})
        say = cast(Any, words.module).t
        names = ("lang", "separator", "pipeline")
        lang, separator, pipeline = (str(say(f"search.config.{name}")) for name in names)
        steps = [step.strip() for step in pipeline.split(",") if step.strip()]
        return {"lang": [lang], "separator": separator, "pipeline": steps}


def _with(items: Iterable[StructureItem], twin: Callable[[Page], Page | None]) -> list[StructureItem]:
    found: list[StructureItem] = []
    for item in items:
        if isinstance(item, Section):
            found.append(Section(item.title, _with(item.children, twin)))
        elif isinstance(item, Page):
            found.append(twin(item) or Link(str(cast(Any, item.title)), item.url))
        elif isinstance(item, Link):
            found.append(Link(item.title, item.url))
    return found


def config_in(edition: Edition, config: MkDocsConfig) -> MkDocsConfig:
    """A copy of `config` whose theme speaks the language of `edition`; the original's is `config` itself."""
    if not edition.folder or not is_material(config):
        return config
    theme = config.theme
    settings = {name: value for name, value in theme.items() if name not in {"name", "locale"}}
    spoken = Theme(theme.name, custom_dir=theme.custom_dir, locale=str(theme.locale), **settings)
    spoken.dirs, spoken.static_templates = theme.dirs, theme.static_templates
    spoken["language"] = theme_language(config, edition.language) or "en"
    own = copy.copy(config)
    own["theme"] = spoken
    return own


def _from_edition(found: re.Match[str]) -> str:
    """Material's settings with the root of the edition for the root of the site."""
    settings = json.loads(found[2])
    base = str(settings["base"])
    settings["base"] = base.removesuffix("..").rstrip("/") or "."
    return found[1] + json.dumps(settings, ensure_ascii=True).replace("<", "\\u003c") + found[3]
