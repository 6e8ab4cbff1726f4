"""Writes constraints.txt anew: the newest versions that pyproject.toml admits, each pinned exactly.

Usage: .venv/bin/python scripts/dev/pin.py
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parent.parent.parent
# The pins must fit every Python that we admit, also the first 3.11, which some systems ship.
OLDEST_PYTHON = "3.11.0"
HEADER = "# Every package of the project and of its development, pinned. Written by scripts/dev/pin.py."


def requirements() -> list[str]:
    """What pyproject.toml asks for, for use, for development and for the other hosts of the tests."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [*project["dependencies"], *extras["dev"], *extras["hosts"]]


def resolved(wanted: list[str]) -> list[str]:
    """Lines `name==version` for the requirements and all that they need in turn, in order of name."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        options = ["--disable-pip-version-check", "-q", "--dry-run", "--ignore-installed"]
        options += ["--target", folder, "--only-binary", ":all:", "--python-version", OLDEST_PYTHON]
        command = [sys.executable, "-m", "pip", "install", *options, "--report", report, *wanted]
        subprocess.run(command, check=True)
        installed: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["install"]
    versions = {package["metadata"]["name"]: package["metadata"]["version"] for package in installed}
    return [f"{name}=={versions[name]}" for name in sorted(versions, key=str.lower)]


if __name__ == "__main__":
    pins = resolved(requirements())
    (REPOSITORY / "constraints.txt").write_text("\n".join([HEADER, *pins, ""]), encoding="utf-8")
    print(f"constraints.txt: {len(pins)} packages pinned")
