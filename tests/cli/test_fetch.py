"""`journeybook fetch`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.exchange.neighbours import document
from tests.pages.portals import ANN, BETTER, CALL, CLAIM

from journeybook.model.portal_files import LOCK_FILE
from journeybook.reading.lock import read_lock

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

OPTIONS = "portals:\n  claims: other.json\n"


@pytest.fixture
def hub(portal: Path) -> Path:
    """A portal that names another, whose document stands beside it."""
    (portal / "journeybook.yml").write_text(OPTIONS)
    offer(portal, document())
    return portal


def offer(portal: Path, offered: dict[str, Any] | str) -> None:
    text = offered if isinstance(offered, str) else json.dumps(offered)
    (portal / "other.json").write_text(text, encoding="utf-8")


def state(portal: Path) -> dict[str, bytes]:
    """Everything that was fetched."""
    found = [*portal.glob("portals/*"), *portal.glob(LOCK_FILE)]
    return {path.relative_to(portal).as_posix(): path.read_bytes() for path in found}


def test_a_portal_is_kept_and_pinned(run: Run, hub: Path) -> None:
    assert "JB332" in run("check", expect=1).output
    output = run("fetch").output
    assert output.startswith("claims: new, 2 journeys (portals/claims.json, ")
    assert "for the company alone" in output
    assert output.endswith("Commit portals/ and journeybook.lock.\n")
    assert state(hub).keys() == {"portals/claims.json", LOCK_FILE}
    run("check")


def test_only_what_links_and_the_atlas_need_is_kept(run: Run, hub: Path) -> None:
    run("fetch")
    kept = (hub / "portals/claims.json").read_text()
    assert "Calls support" in kept
    for secret in ("Rings the number", "Most call.", "content/journeys", "6 months", "backlinks"):
        assert secret in json.dumps(document(), ensure_ascii=False)
        assert secret not in kept


def test_the_second_time_nothing_is_written(run: Run, hub: Path) -> None:
    run("fetch")
    before = {path: (hub / path).stat().st_mtime_ns for path in state(hub)}
    assert run("fetch").output == "claims: as it was\n"
    assert {path: (hub / path).stat().st_mtime_ns for path in state(hub)} == before


def test_the_same_document_is_kept_as_the_same_bytes(run: Run, hub: Path) -> None:
    run("fetch")
    before = state(hub)
    for path in before:
        (hub / path).unlink()
    run("fetch")
    assert state(hub) == before


def test_what_came_and_went_is_told(run: Run, hub: Path) -> None:
    offer(hub, document(ANN, BETTER, CALL))
    run("fetch")
    offer(hub, document(ANN, CLAIM))
    lines = run("fetch").output.splitlines()
    assert lines[0].startswith("claims: changed, 1 journey (")
    assert lines[1:4] == [
        "  + journey/claim  Report a claim",
        "  - journey/better  Report a claim, better",
        "  - 1 other thing",
    ]


def test_what_this_portal_names_and_has_gone_is_told(run: Run, hub: Path) -> None:
    run("fetch")
    with (hub / "content/index.md").open("a") as page:
        page.write("\n[[claims:touchpoint/call]]\n")
    run("fetch")
    offer(hub, document(ANN, CLAIM))
    output = run("fetch", expect=1).output
    assert "content/index.md:" in output
    assert "'claims' has no 'touchpoint/call'" in output


def test_looking_writes_nothing(run: Run, hub: Path) -> None:
    assert run("fetch", "--check", expect=1).output.startswith("claims: new")
    assert state(hub) == {}
    run("fetch")
    before = state(hub)
    assert run("fetch", "--check").output == "claims: as it was\n"
    offer(hub, document(ANN))
    assert run("fetch", "--check", expect=1).output.startswith("claims: changed")
    assert state(hub) == before


def test_what_cannot_be_used_leaves_what_was_there(run: Run, hub: Path) -> None:
    run("fetch")
    before = state(hub)
    lying = document()
    lying["entities"][0]["url"] = "javascript:alert(1)"
    bad: list[dict[str, Any] | str] = [
        lying,
        "no json",
        {**document(), "version": 9},
        {**document(), "entities": 1},
    ]
    for offered in bad:
        offer(hub, offered)
        assert "claims: cannot be used: " in run("fetch", expect=1).output
        assert state(hub) == before
    (hub / "other.json").unlink()
    assert "claims: cannot be used: No such file" in run("fetch", expect=1).output


def test_one_that_cannot_be_used_does_not_stop_the_others(run: Run, hub: Path) -> None:
    (hub / "journeybook.yml").write_text(f"{OPTIONS}  lost: nowhere.json\n")
    output = run("fetch", expect=1).output
    assert "claims: new" in output
    assert "lost: cannot be used" in output
    assert (read_lock(hub) or {}).keys() == {"claims"}


def test_only_those_called_are_fetched(run: Run, hub: Path) -> None:
    (hub / "journeybook.yml").write_text(f"{OPTIONS}  lost: nowhere.json\n")
    assert "lost" not in run("fetch", "claims").output
    assert "did you mean claims?" in run("fetch", "claim", expect=2).output


def test_what_is_no_longer_named_goes(run: Run, hub: Path) -> None:
    (hub / "journeybook.yml").write_text(f"{OPTIONS}  more: other.json\n")
    run("fetch")
    (hub / "journeybook.yml").write_text(OPTIONS)
    assert "more: no longer in journeybook.yml" in run("fetch").output
    assert state(hub).keys() == {"portals/claims.json", LOCK_FILE}


def test_a_file_that_was_changed_is_fetched_again(run: Run, hub: Path) -> None:
    run("fetch")
    before = state(hub)
    (hub / "portals/claims.json").write_text("{}")
    assert "JB333" in run("check", expect=1).output
    run("fetch")
    assert state(hub) == before


def test_titles_of_others_do_not_steer_the_terminal(run: Run, hub: Path) -> None:
    run("fetch")
    hostile = document()
    hostile["entities"].append({"key": "journey/x", "title": "a\x1b[2Jb\u202e", "url": "journeys/x/"})
    offer(hub, hostile)
    output = run("fetch").output
    assert "journey/x  a [2Jb" in output
    assert not {"\x1b", "\u202e"} & set(output)


def test_a_portal_without_others_says_how_to_name_one(run: Run, portal: Path) -> None:
    assert "names no other portals" in run("fetch", expect=2).output
