"""`journeybook generate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def claim(portal: Path) -> Path:
    """A portal with a journey that was renamed, a page that leads to it, and a page of its own kind's folder."""
    (portal / "content/journeys").mkdir(exist_ok=True)
    (portal / "content/journeys/claim.yml").write_text(
        "title: Claim a loss\naliases: [old-claim]\nstages:\n  - title: Report\n    aliases: [tell]\n"
        "    steps:\n      - {title: Calls us, aliases: [rings], touchpoint: {id: call, title: Call}, score: 2}\n",
        encoding="utf-8",
    )
    (portal / "content/about.md").write_text(
        "---\ntitle: About us\n---\n# About\n\n[the journey](journeys/claim.yml#calls-us), [[call]], "
        "![a picture](pictures/a%20b.svg)\n\n```\n[[call]]\n```\n",
        encoding="utf-8",
    )
    (portal / "content/pictures").mkdir()
    (portal / "content/pictures/a b.svg").write_text("<svg/>", encoding="utf-8")
    return portal


def test_links_lead_to_generated_files(claim: Path, run: Run) -> None:
    run("generate", "--out", "out")
    assert (
        (claim / "out/docs/about.md")
        .read_text(encoding="utf-8")
        .startswith(
            "---\ntitle: About us\n---\n\n# About\n\n[the journey](journeys/claim.md#calls-us), "
            "[Call](touchpoints/call.md), ![a picture](pictures/a%20b.svg)\n\n```\n[[call]]\n```\n"
        )
    )
    assert (claim / "out/docs/pictures/a b.svg").read_text(encoding="utf-8") == "<svg/>"
    assert not list((claim / "out").rglob("claim.yml"))


def test_old_addresses_lead_on(claim: Path, run: Run) -> None:
    run("generate", "--out", "out")
    docs = claim / "out/docs"
    assert 'url=../../journeys/claim/"' in (docs / "journeys/old-claim/index.html").read_text(encoding="utf-8")
    stage = docs / "journeys/claim/tell/index.html"
    assert 'url=../../../journeys/claim/report/"' in stage.read_text(encoding="utf-8")
    assert '<span id="rings"></span>' in (docs / "journeys/claim.md").read_text(encoding="utf-8")


def test_the_same_portal_gives_the_same_bytes(claim: Path, run: Run) -> None:
    run("generate", "--out", "one")
    run("generate", "--out", "two")
    one, two = (
        {path.relative_to(claim / name): path.read_bytes() for path in (claim / name).rglob("*") if path.is_file()}
        for name in ("one", "two")
    )
    assert one == two
    assert str(claim).encode() not in b"".join(one.values())


def test_plain_settings_are_taken_over(claim: Path, run: Run) -> None:
    (claim / "mkdocs.yml").write_text(
        "site_name: Ours\nsite_url: https://example.org/j\nrepo_url: https://github.com/o/r\ndocs_dir: content\n"
        "use_directory_urls: false\ncopyright: Us\ntheme:\n  name: material\n  custom_dir: overrides\n"
        "  features: [navigation.top, content.action.edit]\n  palette: {primary: teal}\n"
        "plugins: [search, tags, journeybook]\nhooks: [hook.py]\nextra_css: [mine.css]\n"
        "nav:\n  - index.md\n  - The claim: journeys/claim.yml\n"
        "markdown_extensions:\n"
        "  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji ''}\n",
        encoding="utf-8",
    )
    run("generate", "--out", "out")
    text = (claim / "out/mkdocs.yml").read_text(encoding="utf-8")
    assert "emoji_index: !!python/name:material.extensions.emoji.twemoji ''" in text

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_multi_constructor("", lambda loader, suffix, node: suffix)
    settings = yaml.load(text, Loader=Loader)
    assert settings["site_name"] == "Ours"
    assert settings["site_url"] == "https://example.org/j/"
    assert settings["use_directory_urls"] is False
    assert settings["copyright"] == "Us"
    assert settings["nav"] == ["index.md", {"The claim": "journeys/claim.md"}]
    assert settings["theme"] == {
        "name": "material",
        "font": False,
        "features": ["navigation.top"],
        "palette": {"primary": "teal"},
        "language": "en",
    }
    assert settings["plugins"] == ["search"]
    assert settings["extra_css"][-1] == "mine.css"
    assert "hooks" not in settings
    edit = "https://github.com/o/r/edit/master/content/journeys/claim.yml"
    assert f"[Edit]({edit})" in (claim / "out/docs/journeys/claim.md").read_text(encoding="utf-8")


def test_without_a_front_page_one_is_made(claim: Path, run: Run) -> None:
    (claim / "content/index.md").unlink()
    run("generate", "--out", "out")
    assert "- [Journeys](journeys/index.md)" in (claim / "out/docs/index.md").read_text(encoding="utf-8")


def test_a_page_of_the_authors_stands_in_for_a_generated_one(claim: Path, run: Run) -> None:
    (claim / "content/journeys/index.md").write_text("# Our journeys\n", encoding="utf-8")
    run("generate", "--out", "out")
    assert (claim / "out/docs/journeys/index.md").read_text(encoding="utf-8") == "# Our journeys\n"


def test_errors_in_the_content_are_told_and_nothing_is_written(claim: Path, run: Run) -> None:
    (claim / "content/journeys/claim.yml").write_text("title: Claim\npersona: nobody\n", encoding="utf-8")
    assert "JB203" in run("generate", "--out", "out", expect=1).output
    assert not (claim / "out").exists()


def test_changed_files_are_named(claim: Path, run: Run) -> None:
    run("generate", "--out", "out")
    (claim / "out/docs/about.md").write_text("mine", encoding="utf-8")
    output = run("generate", "--out", "out").output
    assert "1 left alone" in output
    assert "docs/about.md" in output
    assert "1 written" in run("generate", "--out", "out", "--force").output


@pytest.mark.parametrize("out", [".", "content", "content/out"])
def test_the_portal_itself_is_no_place_to_write_to(claim: Path, run: Run, out: str) -> None:
    assert "holds the portal itself" in run("generate", "--out", out, expect=2).output


def test_a_foreign_folder_is_refused(claim: Path, run: Run) -> None:
    (claim / "out").mkdir()
    (claim / "out/mine.txt").write_text("mine", encoding="utf-8")
    assert "not generated" in run("generate", "--out", "out", expect=2).output


def test_a_public_site_holds_nothing_internal(claim: Path, run: Run) -> None:
    (claim / "content/journeys/secret-plan.yml").write_text(
        "title: Secret plan\naudience: internal\nstages: []\n", encoding="utf-8"
    )
    with (claim / "content/about.md").open("a", encoding="utf-8") as page:
        page.write("\n[the plan](journeys/secret-plan.yml) and [[secret-plan]].\n")
    run("generate", "--out", "inside")
    run("generate", "--out", "outside", "--audience", "public")
    assert "secret-plan" in (claim / "inside/docs/about.md").read_text(encoding="utf-8")
    for path in (claim / "outside").rglob("*"):
        assert "secret" not in path.name.lower()
        if path.suffix in {".md", ".yml", ".json", ".html"}:
            assert "secret" not in path.read_text(encoding="utf-8").lower(), path
