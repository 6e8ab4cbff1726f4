"""The manual's list of thoughtless changes is the one that the command stops at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeybook.history.thoughtless import RULES

if TYPE_CHECKING:
    from pathlib import Path


def test_every_rule_of_the_diff_stands_in_the_manual(repository: Path) -> None:
    manual = (repository / "docs/manual/diff.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| ([A-Z].*) \|$", manual, re.MULTILINE))
    assert rows == {name: rule.summary for name, rule in RULES.items()}
