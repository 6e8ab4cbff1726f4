"""Good-practice rules: what the graph of a portal says about how well it is kept. One family a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
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
from journeybook.checks.baseline import NO_BASELINE, Baseline, baseline_of
from journeybook.checks.baseline_file import read_baseline
from journeybook.checks.limits import Limits, limits_on
from journeybook.checks.selecting import Selected, selected
from journeybook.model.diagnostics import Diagnostic, in_file_order
from journeybook.model.portal_options import PortalOptions
from journeybook.model.rule_weights import Checks
from journeybook.model.thresholds import Thresholds
from journeybook.portal import Portal

__all__ = [
    "NO_BASELINE",
    "RULES",
    "Baseline",
    "Limits",
    "Rule",
    "Selected",
    "advice",
    "baseline_of",
    "practice_findings",
    "read_baseline",
    "selected",
]

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


def advice(portal: Portal, options: PortalOptions, today: date, baseline: Baseline = NO_BASELINE) -> Selected:
    """What good practice has to say about `portal` on `today` of what its options and `baseline` ask for."""
    checks = options.checks or Checks()
    limits = limits_on(today, checks.limits or Thresholds())
    return selected(portal, practice_findings(portal, limits), limits, checks, baseline)
