"""`journeybook build` and `journeybook serve`. What is built is tested with the adapter."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Run

COMMAND = Path(sys.executable).with_name("journeybook")


def test_a_build_says_what_it_made(run: Run, portal: Path) -> None:
    result = run("build")
    assert result.stdout.startswith("built ")
    assert result.stdout.endswith(": site\n")
    assert result.stderr == ""
    assert (portal / "site/journeys/washing-machine-repair/index.html").is_file()


def test_the_site_can_stand_elsewhere(run: Run, portal: Path, tmp_path: Path) -> None:
    assert str(tmp_path / "out") in run("build", "--site-dir", tmp_path / "out").stdout
    assert (tmp_path / "out/index.html").is_file()
    assert not (portal / "site").exists()


def test_pages_can_be_made_to_open_from_a_folder(run: Run, portal: Path) -> None:
    run("build", "--no-directory-urls")
    assert (portal / "site/journeys/washing-machine-repair.html").is_file()


def test_after_an_error_the_last_good_site_stands(run: Run, portal: Path) -> None:
    run("build")
    (portal / "content/teams.yml").write_text("desk: {titel: Desk}\n")
    result = run("build", expect=1)
    assert "content/teams.yml:1:" in result.stderr
    assert "error JB" in result.stderr
    assert result.stdout == ""
    assert (portal / "site/teams/service-desk/index.html").is_file()


def test_a_strict_build_fails_on_warnings(run: Run, portal: Path) -> None:
    (portal / "content/index.md").write_text("# Front\n\n[lost](nowhere.md)\n")
    assert "nowhere.md" in run("build").stderr
    assert "nowhere.md" in run("build", "--strict", expect=1).stderr


def test_the_reference_day_can_be_named(run: Run, portal: Path) -> None:
    run("build", "--as-of", "2031-03-01")
    assert 'as of <time datetime="2031-03-01">' in (portal / "site/atlas/index.html").read_text("utf-8")
    run("build")
    assert "2031-03-01" not in (portal / "site/atlas/index.html").read_text("utf-8")
    for command in ("build", "serve"):
        assert "--as-of" in run(command, "--as-of", "soon", expect=2).output


def test_without_the_hosts_options_nothing_is_built(run: Run, portal: Path) -> None:
    (portal / "mkdocs.yml").unlink()
    for command in ("build", "serve"):
        assert "mkdocs.yml" in run(command, expect=2).output


def test_the_server_ends_quietly_when_interrupted(portal: Path, free_port: int) -> None:
    with subprocess.Popen(
        [COMMAND, "serve", "--address", f"127.0.0.1:{free_port}"],
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as server:
        assert server.stdout
        lines: list[str] = []
        for line in server.stdout:
            lines.append(line)
            if "Serving on" in line:
                server.send_signal(signal.SIGINT)
    assert server.returncode in {0, 130}, "".join(lines)
    assert "Traceback" not in "".join(lines)
