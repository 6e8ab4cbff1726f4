"""An environment in which Journeybook comes from its wheel and not from the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from typing import TYPE_CHECKING
from zipfile import ZipFile

from tests.tools.built_once import built_once

if TYPE_CHECKING:
    from pathlib import Path

RUN_COMMAND = """
import sys
from importlib.metadata import entry_points

sys.argv.pop(0)
(command,) = entry_points(group="console_scripts", name=sys.argv[0])
sys.exit(command.load()())
"""


def run_from_wheel(wheel: Path, cwd: Path, command: str, *arguments: str) -> str:
    """What an installed command (`journeybook`, `mkdocs`) prints in a folder.

    Its output is the error if it fails.
    """
    code, output = try_from_wheel(wheel, cwd, command, *arguments)
    if code:
        raise AssertionError(f"{command} {' '.join(arguments)} failed:\n{output}")
    return output


def try_from_wheel(wheel: Path, cwd: Path, command: str, *arguments: str) -> tuple[int, str]:
    """Exit code and output of an installed command.

    The other packages are those of the test environment. Python does not read the `.pth` files of a
    folder on PYTHONPATH, so the repository, which is installed by one, is out of sight.
    """
    unpacked = built_once(wheel.with_suffix(""), lambda folder: _unpack(wheel, folder))
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(unpacked), sysconfig.get_path("purelib")]),
        "NO_MKDOCS_2_WARNING": "1",
    }
    finished = subprocess.run(
        # -S: the environment's own site-packages, with their .pth files, are left out.
        [sys.executable, "-S", "-c", RUN_COMMAND, command, *arguments],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return finished.returncode, finished.stdout


def _unpack(wheel: Path, folder: Path) -> None:
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
