"""A build of MkDocs that is killed does not show in the next one."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.mkdocs.small_portal import SmallPortal


def content_of(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are killed")
def test_the_next_build_gives_what_a_cold_one_gives(portal: SmallPortal, tmp_path: Path) -> None:
    chance = random.Random(11)
    cold = SmallPortal(tmp_path / "cold")
    cold.settings = portal.settings
    portal.build()
    for number in range(4):
        change = {
            "content/about/how.md": f"# How to read\n\nAttempt {number}.\n",
            "content/personas/ada.md": f"---\ntitle: Ada, shop owner {number}\n---\nSells tea.\n",
            f"content/touchpoints/shop-{number}.md": f"---\ntitle: Shop {number}\nchannel: phone\n---\n",
        }
        portal.write(change)
        cold.write(change)
        process = subprocess.Popen([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=portal.root)
        time.sleep(chance.uniform(0.4, 1.6))
        process.kill()
        process.wait()
        if number % 2:  # what the killed build was about never gets its turn
            portal.delete(f"content/touchpoints/shop-{number}.md")
            cold.delete(f"content/touchpoints/shop-{number}.md")
        for left in ("site", ".cache"):
            shutil.rmtree(cold.root / left, ignore_errors=True)
        assert content_of(portal.build().folder) == content_of(cold.build().folder)
        assert not list(portal.root.glob(".site*"))
