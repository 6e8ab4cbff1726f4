"""Shell completion."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

COMMAND = Path(sys.executable).with_name("journeybook")


def completed(*words: str) -> list[str]:
    """What bash is offered for the last of `words`."""
    run = subprocess.run(
        [COMMAND],
        env={
            **os.environ,
            "_JOURNEYBOOK_COMPLETE": "bash_complete",
            "COMP_WORDS": " ".join(["journeybook", *words]),
            "COMP_CWORD": str(len(words)),
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert run.stderr == ""
    return [line.partition(",")[2] for line in run.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["ch"], ["check"]),
        (["new", "tou"], ["touchpoint"]),
        (["new", "ste"], []),
        (["list", "ste"], ["step"]),
        (["check", "--fail-on", "n"], ["never"]),
        (["check", "--format", "s"], ["sarif"]),
        (["explain", "jb20"], ["JB203", "JB204"]),
        (["completion", "z"], ["zsh"]),
        (["show", "step/washing-machine-repair/s"], ["step/washing-machine-repair/sees-it-run"]),
    ],
)
def test_commands_kinds_codes_and_keys_are_completed(portal: Path, words: list[str], offered: list[str]) -> None:
    assert set(offered) <= set(completed(*words))
    assert bool(completed(*words)) == bool(offered)


def test_completion_is_silent_where_there_is_no_portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert completed("show", "a") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(run: Run, shell: str) -> None:
    assert f"_JOURNEYBOOK_COMPLETE={shell}_complete" in run("completion", shell).stdout
