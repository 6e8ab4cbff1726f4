"""Folders that are built once per test run, however many workers run it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from filelock import FileLock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

# "Today" of every built test site, so that pages do not grow stale while the project ages.
TODAY = "1796083200"  # 2026-12-01


def shared_folder(temporary: pytest.TempPathFactory) -> Path:
    """A temporary folder of this test run that all its workers see."""
    base = temporary.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def built_once(folder: Path, build: Callable[[Path], object]) -> Path:
    """The folder, which `build` has filled; the first worker to come builds, the others wait."""
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            unfinished = folder.with_name(f"{folder.name}.unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            build(unfinished)
            unfinished.rename(folder)
    return folder


def run_tool(*arguments: str | Path, cwd: Path, **environment: str) -> str:
    """What a module of this Python (`mkdocs build …`) prints; its output is the error if it fails.

    `environment` holds variables beside those of the test run.
    """
    finished = subprocess.run(
        [sys.executable, "-m", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": TODAY, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if finished.returncode:
        raise AssertionError(f"{' '.join(map(str, arguments))} failed:\n{finished.stdout}")
    return finished.stdout


def build_site(portal: Path, site: Path, *options: str) -> str:
    """Builds the MkDocs portal of a folder, strictly; returns the log."""
    return run_tool("mkdocs", "build", "--strict", "--site-dir", site, *options, cwd=portal)
