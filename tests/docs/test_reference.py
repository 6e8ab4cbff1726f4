"""The documentation's reference is the model's."""

import subprocess
import sys
from pathlib import Path

from journeybook.model import RECORDS


def test_the_reference_is_fresh(repository: Path) -> None:
    script = repository / "scripts" / "dev" / "content_reference.py"
    run = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_every_kind_has_its_table(repository: Path) -> None:
    text = (repository / "docs" / "content-format.md").read_text("utf-8")
    assert [record for record in RECORDS.values() if f"\n### {record.__name__}\n" not in text] == []
