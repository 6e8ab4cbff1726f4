"""What README, CONTRIBUTING and the manual name is there."""

import re
import tomllib
from pathlib import Path

from build_bench.report import SHADES
from markdown_it import MarkdownIt
from markdown_it.token import Token
from screenshots import PICTURES

from journeybook.version import __version__
from tests.docs.examples import pages, without_front_matter


def inline(path: Path) -> list[Token]:
    """The links, pictures and texts of a document."""
    blocks = MarkdownIt().enable("table").parse(without_front_matter(path.read_text("utf-8")))
    return [child for block in blocks for child in block.children or ()]


def test_every_file_the_documents_name_is_there(repository: Path) -> None:
    for document in [*pages(repository), repository / "CONTRIBUTING.md"]:
        links = [str(one.attrs["href"]) for one in inline(document) if one.type == "link_open"]
        for link in links:
            path = link.partition("#")[0]
            if path and "://" not in path:
                assert (document.parent / path).exists(), f"{document.name}: {link}"


def test_every_page_is_in_the_navigation(repository: Path) -> None:
    listed = (repository / "docs" / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")[2]
    manual = repository / "docs" / "manual"
    assert [path.name for path in manual.glob("*.md") if f"- {path.name}\n" not in listed] == []


def test_every_picture_is_taken_described_and_used(repository: Path) -> None:
    shown: set[Path] = set()
    for document in pages(repository):
        for one in inline(document):
            if one.type == "image":
                shown.add((document.parent / str(one.attrs["src"]).partition("#")[0]).resolve())
                assert len(one.content) > 15, f"{document.name}: say what {one.attrs['src']} shows"
    manual = repository / "docs" / "manual"
    plots = {manual / "plots" / f"speed-{shade}.svg" for shade in SHADES}
    assert {path.name for path in shown - plots} == {picture.name for picture in PICTURES}
    assert shown == {*(manual / "images").iterdir(), *(manual / "plots").iterdir()}
    assert plots <= shown


def test_the_makefile_has_what_is_told(repository: Path) -> None:
    makefile = (repository / "Makefile").read_text("utf-8")
    documents = [*pages(repository), repository / "CONTRIBUTING.md"]
    for target in re.findall(r"`make (\w+)`", "".join(path.read_text("utf-8") for path in documents)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    assert "journeybook" in project["scripts"]


def test_the_ten_line_journey_has_ten_lines(repository: Path) -> None:
    text = (repository / "README.md").read_text("utf-8")
    example = re.search(r"^```yaml title=.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert example
    assert len(example[1].splitlines()) == 10


def test_the_documents_name_the_version_there_is(repository: Path) -> None:
    for document in pages(repository):
        named_versions = set(re.findall(r"journeybook-(\d[\d.]*)-py3", document.read_text("utf-8")))
        assert named_versions <= {__version__}, document.name
