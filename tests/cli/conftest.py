"""What the tests of the command line may ask for."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Protocol

import pytest
from click.testing import CliRunner, Result

from journeybook import checks
from journeybook.checks import ids
from journeybook_cli.main import journeybook

if TYPE_CHECKING:
    from pathlib import Path


class Run(Protocol):
    """Runs the command; see the fixture `run`."""

    def __call__(self, *arguments: str | Path, expect: int = 0) -> Result:
        """What it printed."""
        ...


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run(*arguments, expect=0)`: the result of `journeybook …`; the test fails on another exit code."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str | Path, expect: int = 0) -> Result:
        result = CliRunner().invoke(journeybook, [*map(str, arguments)], prog_name="journeybook")
        assert result.exit_code == expect, f"exit code {result.exit_code}:\n{result.output}"
        return result

    return run


@pytest.fixture
def portal(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A portal that `journeybook init` has just made, which is the current folder."""
    folder = tmp_path / "portal"
    run("init", folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def one_family(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only one family of rules, so that no other has a say in what is tested."""
    monkeypatch.setattr(checks, "RULES", ids.RULES)


@pytest.fixture
def free_port() -> int:
    """A port nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port
