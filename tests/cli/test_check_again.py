"""`journeybook check` where nothing has changed, and after each kind of change."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.repair import JOURNEY, TEXT

from journeybook.model.portal_files import BASELINE_FILE
from journeybook_cli import check_inputs, checking
from journeybook_cli.checking import KEPT_IN, Checked, Wanted, checked

if TYPE_CHECKING:
    from tests.cli.conftest import Run

TODAY = date(2026, 11, 22)
pytestmark = pytest.mark.usefixtures("one_family")


@pytest.fixture
def checked_once(portal: Path) -> Path:
    """A portal with findings, just checked."""
    (portal / JOURNEY).write_text(TEXT)
    assert not checked(Wanted(portal, TODAY)).remembered
    return portal


def cold(wanted: Wanted) -> Checked:
    """What is found when everything is read."""
    return checked(
        Wanted(wanted.root, wanted.today, wanted.audience, wanted.baseline, wanted.with_baseline, False)
    )


def test_what_is_told_again_is_what_was_found(checked_once: Path) -> None:
    again = checked(Wanted(checked_once, TODAY))
    assert again.remembered
    assert again == cold(Wanted(checked_once, TODAY))
    assert again.found


def _write(name: str, text: str) -> Callable[[Path], object]:
    def change(portal: Path) -> None:
        (portal / name).parent.mkdir(exist_ok=True, parents=True)
        (portal / name).write_text(text)

    return change


def _same_size_and_time(portal: Path) -> None:
    """Another text of the same length in a file that seems untouched."""
    path = portal / JOURNEY
    about = path.stat()
    path.write_text(TEXT.replace("reviewed", "in-revie"))
    __import__("os").utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a file edited": _write(JOURNEY, TEXT.replace("reviewed", "draft")),
    "a file edited behind our back": _same_size_and_time,
    "a file added": _write("content/journeys/other.yml", TEXT),
    "a picture added": _write("content/images/new.png", "a picture"),
    "a file deleted": lambda portal: (portal / JOURNEY).unlink(),
    "a file moved": lambda portal: (portal / JOURNEY).rename(portal / "content/journeys/mend.yml"),
    "an empty folder named like a file": lambda portal: (portal / "content/journeys/odd.yml").mkdir(),
    "an option changed": _write("journeybook.yml", "checks: {rules: {JB401: error}}\n"),
    "the options gone": lambda portal: (portal / "journeybook.yml").unlink(),
    "a baseline written": _write(BASELINE_FILE, '{"format": 1, "findings": []}'),
    "a portal fetched": _write("portals/hosting.json", "{}"),
    "a lock written": _write("journeybook.lock", "{}"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_after_any_change_everything_is_read_anew(checked_once: Path, change: Callable[[Path], object]) -> None:
    change(checked_once)
    found = checked(Wanted(checked_once, TODAY))
    assert not found.remembered
    assert found == cold(Wanted(checked_once, TODAY))


def test_another_question_is_answered_anew(checked_once: Path) -> None:
    for wanted in (
        Wanted(checked_once, date(2027, 11, 22)),
        Wanted(checked_once, TODAY, audience="public"),
        Wanted(checked_once, TODAY, with_baseline=False),
    ):
        assert not checked(wanted).remembered
        assert checked(wanted).remembered


def test_a_later_program_asks_anew(checked_once: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_inputs, "program_of", lambda _: ["a later one"])
    assert not checked(Wanted(checked_once, TODAY)).remembered


def test_the_named_baseline_counts_with_what_it_holds(checked_once: Path, tmp_path: Path) -> None:
    named = tmp_path / "known.json"
    named.write_text('{"format": 1, "findings": []}')
    wanted = Wanted(checked_once, TODAY, baseline=named)
    checked(wanted)
    assert checked(wanted).remembered
    named.write_text('{"format": 1, "findings": [{"key": "stage/repair/ask", "code": "JB401"}]}')
    assert not checked(wanted).remembered
    assert checked(wanted).known == 1


def test_nothing_is_kept_where_a_link_leads_elsewhere(portal: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.md").write_text("# Elsewhere\n")
    (portal / "content/linked.md").symlink_to(tmp_path / "elsewhere.md")
    checked(Wanted(portal, TODAY))
    assert not checked(Wanted(portal, TODAY)).remembered


def test_nothing_is_kept_of_files_that_change_meanwhile(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(wanted: Wanted, opened: object) -> Checked:
        del opened
        (wanted.root / JOURNEY).write_text(TEXT)
        return Checked((), 0)

    monkeypatch.setattr(checking, "_check", slow)
    checked(Wanted(portal, TODAY))
    monkeypatch.undo()
    assert not checked(Wanted(portal, TODAY)).remembered


@pytest.mark.parametrize("text", ["", "{}", "half of it"])
def test_a_damaged_answer_is_none(checked_once: Path, text: str) -> None:
    (kept,) = (checked_once / KEPT_IN).glob("*.json")
    kept.write_text(text)
    found = checked(Wanted(checked_once, TODAY))
    assert not found.remembered
    assert found == cold(Wanted(checked_once, TODAY))


def test_few_answers_are_kept_and_git_sees_none(checked_once: Path) -> None:
    for day in range(1, 15):
        checked(Wanted(checked_once, date(2026, 12, day)))
    assert len(list((checked_once / KEPT_IN).glob("*.json"))) <= 8
    assert checked(Wanted(checked_once, date(2026, 12, 14))).remembered
    assert (checked_once / ".cache/journeybook/.gitignore").read_text() == "*\n"


def test_where_nothing_can_be_kept_the_check_goes_on(portal: Path) -> None:
    (portal / ".cache").write_text("a file in the way")
    assert not checked(Wanted(portal, TODAY)).remembered
    assert not checked(Wanted(portal, TODAY)).remembered


def test_the_command_says_the_same_both_times_and_can_be_told_to_read(run: Run, portal: Path) -> None:
    (portal / JOURNEY).write_text(TEXT)
    first, again, fresh = (run("check", "--json", *more).stdout for more in ((), (), ("--no-cache",)))
    assert first == again == fresh
    assert json.loads(first)["diagnostics"]
