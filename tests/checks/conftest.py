"""What the tests of rules may ask for."""

from pathlib import Path

import pytest

from tests.checks.worlds import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A portal with a team, a persona and two interviews, one with customers and one with colleagues."""
    return World(tmp_path).add(
        teams="support: {title: Support}",
        personas__ann="---\ntitle: Ann\nkind: customer\n---\n",
        evidence__talks="---\ntitle: Talks\nkind: interview\nvoice: customer\ndate: 2026-09-01\n---\n",
        evidence__notes="---\ntitle: Notes\nkind: walkthrough\nvoice: insider\ndate: 2026-09-01\n---\n",
    )
