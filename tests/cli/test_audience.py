"""`--audience`: for whom a portal is built, listed and checked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, get_args

import pytest

from journeybook.mkdocs.serving import command
from journeybook.mkdocs.serving.command import serve
from journeybook.model.text import Audience
from journeybook_cli.options import AUDIENCES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

    from journeybook.mkdocs.serving.session import Settings

HOTLINE = "touchpoints/repair-hotline"


@pytest.fixture
def marked(portal: Path) -> Path:
    """A new portal whose hotline is internal."""
    file = portal / f"content/{HOTLINE}.md"
    file.write_text(file.read_text().replace("---\n", "---\naudience: internal\naliases: [red-line]\n", 1))
    (portal / "content/about.md").write_text("# About\n\nCall [[repair-hotline]].\n")
    return portal


def pages(portal: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted((portal / "site").rglob("*.html")))


def test_a_build_is_internal_unless_somebody_says_otherwise(run: Run, marked: Path) -> None:
    run("build", "--strict")
    assert (marked / f"site/{HOTLINE}/index.html").is_file()
    assert "Repair hotline" in (marked / "site/about/index.html").read_text("utf-8")


@pytest.mark.parametrize("how", ["option", "file"])
def test_a_public_build_leaves_out_what_is_internal(run: Run, marked: Path, how: str) -> None:
    if how == "file":
        (marked / "journeybook.yml").write_text("format: 1\naudience: public\n")
    run("build", "--strict", *(["--audience", "public"] if how == "option" else []))
    assert not (marked / f"site/{HOTLINE}/index.html").exists()
    assert "Call internal." in (marked / "site/about/index.html").read_text("utf-8")
    assert "repair-hotline" not in pages(marked).lower()


def test_an_option_beats_the_file_and_is_not_remembered(run: Run, marked: Path) -> None:
    (marked / "journeybook.yml").write_text("audience: public\n")
    run("build", "--audience", "internal")
    assert (marked / f"site/{HOTLINE}/index.html").is_file()
    run("build")
    assert not (marked / f"site/{HOTLINE}/index.html").is_file()


def test_a_server_keeps_to_the_audience_it_was_asked_for(marked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def reads_its_settings_twice(settings: Settings, *_: object, **__: object) -> None:
        for _reading in range(2):
            config = settings(marked / "out")
            config.plugins.on_startup(command="serve", dirty=False)
            config.plugins.on_config(config)
            asked.append(config.plugins["journeybook"].portal._read.options.audience)

    monkeypatch.setattr(command, "serve_portal", reads_its_settings_twice)
    serve(marked, audience="public")
    serve(marked)
    assert asked == ["public", "public", "internal", "internal"]


def test_lists_and_facts_for_an_audience(run: Run, marked: Path) -> None:
    assert "repair-hotline" in run("list", "touchpoints").output
    assert "repair-hotline" not in run("list", "touchpoints", "--audience", "public").output
    run("show", "touchpoint/repair-hotline")
    assert "nothing is called" in run("show", "touchpoint/repair-hotline", "--audience", "public", expect=2).output
    lines = run("show", "step/washing-machine-repair/rings-hotline", "--audience", "public").output
    assert "touchpoints" not in lines


def test_a_check_for_the_public_says_which_texts_name_something_internal(run: Run, marked: Path) -> None:
    assert "JB208" not in run("check").output
    found = json.loads(run("check", "--json", "--audience", "public").stdout)["diagnostics"]
    (one,) = (one for one in found if one["code"] == "JB208" and "about" in one["file"])
    assert (one["file"], one["line"], one["column"], one["severity"]) == ("content/about.md", 3, 6, "info")
    assert "the word 'internal'" in one["message"]


def test_the_option_takes_every_audience_there_is() -> None:
    assert get_args(Audience) == AUDIENCES


def test_a_wrong_audience_is_refused(run: Run, portal: Path) -> None:
    assert "'internal', 'public'" in run("build", "--audience", "everybody", expect=2).output


def test_aliases_are_listed_with_addresses(run: Run, marked: Path) -> None:
    assert run("list", "--aliases").output == (
        "touchpoint/red-line\ttouchpoint/repair-hotline\ttouchpoints/repair-hotline/\n"
    )
    assert json.loads(run("list", "touchpoints", "--aliases", "--json").stdout) == {
        "aliases": [
            {
                "old": "touchpoint/red-line",
                "new": "touchpoint/repair-hotline",
                "title": "Repair hotline",
                "old_address": "touchpoints/red-line/",
                "address": "touchpoints/repair-hotline/",
            }
        ]
    }
    assert "has had another id" in run("list", "teams", "--aliases").stderr
    assert run("list", "--aliases", "--audience", "public").stdout == ""
