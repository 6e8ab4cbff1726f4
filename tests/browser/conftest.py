"""What the tests in the browser share: the sample portal, served."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tools.home_address import home_address

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="session")
def sample_url(sample_site: Path, serve_folder: Callable[..., str]) -> str:
    """The base address of the served sample portal, without a slash at its end."""
    return serve_folder(sample_site, home_address(sample_site).path.rstrip("/"))


@pytest.fixture(scope="session")
def sample_url_flat(sample_site_flat: Path, serve_folder: Callable[..., str]) -> str:
    """The same for the portal with `use_directory_urls: false`."""
    return serve_folder(sample_site_flat, home_address(sample_site_flat).path.rstrip("/"))
