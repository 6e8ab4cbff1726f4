"""The icons of the theme are those of the set that comes with Material."""

import subprocess
import sys
from pathlib import Path


def test_the_icons_are_those_of_the_installed_set(repository: Path) -> None:
    command = [sys.executable, "scripts/dev/icons.py", "--check"]
    run = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
