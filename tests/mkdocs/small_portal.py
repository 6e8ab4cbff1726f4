"""A small portal in a folder of its own, built by MkDocs."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig

FILES = {
    "content/index.md": "# Welcome\n\nTwo journeys.\n",
    "content/about/how.md": "# How to read\n\nFrom left to right.\n",
    "content/personas/ada.md": """\
        ---
        title: Ada, shop owner
        tags: [shops]
        ---
        Sells tea.
        """,
    "content/journeys/eu/claim.yml": """\
        title: Claim a loss
        summary: From the leak to the cheque.
        persona: ada
        tags: [R&D, claims]
        stages:
          - id: report
            title: Report
            steps:
              - id: calls
                title: Calls support
                touchpoint: support-call
                score: 2
                pains:
                  - {id: told-twice, title: Has to explain it twice, severity: 4}
          - id: decide
            title: Decide
            steps:
              - {id: waits, title: Waits for the letter, team: claims, score: 1}
        """,
    "content/touchpoints/support-call.md": """\
        ---
        title: Support call
        channel: phone
        team: support
        ---
        The line is open from eight to eight.
        """,
    "content/channels.yml": """\
        phone:
          title: Telephone
          kind: human
        letter: {title: Letter, kind: paper}
        """,
    "content/teams.yml": """\
        support: {title: Support}
        claims: {title: Claims}
        """,
}

SETTINGS: dict[str, Any] = {
    "site_name": "Small portal",
    "docs_dir": "content",
    "theme": {"name": "material", "palette": {"scheme": "default"}},
    "plugins": ["search", "journeybook"],
}


@dataclass(frozen=True)
class Site:
    """A built site."""

    folder: Path

    def files(self) -> set[str]:
        """Every file, as a path in the site."""
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}

    def text(self, path: str) -> str:
        """One file as text."""
        return (self.folder / path).read_text(encoding="utf-8")

    def article(self, path: str) -> str:
        """What a page says, without what the theme puts around it."""
        found = re.search(r"<article.*</article>", self.text(path), re.DOTALL)
        assert found
        return found[0]

    def hrefs(self, path: str) -> list[str]:
        """Where the links of a page's article lead."""
        return re.findall(r'<a\b[^>]*?\shref="([^"]*)"', self.article(path))

    def navigation(self, path: str = "index.html") -> list[tuple[str, str]]:
        """Address and title of every entry of the navigation, in order."""
        found = re.search(r'<nav class="md-nav md-nav--primary".*?\n</nav>', self.text(path), re.DOTALL)
        assert found
        links = re.findall(
            r'<a href="([^"]*)" class="md-nav__link[^"]*">.*?<span class="md-ellipsis">(.*?)</span>',
            found[0],
            re.DOTALL,
        )
        return [(href, " ".join(title.split())) for href, title in links]

    def search_entries(self) -> list[dict[str, Any]]:
        """What the search knows."""
        return json.loads(self.text("search/search_index.json"))["docs"]


class SmallPortal:
    """A portal in a folder, changed and built by tests."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = Site(root / "site")
        self.settings = dict(SETTINGS)
        self.write(FILES)

    def write(self, files: dict[str, str]) -> None:
        """Write files, by path; the indentation of their first line is taken off."""
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            margin = re.match(r" *", text)
            assert margin
            path.write_text(re.sub(f"(?m)^{margin[0]}", "", text), encoding="utf-8")

    def delete(self, *names: str) -> None:
        """Delete files."""
        for name in names:
            (self.root / name).unlink()

    def save_settings(self) -> Path:
        """Write `mkdocs.yml`."""
        path = self.root / "mkdocs.yml"
        path.write_text(yaml.safe_dump(self.settings, sort_keys=False), encoding="utf-8")
        return path

    def build(self, *, command: str = "build", dirty: bool = False, **options: Any) -> Site:
        """Build with MkDocs as its command does; `options` are those of the command line."""
        config = load_config(str(self.save_settings()), **options)
        config.plugins.on_startup(command=command, dirty=dirty)
        try:
            build(config, serve_url="http://127.0.0.1:8000/" if command == "serve" else None, dirty=dirty)
        finally:
            config.plugins.on_shutdown()
            if dirty:  # Material's search keeps its index for the next build, which is another test's
                cast(Plugins, MkDocsConfig.plugins).plugin_cache.clear()
        return Site(Path(config.site_dir))
