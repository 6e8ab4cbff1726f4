"""A portal of everything that can change between two builds, and builds of it that are held against cold ones."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest

from journeybook.pages import PageView
from journeybook.rendering import Rendered
from journeybook.rendering.renderer import Renderer
from tests.exchange.neighbours import document, pin
from tests.mkdocs.small_portal import FILES, SETTINGS, Site, SmallPortal
from tests.tools.built_once import TODAY

RICH = {
    **FILES,
    "content/about/how.md": "# How to read\n\nFrom left to right: [claim](../journeys/eu/claim.yml), [[ada]].\n",
    "content/about/price.md": "# Prices\n\n```journeybook\nshow: touchpoints\nas: cards\n```\n",
    "content/journeys/buy.yml": """\
        title: Buy a policy
        persona: ada
        owner: support
        reviewed: 2026-07-01
        review_every: 6 months
        narrative: |
          Ask [[support-call]] or [the desk](../teams.yml), then read [how](../about/how.md)
          and [prices](../about/price.md).

          ```journeybook
          show: touchpoints
          as: table
          ```
        stages:
          - id: look
            title: Look around
            steps:
              - {id: compares, title: Compares, touchpoint: website, score: 4}
              - {id: signs, title: Signs, touchpoint: website, score: 5, next: [asks]}
              - {id: asks, title: Asks, team: support}
        """,
    "content/touchpoints/website.md": "---\ntitle: Website\nchannel: web\nteam: claims\n---\n",
    "content/channels.yml": (
        "phone: {title: Telephone, kind: human}\nletter: {title: Letter, kind: paper}\nweb: {title: Web}\n"
    ),
    "content/opportunities.yml": (
        "once: {title: Say it once, impact: 4, effort: 2, initiative: one-file}\n"
        "never: {title: Say nothing, impact: 1, effort: 2, summary: 'For [[ada]]'}\n"
    ),
    "content/initiatives.yml": "one-file: {title: One file, progress: 0.5}\n",
    "content/metrics.yml": "wait: {title: Waiting, type: operational, value: 3, unit: days, period: 2026-Q2}\n",
    "content/evidence/talks.md": "---\ntitle: Talks\nkind: interview\ndate: 2026-03-01\n---\n",
}
"""Two journeys that share a persona and hardly anything else, pages of the author, and what hangs on them."""

SOURCE = {"repo_url": "https://github.com/example/j", "edit_uri": "edit/main/content/"}
LISTED = ["index.md", "about/how.md"]
"""The navigation; MkDocs makes these pages, in every build."""


@dataclass(frozen=True)
class Warm:
    """What a build made of a site that stood."""

    rendered: set[str]
    """Addresses of pages whose bodies were rendered."""
    changed: set[str]
    """Paths of files that are new, gone or different."""
    touched: set[str]
    """Paths of files that were written although they hold what they held; not if all of the site is new."""


class WarmPortal(SmallPortal):
    """A portal that is built time and again, with the site and the cache that stand."""

    def __init__(self, root: Path) -> None:
        root.mkdir(exist_ok=True)
        super().__init__(root)
        self.reset()

    def reset(self) -> None:
        """Let the files be as at first; the site and what is kept stay."""
        for path in self.root.iterdir():
            if path.name not in {"site", ".cache", ".journeybook", ".git", ".gitignore"}:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        self.settings = {**copy.deepcopy(SETTINGS), **SOURCE, "nav": list(LISTED)}
        self.theme(features=["content.action.edit"])
        self.write(RICH)
        pin(self.root, "claims", document())

    def replace(self, name: str, before: str, after: str) -> None:
        """Change a file that holds `before`."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")

    def theme(self, **settings: Any) -> None:
        """Change settings of the theme."""
        self.settings["theme"] = {**cast("dict[str, Any]", self.settings["theme"]), **settings}

    def override(self, name: str, text: str) -> None:
        """Put a template before the theme's."""
        self.write({f"overrides/{name}": text})
        self.theme(custom_dir="overrides")

    def cold(self, folder: Path) -> dict[str, bytes]:
        """What a build from the same files gives where there is nothing yet."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.root, folder, ignore=shutil.ignore_patterns("site", ".cache", ".site*"))
        templates = ".cache/journeybook/templates"  # compiled, which says nothing of any page
        if (self.root / templates).is_dir():
            shutil.copytree(self.root / templates, folder / templates)
        other = SmallPortal.__new__(SmallPortal)
        other.root, other.settings = folder, self.settings
        return contents(other.build().folder)

    def warm(self, **options: Any) -> Warm:
        """Build, and tell what that has done."""
        before, stood = contents(self.site.folder), times(self.site.folder)
        folder = self.site.folder.stat().st_ino
        with pytest.MonkeyPatch.context() as patch:
            rendered = spy(patch)
            self.build(**options)
        after, stands = contents(self.site.folder), times(self.site.folder)
        changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
        touched = {path for path in stood.keys() & stands.keys() if stood[path] != stands[path]} - changed
        if self.site.folder.stat().st_ino != folder:
            touched.clear()
        return Warm(rendered, changed, touched)


def spy(patch: pytest.MonkeyPatch) -> set[str]:
    """Where the addresses of pages stand from now on that are rendered in this process."""
    rendered: set[str] = set()
    render = Renderer.render

    def noted(self: Renderer, view: PageView) -> Rendered:
        rendered.add(view.page.address.path)
        return render(self, view)

    patch.setattr(Renderer, "render", noted)
    return rendered


def contents(site: Path) -> dict[str, bytes]:
    """The files of a site by path."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def times(site: Path) -> dict[str, int]:
    """When each file of a site was written."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.stat().st_mtime_ns for path in files}


@contextmanager
def built_for_many(folder: Path) -> Generator[tuple[WarmPortal, Site]]:
    """A portal in `folder` and its site, built today by one process, for all tests of a module."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", TODAY)
        patch.setenv("JOURNEYBOOK_PROCESSES", "1")
        portal = WarmPortal(folder)
        yield portal, portal.build()
