"""The command itself: help, exit codes, interruptions, failures of ours, and how quickly it starts."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from journeybook import __version__
from journeybook_cli.commands import explain
from journeybook_cli.main import SUMMARIES

if TYPE_CHECKING:
    from tests.cli.conftest import Run

COMMAND = Path(sys.executable).with_name("journeybook")
HEAVY = ("pydantic", "mkdocs", "rich", "yaml", "jinja2", "babel", "rapidfuzz", "journeybook.model")


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").output == f"journeybook {__version__}\n"


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_import_nothing_heavy(option: str) -> None:
    program = (
        "import atexit, sys\n"
        "from journeybook_cli.main import main\n"
        f"atexit.register(lambda: print([name for name in {HEAVY} if name in sys.modules]))\n"
        f"sys.argv = ['journeybook', {option!r}]\n"
        "main()\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_checking_does_not_import_the_host() -> None:
    program = "import sys; from journeybook_cli.commands import check; print('mkdocs' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert run.stdout == "False\n"


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_command_has_help(run: Run, name: str) -> None:
    assert f"Usage: journeybook {name} " in run(name, "--help").output
    assert f"  {name} " in run("--help").output
    command = import_module(f"journeybook_cli.commands.{name.replace('-', '_')}").command
    assert isinstance(command, click.Command)
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_every_command_is_listed() -> None:
    folder = Path(explain.__file__).parent
    assert {file.stem for file in folder.glob("[!_]*.py")} == {name.replace("-", "_") for name in SUMMARIES}


@pytest.mark.parametrize("arguments", [["chekc"], ["check", "--rot", "."], ["list", "--json=1"], ["show"]])
def test_wrong_usage_has_an_exit_code_of_its_own(run: Run, arguments: list[str]) -> None:
    run(*arguments, expect=2)


def test_a_mistyped_command_is_told_the_right_one(run: Run) -> None:
    assert "did you mean check?" in run("chekc", expect=2).output


def fail(error: BaseException) -> None:
    raise error


@pytest.mark.parametrize("before", [True, False])
def test_a_failure_of_ours_says_so_kindly(run: Run, monkeypatch: pytest.MonkeyPatch, before: bool) -> None:
    monkeypatch.setattr(explain, "_all_as_text", lambda: fail(KeyError("lost")))
    said = run("explain", expect=3).output
    assert "Journeybook failed: KeyError: 'lost'" in said
    assert "report" in said
    assert "Traceback" not in said
    arguments = ["--debug", "explain"] if before else ["explain", "--debug"]
    assert "Traceback" in run(*arguments, expect=3).output


def test_a_file_that_cannot_be_used_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    error = PermissionError(13, "Permission denied", "content/a.md")
    monkeypatch.setattr(explain, "_all_as_text", lambda: fail(error))
    assert run("explain", expect=3).output == "Journeybook cannot go on: content/a.md: Permission denied\n"


def test_an_interruption_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explain, "_all_as_text", lambda: fail(KeyboardInterrupt()))
    assert run("explain", expect=130).output == ""


def test_a_reader_who_went_away_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run([COMMAND, "explain"], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (run.returncode, run.stderr) == (141, b"")


def test_names_the_output_cannot_show_do_not_stop_it(portal: Path) -> None:
    (portal / "content/personas/zażółć.md").write_text("---\ntitle: Zażółć\n---\n", encoding="utf-8")
    run = subprocess.run(
        [COMMAND, "list"],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        encoding="latin-1",
        check=True,
    )
    assert "persona/za\\u017có\\u0142\\u0107" in run.stdout


def in_terminal(*arguments: str, **environment: str) -> str:
    """What the command prints on a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "TERM"}}
    run = subprocess.Popen(
        [COMMAND, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**kept, "TERM": "xterm", "COLUMNS": "80", **environment},
    )
    os.close(theirs)
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(ours, 65_536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        parts.append(part)
    run.wait()
    os.close(ours)
    return b"".join(parts).decode()


@pytest.mark.filterwarnings("ignore:.*fork")
def test_a_terminal_gets_colours_and_the_source(portal: Path) -> None:
    (portal / "content/teams.yml").write_text("desk: {titel: Desk}\n")
    coloured = in_terminal("check")
    assert "\x1b[31m" in coloured
    assert "^^^^^" in coloured
    for plain in (in_terminal("check", NO_COLOR="1"), in_terminal("check", "--no-color")):
        assert not re.search(r"\x1b\[[\d;]*[1-9]\d*m", plain)
        assert "^^^^^" in plain
    assert "\x1b" not in in_terminal("check", TERM="dumb")
    assert "\t" not in in_terminal("list"), "a table, not columns for programs"


def test_elsewhere_there_are_no_colours_unless_asked_for(run: Run, portal: Path) -> None:
    (portal / "content/teams.yml").write_text("desk: {titel: Desk}\n")
    assert "\x1b" not in run("check", expect=1).output
    for arguments in (["--color", "check"], ["check", "--color"]):
        assert "\x1b[31m" in run(*arguments, expect=1).output
