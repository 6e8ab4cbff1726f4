"""`journeybook upgrade`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeybook.model.portal_options import PortalOptions
from journeybook.reading.upgrades import NEWEST, STEPS, UpgradeError, UpgradeStep, upgrade_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

OPTIONS = "journeybook.yml"


def test_the_newest_format_needs_nothing(run: Run, portal: Path) -> None:
    assert run("upgrade").output == "nothing to do: the portal has format 1, the newest\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "format: 1\n"),
        ("# nothing yet\n", "format: 1\n# nothing yet\n"),
        ("content: content  # here\n", "format: 1\ncontent: content  # here\n"),
        ("# Where it is\ncontent: content\n", "format: 1\n# Where it is\ncontent: content\n"),
        ("# Our portal\n\n# Where\ncontent: content\n", "# Our portal\n\nformat: 1\n# Where\ncontent: content\n"),
        ("---\r\nlanguage: pl\r\n", "---\r\nformat: 1\r\nlanguage: pl\r\n"),
        ("\ufefflanguage: pl\n", "\ufeffformat: 1\nlanguage: pl\n"),
    ],
)
def test_the_format_is_written_and_all_else_stays(run: Run, portal: Path, before: str, after: str) -> None:
    (portal / OPTIONS).write_bytes(before.encode())
    assert "+format: 1" in run("upgrade", expect=1).stdout.replace("\ufeff", "")
    assert (portal / OPTIONS).read_bytes() == before.encode()
    run("upgrade", "--write")
    assert (portal / OPTIONS).read_bytes() == after.encode()
    run("upgrade")
    run("check")


def test_a_portal_without_options_gets_some(run: Run, portal: Path) -> None:
    (portal / OPTIONS).unlink()
    run("upgrade", "--write")
    assert (portal / OPTIONS).read_text() == "format: 1\n"


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ("format: 7\n", "knows formats up to 1; update Journeybook"),
        ("format: new\n", "a format is a number"),
        ("- a\n", "cannot be read"),
        ("a: [\n", "cannot be read"),
        ("{content: content}\n", "cannot be"),
    ],
)
def test_what_it_does_not_know_it_refuses(run: Run, portal: Path, options: str, why: str) -> None:
    (portal / OPTIONS).write_text(options)
    assert why in run("upgrade", "--write", expect=2).output
    assert (portal / OPTIONS).read_text() == options


def test_no_portal_is_refused(run: Run, tmp_path: Path) -> None:
    assert "there is no portal" in run("upgrade", "--root", tmp_path, expect=2).output


def test_the_steps_lead_to_the_format_that_is_read() -> None:
    assert [step.to for step in STEPS] == list(range(1, NEWEST + 1))
    assert PortalOptions().format == NEWEST


def test_steps_are_taken_one_after_the_other_and_change_content_too() -> None:
    def rename(files: dict[str, str]) -> dict[str, str]:
        teams = files["content/teams.yml"].replace("contact:", "mail:")
        return {OPTIONS: files[OPTIONS].replace("format: 1", "format: 2"), "content/teams.yml": teams}

    steps = (*STEPS, UpgradeStep(2, "rename contact", rename))  # type: ignore[arg-type]
    files = {"content/teams.yml": "desk: {contact: x}\n", "content/index.md": "# Hi\n"}
    upgrade = upgrade_of(files, steps)
    assert (upgrade.found, upgrade.steps) == (0, steps)
    assert upgrade.changed == {OPTIONS: "format: 2\n", "content/teams.yml": "desk: {mail: x}\n"}
    with pytest.raises(UpgradeError, match="write `format: 2` yourself"):
        upgrade_of(files, (*STEPS, UpgradeStep(2, "forget it", lambda _files: {})))
