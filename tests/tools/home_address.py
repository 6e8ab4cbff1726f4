"""The address that a built site says it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

if TYPE_CHECKING:
    from pathlib import Path

CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')


def home_address(site: Path) -> SplitResult:
    """The address of the front page's folder, its path ending in a slash; empty but for that if unsaid."""
    canonical = CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    return urlsplit(re.sub(r"[^/]*$", "", canonical[1]) if canonical else "/")
