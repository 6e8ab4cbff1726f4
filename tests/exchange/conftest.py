"""The sample portal, generated as Markdown and built by other site generators."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Literal, Protocol

import pytest
from click.testing import CliRunner

from journeybook_cli.main import journeybook
from tests.tools.built_once import built_once, run_tool, shared_folder

if TYPE_CHECKING:
    from pathlib import Path

Generator = Literal["mkdocs", "zensical"]


def generate(root: Path, out: Path) -> None:
    """Runs `journeybook generate`."""
    result = CliRunner().invoke(
        journeybook, ["generate", "--root", str(root), "--out", str(out), "--as-of", "2026-12-01"]
    )
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


@pytest.fixture(scope="session")
def built_sample(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> BuiltSample:
    """`built_sample(generator, directory_urls=…)`: the sample portal as that generator builds it. Read only."""

    def sources(folder: Path, *, directory_urls: bool) -> None:
        portal = folder.with_name(f"{folder.name}.portal")
        shutil.copytree(repository / "content", portal / "content")
        shutil.copy(repository / "journeybook.yml", portal)
        settings = (repository / "mkdocs.yml").read_text(encoding="utf-8")
        wanted = f"use_directory_urls: {str(directory_urls).lower()}"
        settings = settings.replace("use_directory_urls: false", wanted)
        assert wanted in settings
        (portal / "mkdocs.yml").write_text(settings, encoding="utf-8")
        generate(portal, folder)

    def built(generator: Generator, *, directory_urls: bool) -> Path:
        def make(folder: Path) -> None:
            sources(folder, directory_urls=directory_urls)
            build(folder, generator)

        name = f"generated-{generator}{'' if directory_urls else '-flat'}"
        return built_once(shared_folder(tmp_path_factory) / name, make) / "site"

    return built
