"""The plain Material site on which the checkers are tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.built_once import build_site, built_once, shared_folder


@pytest.fixture(scope="session")
def stock_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site of two pages, stock Material; its own address is https://example.org/stock/."""
    folder = shared_folder(tmp_path_factory) / "stock-site"
    return built_once(folder, lambda site: build_site(Path(__file__).with_name("stock"), site))
