"""From one content format to the next: one file per step. A new format is one module and one line here."""

from journeybook.reading.upgrades import to_1
from journeybook.reading.upgrades.step import Files, UpgradeError, UpgradeStep
from journeybook.reading.upgrades.upgrade import Upgrade, upgrade_of

STEPS: tuple[UpgradeStep, ...] = (to_1.STEP,)
"""Every step, in the order in which they are taken."""

NEWEST = STEPS[-1].to
"""The format that this version reads."""

__all__ = ["NEWEST", "STEPS", "Files", "Upgrade", "UpgradeError", "UpgradeStep", "upgrade_of"]
