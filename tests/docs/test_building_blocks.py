"""The page about building blocks shows all of them, and what it shows can be read."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journeybook.model.block_table import OFFERS
from journeybook.reading import read_file

if TYPE_CHECKING:
    from journeybook.reading import FileContent


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "docs" / "manual" / "building-blocks.md").read_text("utf-8")


@pytest.fixture
def read(page: str) -> FileContent:
    return read_file("building-blocks.md", page)


def test_every_block_can_be_read(read: FileContent) -> None:
    assert [str(one) for one in read.diagnostics] == []


def test_every_thing_and_every_look_is_shown(read: FileContent) -> None:
    assert {block.show for block in read.blocks} == OFFERS.keys()
    looks = {block.look or OFFERS[block.show].looks[0] for block in read.blocks}
    assert looks == {look for offer in OFFERS.values() for look in offer.looks}


def test_each_block_stands_below_its_own_source(page: str, read: FileContent) -> None:
    pairs = re.findall(
        r"````markdown\n(```journeybook\n.*?\n```)\n````\n\n(```journeybook\n.*?\n```)\n", page, re.DOTALL
    )
    assert len(pairs) == len(read.blocks)
    assert [source for source, live in pairs if source != live] == []


def test_the_table_is_fresh(repository: Path) -> None:
    command = [sys.executable, "scripts/dev/block_reference.py", "--check"]
    run = subprocess.run(command, cwd=repository, capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
