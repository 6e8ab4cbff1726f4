"""Whether a build would have nothing to do, asked without building; and builds that have, or have not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from journeybook.mkdocs.portal_events import PortalEvents
from journeybook.mkdocs.staged_build import StagedBuild
from journeybook.mkdocs.unchanged.same_again import SameAgain
from tests.mkdocs.small_portal import SmallPortal


def stands(portal: SmallPortal, audience: str | None = None, **options: Any) -> bool:
    """Whether a build of `portal` would do nothing; `options` are those of the command line."""
    config = load_config(str(portal.save_settings()), **options)
    staged = StagedBuild(config)
    try:
        again = SameAgain.begin(config, audience, staged.site)
        if again:
            again.end()
        return again is not None and again.stands
    finally:
        staged.end()


@pytest.fixture(name="read")
def portals_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The folder of each portal that a build has read, one after the other."""
    found: list[str] = []
    prepare = PortalEvents.prepare

    def noted(self: PortalEvents, config: Any) -> None:
        found.append(Path(config.config_file_path).parent.name)
        prepare(self, config)

    monkeypatch.setattr(PortalEvents, "prepare", noted)
    return found
