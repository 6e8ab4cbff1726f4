"""What is wrong with the content stops the build before the old site is touched."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from mkdocs.exceptions import Abort

from tests.mkdocs.small_portal import SmallPortal

Logged = Callable[[str], list[str]]

BROKEN = {"content/touchpoints/support-call.md": "---\ntitle: Support call\nchannel: phon\nteam: suport\n---\n"}
DOUBTFUL = {
    "content/personas/bob.md": "---\ntitle: Bob\n---\n",
    "content/journeys/pay.yml": "title: Pay\npersona: ada\nstages:\n  - title: Pay\n    steps:\n"
    "      - {title: Pays, score: {bob: 2}}\n",
}


def test_errors_leave_the_last_good_site_as_it_is(portal: SmallPortal, logged: Logged) -> None:
    site = portal.build()
    before = {name: (site.folder / name).read_bytes() for name in site.files()}
    portal.write(BROKEN)
    portal.write({"content/index.md": "# Changed\n"})
    with pytest.raises(Abort):
        portal.build()
    assert {name: (site.folder / name).read_bytes() for name in site.files()} == before
    assert logged("ERROR") == [
        "content/touchpoints/support-call.md:3:10: error JB203: no channel 'phon'; did you mean 'phone'?",
        "content/touchpoints/support-call.md:4:7: error JB203: no team 'suport'; did you mean 'support'?",
        "2 errors in the content; the site was left as it is",
    ]


def test_warnings_stop_a_strict_build_only(portal: SmallPortal, logged: Logged) -> None:
    portal.write(DOUBTFUL)
    site = portal.build()
    (warning,) = logged("WARNING")
    assert warning.startswith("content/journeys/pay.yml:6:31: warning JB214: ")
    portal.write({"content/index.md": "# Changed\n"})
    with pytest.raises(Abort):
        portal.build(strict=True)
    assert "Changed" not in site.text("index.html")


def test_notes_and_advice_are_one_line(portal: SmallPortal, logged: Logged) -> None:
    portal.write({"content/journeys/eu/claim.pl.yml": "title: Zgłoszenie szkody\n"})
    portal.write({"content/journeys/pay.yml": "title: Pay\nstatus: in-review\nstages: [{title: Find a bill}]\n"})
    portal.build(strict=True)
    assert [line for line in logged("INFO") if line.endswith("shows them")] == [
        "4 notes; `journeybook check` shows them"
    ]


def test_an_option_of_the_plugin_is_unknown(portal: SmallPortal, logged: Logged) -> None:
    portal.settings["plugins"] = [{"journeybook": {"language": "de"}}]
    portal.build()
    assert "Unrecognised configuration name: language" in logged("WARNING")[0]


def test_wrong_options_stop_the_build(portal: SmallPortal, logged: Logged) -> None:
    portal.write({"journeybook.yml": "langauge: de\n"})
    with pytest.raises(Abort):
        portal.build()
    assert logged("ERROR")[0].startswith("journeybook.yml:1:1: error JB")


def test_two_content_folders_are_a_warning(portal: SmallPortal, logged: Logged) -> None:
    portal.write({"journeybook.yml": "format: 1\ncontent: docs\n"})
    portal.build()
    (warning,) = logged("WARNING")
    assert warning.startswith("journeybook.yml:2: `content: docs` is not the `docs_dir` of mkdocs.yml, content")


def test_another_content_folder_is_said_where_nobody_chose_one(portal: SmallPortal, logged: Logged) -> None:
    (portal.root / "content").rename(portal.root / "docs")
    portal.settings["docs_dir"] = "docs"
    site = portal.build(strict=True)
    assert "Claim a loss" in site.article("journeys/claim/index.html")
    assert [line for line in logged("INFO") if "write `content: docs`" in line]
