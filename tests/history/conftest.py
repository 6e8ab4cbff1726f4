"""What tests of a portal's past may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.history.repositories import FILES, Repository

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repository_of_claims(tmp_path: Path) -> Repository:
    """A small portal that was committed on 1 March 2026."""
    made = Repository.new(tmp_path / "portal")
    made.write(FILES)
    made.commit("2026-03-01")
    return made
