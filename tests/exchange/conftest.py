"""The sample portal, generated as Markdown and built by other site generators."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Literal, Protocol

import pytest
from click.testing import CliRunner

from journeybook_cli.main import journeybook
from tests.tools.built_once import build_site, built_once, run_tool, shared_folder

if TYPE_CHECKING:
    from pathlib import Path

Generator = Literal["mkdocs", "zensical"]


def generate(root: Path, out: Path, builder: Generator = "mkdocs") -> None:
    """Runs `journeybook generate`."""
    command = ["generate", "--root", str(root), "--out", str(out), "--as-of", "2026-12-01", "--for", builder]
    result = CliRunner().invoke(journeybook, command)
    assert result.exit_code == 0, result.output


def build(folder: Path, generator: Generator) -> Path:
    """The site that `generator` builds, strictly, from what was generated into `folder`."""
    run_tool(generator, "build", "--strict", cwd=folder)
    return folder / "site"


class BuiltSample(Protocol):
    """Builds the generated sample portal; see the fixture `built_sample`."""

    def __call__(self, generator: Generator, *, directory_urls: bool) -> Path:
        """The site."""
        ...


class OwnSample(Protocol):
    """Builds the same portal with the plugin; see the fixture `own_sample`."""

    def __call__(self, *, directory_urls: bool) -> Path:
        """The site."""
        ...


@pytest.fixture(scope="session")
def sample_in_two(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> OwnSample:
    """`sample_in_two(directory_urls=…)`: the sample portal in English and Polish, for a build in that style.

    One language less than the sample itself has, so that five builds of it do not take minutes; and one ordinary
    page is translated too. Beside the portal lies what `journeybook generate` writes of it, in `generated`.
    """

    def fill(folder: Path, *, directory_urls: bool) -> None:
        shutil.copytree(repository / "content", folder / "content")
        options = (repository / "journeybook.yml").read_text(encoding="utf-8")
        (folder / "journeybook.yml").write_text(
            _changed(options, "[en, pl, zh-Hans]", "[en, pl]"), encoding="utf-8"
        )
        for path in (folder / "content").rglob("*.zh-Hans.md"):
            path.unlink()
        (folder / "content/how-to-read.pl.md").write_text(POLISH, encoding="utf-8")
        settings = (repository / "mkdocs.yml").read_text(encoding="utf-8")
        wanted = f"use_directory_urls: {str(directory_urls).lower()}"
        settings = _changed(settings, "use_directory_urls: false", wanted)
        (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
        generate(folder, folder / "generated")

    def filled(*, directory_urls: bool) -> Path:
        name = f"sample-in-two{'' if directory_urls else '-flat'}"
        folder = shared_folder(tmp_path_factory) / name
        return built_once(folder, lambda one: fill(one, directory_urls=directory_urls))

    return filled


@pytest.fixture(scope="session")
def own_sample(sample_in_two: OwnSample) -> OwnSample:
    """`own_sample(directory_urls=…)`: that portal as the plugin builds it. Read only."""

    def built(*, directory_urls: bool) -> Path:
        portal = sample_in_two(directory_urls=directory_urls)
        return built_once(portal / "own-site", lambda site: build_site(portal, site))

    return built


@pytest.fixture(scope="session")
def built_sample(sample_in_two: OwnSample) -> BuiltSample:
    """`built_sample(generator, directory_urls=…)`: the same portal, generated and built by another. Read only."""

    def built(generator: Generator, *, directory_urls: bool) -> Path:
        portal = sample_in_two(directory_urls=directory_urls)

        def make(folder: Path) -> None:
            if generator == "zensical" and directory_urls:
                generate(portal, folder, generator)
            else:
                shutil.copytree(portal / "generated", folder)
            build(folder, generator)

        return built_once(portal / generator, make) / "site"

    return built


POLISH = """\
# Jak czytać mapy

Każda [podróż](journeys/pump-order.yml) ma swoją stronę, [[support-call]] też.
[Czego nie publikujemy](notes/what-we-do-not-publish.md), jest po angielsku.

![Portret](images/site-owner.svg)

- lista autora

```journeybook
show: personas
as: list
```

- druga lista
"""


def _changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)
