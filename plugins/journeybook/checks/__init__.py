"""Good-practice rules: what the graph of a portal says about how well it is kept. One family a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from journeybook.checks import (
    evidence,
    hand_offs,
    ids,
    images,
    metric_meanings,
    metrics,
    moments,
    pains,
    personas,
    privacy,
    projects,
    scores,
    structure,
    touchpoints,
    upkeep,
    wording,
)
from journeybook.checks.limits import Limits
from journeybook.model.diagnostics import Diagnostic, in_file_order
from journeybook.portal import Portal

__all__ = ["RULES", "Limits", "Rule", "practice_findings"]

Rule: TypeAlias = Callable[[Portal, Limits], Iterator[Diagnostic]]
"""What a rule is: from the portal and the limits to its findings, in one pass over the graph."""

RULES: tuple[Rule, ...] = (
    *ids.RULES,
    *upkeep.RULES,
    *personas.RULES,
    *evidence.RULES,
    *moments.RULES,
    *scores.RULES,
    *pains.RULES,
    *projects.RULES,
    *structure.RULES,
    *wording.RULES,
    *hand_offs.RULES,
    *metrics.RULES,
    *metric_meanings.RULES,
    *touchpoints.RULES,
    *privacy.RULES,
    *images.RULES,
)
"""Every rule, by family."""


def practice_findings(portal: Portal, limits: Limits) -> tuple[Diagnostic, ...]:
    """What every rule has to say about `portal`, in file order."""
    return in_file_order(finding for rule in RULES for finding in rule(portal, limits))
