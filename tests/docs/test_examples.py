"""Every example of the documentation is what it says: it checks, builds, is reported, or prints what is shown."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from journeybook.model.diagnostics import Diagnostic, Severity
from journeybook_cli.main import journeybook
from tests.docs.examples import LIVE, SHELL, Example, examples_of, pages
from tests.docs.small_world import findings_in, small_world
from tests.tools.wheel_environment import try_from_wheel

ROOT = Path(__file__).resolve().parents[2]
PAGES = [pytest.param(page, id=page.name) for page in pages(ROOT)]
FROM_NOTHING = "first-portal.md"
"""The page that begins in an empty folder, with nothing but the wheel."""

PREPARATIONS = (
    "python3 -m venv .venv",
    ". .venv/bin/activate",
    ".venv/bin/pip install journeybook-",
    "pip install ./journeybook-",
)
"""Commands that prepare a machine: what they do, the test environment has done."""

NEVER_ENDING = {"serve"}
"""Commands that are only held against what they accept."""

Run = Callable[[Path, list[str]], tuple[int, str]]


def run_here(folder: Path, arguments: list[str]) -> tuple[int, str]:
    """Exit code and output of `journeybook …` in this process; the folder is the current one."""
    result = CliRunner().invoke(journeybook, arguments, prog_name="journeybook")
    return result.exit_code, result.output


@pytest.mark.parametrize("page", PAGES)
def test_every_fence_says_what_it_is(page: Path) -> None:
    """A fence that nobody checks is either declared or forgotten."""
    forgotten = [
        f"{one}: ```{one.language}"
        for one in examples_of(page)
        if not one.excuse and not one.name and one.language not in SHELL | LIVE
    ]
    assert forgotten == []


@pytest.mark.parametrize("page", PAGES)
def test_every_example_does_what_it_says(
    page: Path, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    examples = [one for one in examples_of(page) if not one.excuse and one.language not in LIVE]
    if not examples:
        return
    run, folder = run_here, tmp_path / "portal"
    if page.name == FROM_NOTHING:
        folder.mkdir()
        wheel: Path = request.getfixturevalue("wheel")
        run = _from_wheel(wheel)
    else:
        small_world(ROOT, folder)
    start = folder
    undo: Callable[[], object] = list  # what is wrong stays for the commands below it, until the next file
    for example in examples:
        if example.language in SHELL:
            folder = _run_all(example, folder, run, monkeypatch)
        else:
            undo()
            undo = _check(example, folder)
    undo()
    if any(one.is_file for one in examples):
        built = folder if page.name == FROM_NOTHING else start
        monkeypatch.chdir(built)
        code, output = run(built, ["build", "--strict"])
        assert code == 0, f"{page.name} does not build:\n{output}"


def _from_wheel(wheel: Path) -> Run:
    def run(folder: Path, arguments: list[str]) -> tuple[int, str]:
        return try_from_wheel(wheel, folder, "journeybook", *arguments)

    return run


def _check(example: Example, portal: Path) -> Callable[[], object]:
    """Put the example into the portal; the findings are those it claims.

    What practice would add to it is not what an example is about, unless it claims just that. Returns what takes
    it out again, if it cannot stay.
    """
    file = portal / example.file
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(example.content, "utf-8")
    found = findings_in(portal)
    listed = "\n".join(map(str, found))
    counted = {one.code for one in found if not is_advice(one)} | {one.code for one in found} & example.codes
    assert counted == example.codes, f"{example} says {set(example.codes)}:\n{listed}"
    if example.is_file and not example.codes:
        return list
    return file.unlink if before is None else partial(file.write_bytes, before)


def is_advice(one: Diagnostic) -> bool:
    """Whether a finding is a note from practice."""
    return one.code.startswith("JB4") and one.severity is Severity.INFO


def _run_all(example: Example, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run the commands of an example one after the other; the folder in which the last one left us."""
    for command, expected in example.commands:
        monkeypatch.chdir(folder)
        words = shlex.split(command, comments=True)
        if not words or command.startswith(PREPARATIONS):
            continue
        name = Path(words[0]).name
        if name == "cd":
            folder = (folder / words[1]).resolve()
            assert folder.is_dir(), f"{example}: {command}"
        elif name == "mkdir":
            (folder / words[1]).mkdir()
        elif name == "make":
            makefile = (ROOT / "Makefile").read_text("utf-8")
            assert re.search(rf"^{words[1]}:", makefile, re.MULTILINE), f"{example}: {command}"
        else:
            assert name == "journeybook", f"{example}: nobody knows how to check: {command}"
            _journeybook(example, words[1:], expected, folder, run)
    return folder


def _journeybook(example: Example, arguments: list[str], expected: str, folder: Path, run: Run) -> None:
    if arguments and arguments[0] in NEVER_ENDING:
        command = journeybook.get_command(click.Context(journeybook), arguments[0])
        assert command
        command.make_context(arguments[0], arguments[1:])
        return
    code, output = run(folder, arguments)
    told = f"{example}: journeybook {shlex.join(arguments)} ends with {code} and prints:\n{output}"
    assert code == 0 or (code == 1 and expected), told
    if expected:
        assert re.fullmatch(as_pattern(expected), output.strip("\n")), told


def as_pattern(expected: str) -> str:
    """What is shown, in which a line of `…` stands for any lines, and `…` in a line for any text in it."""
    lines = [
        r"(?:.*\n)*?.*" if line.strip() == "…" else re.escape(line).replace("…", ".*")
        for line in expected.splitlines()
    ]
    return "\n".join(lines)
