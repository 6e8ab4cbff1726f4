"""Good-practice rules: what the graph of a portal says about how well it is kept. One family a file."""

from __future__ import annotations

from journeybook.checks.ids import derived_ids
from journeybook.model.diagnostics import Diagnostic, in_file_order
from journeybook.portal import Portal

RULES = (derived_ids,)
"""Every rule: a function from the portal to its findings."""


def practice_findings(portal: Portal) -> tuple[Diagnostic, ...]:
    """What every rule has to say about `portal`, in file order."""
    return in_file_order(finding for rule in RULES for finding in rule(portal))
