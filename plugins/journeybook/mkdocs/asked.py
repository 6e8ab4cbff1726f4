"""What whoever runs MkDocs wants of the portal's build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeybook.model.text import Audience


@dataclass(slots=True)
class Asked:
    """Said before a build begins."""

    serving: bool = False
    """Whether a server runs; the plugin then lives as long as it does."""
    on_demand: bool = False
    """Whether the server asks for each page, and shows what is wrong."""
    audience: Audience | None = None
    """Whom the build is for, whatever `journeybook.yml` says; None: for the one it names."""
