"""What the manual lists is what the product has."""

import subprocess
import sys
from pathlib import Path

import pytest

from journeybook.model import RECORDS
from journeybook.model.codes import CODES
from journeybook_cli.main import SUMMARIES


@pytest.mark.parametrize("script", ["content", "diagnostics", "commands"])
def test_the_reference_is_fresh(repository: Path, script: str) -> None:
    path = repository / "scripts" / "dev" / f"{script}_reference.py"
    run = subprocess.run([sys.executable, path, "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


@pytest.fixture
def headings(repository: Path) -> set[str]:
    pages = (repository / "docs" / "manual").glob("*.md")
    return {line for page in pages for line in page.read_text("utf-8").splitlines() if line.startswith("##")}


def test_every_kind_every_code_and_every_command_has_its_heading(headings: set[str]) -> None:
    wanted = [
        *(f"### {record.__name__}" for record in RECORDS.values()),
        *(f"### {code}" for code in CODES),
        *(f"## `journeybook {command}`" for command in SUMMARIES),
    ]
    assert [one for one in wanted if one not in headings] == []
