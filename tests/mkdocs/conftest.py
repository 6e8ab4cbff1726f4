"""What tests of the adapter may ask for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.mkdocs.small_portal import SmallPortal
from tests.tools.built_once import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SmallPortal:
    """A small portal of its own for each test."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    return SmallPortal(tmp_path)


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Callable[[str], list[str]]:
    """`logged("WARNING")`: what MkDocs has logged at that level."""
    caplog.set_level("INFO")
    return lambda level: [one.getMessage() for one in caplog.records if one.levelname == level]
