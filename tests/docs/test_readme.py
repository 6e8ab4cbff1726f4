"""What the README shows works as it stands."""

import re
import tomllib
from pathlib import Path

import pytest

from journeybook.model import Journey
from journeybook.portal import assemble
from journeybook.reading import read_content
from tests.tools.built_once import build_site


def fences(text: str, language: str) -> list[str]:
    """The examples in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def readme(repository: Path) -> str:
    return (repository / "README.md").read_text("utf-8")


@pytest.fixture
def portal(readme: str, tmp_path: Path) -> Path:
    """A portal of the README's examples."""
    journey, mkdocs = fences(readme, "yaml")
    files = {
        "mkdocs.yml": mkdocs,
        "content/index.md": "# My portal\n",
        "content/journeys/move-hosting.yml": journey,
        "content/personas/site-owner.md": fences(readme, "markdown")[0],
        "content/touchpoints/support-call.md": "---\ntitle: Support call\n---\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_the_ten_line_journey_is_a_journey(portal: Path, readme: str) -> None:
    found = assemble(read_content(portal))
    assert found.diagnostics == ()
    assert [spot.scores for spot in found.steps(found.all(Journey)[0].id)] == [
        {"site-owner": 2.0},
        {"site-owner": 4.0},
    ]
    assert len(fences(readme, "yaml")[0].splitlines()) == 10


def test_the_plugin_is_all_there_is_to_it(portal: Path, tmp_path: Path) -> None:
    build_site(portal, tmp_path / "out")
    assert (tmp_path / "out" / "journeys" / "move-hosting" / "index.html").is_file()


def test_every_file_the_documents_name_is_there(repository: Path) -> None:
    for document in [*repository.glob("*.md"), *(repository / "docs").glob("*.md")]:
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text("utf-8")):
            assert (document.parent / link).exists(), f"{document.name}: {link}"


def test_the_makefile_has_what_is_told(repository: Path, readme: str) -> None:
    makefile = (repository / "Makefile").read_text("utf-8")
    for target in re.findall(r"`make (\w+)`", readme + (repository / "CONTRIBUTING.md").read_text("utf-8")):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    assert "journeybook" in project["scripts"]
