"""The findings that a portal asks for, of all that good practice has to say about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from journeybook.checks.baseline import NO_BASELINE, Baseline, Known, can_be_known, current, known_as
from journeybook.checks.exemptions import exemptions_in
from journeybook.checks.limits import Limits
from journeybook.checks.weights import Weights, idle_folders
from journeybook.model.codes import CODES
from journeybook.model.diagnostics import Diagnostic, Severity, in_file_order
from journeybook.model.rule_weights import PRACTICE, Checks, Weight
from journeybook.portal import Portal


@dataclass(frozen=True, slots=True)
class Selected:
    """What is told of the findings of good practice."""

    found: tuple[Diagnostic, ...]
    """Those that are told, in file order, each as bad as it is here."""
    exempt: int = 0
    """How many exemptions hide."""
    known: int = 0
    """How many are not told because the baseline knows them."""


def selected(
    portal: Portal,
    found: Iterable[Diagnostic],
    limits: Limits,
    checks: Checks,
    baseline: Baseline = NO_BASELINE,
) -> Selected:
    """Those of the findings `found` that `portal` asks for by its options, its exemptions and its baseline.

    What is wrong with those comes with them. Findings that are none of good practice pass as they are.
    """
    weights, exemptions = Weights(checks, portal.content.folder), exemptions_in(portal, limits.today)
    left = current(portal, baseline) if baseline.known else Counter[Known]()
    told, exempt, known = list[Diagnostic](), 0, 0
    for one in found:
        if one.code not in PRACTICE:
            told.append(one)
            continue
        asked = weights.of(one)
        weight = exemptions.weight_of(one) or asked
        exempt += weight == "off" != asked
        is_known = _is_known(one, portal, left)
        known += is_known and weight != "off"
        if not is_known:
            told.extend(_weighed(one, weight))
    all_was_read = not portal.content.unread
    for one in exemptions.findings(all_was_read=all_was_read):
        told.extend(_weighed(one, weights.of(one)))
    if all_was_read and (gone := sum(left.values())):
        one = _gone(gone, min(+left), baseline)
        told.extend(_weighed(one, weights.of(one)))
    return Selected(in_file_order([*told, *idle_folders(checks, portal.content)]), exempt, known)


def _weighed(one: Diagnostic, weight: Weight) -> list[Diagnostic]:
    return [] if weight == "off" else [replace(one, severity=Severity(weight))]


def _is_known(one: Diagnostic, portal: Portal, left: Counter[Known]) -> bool:
    """Whether `left` of the baseline holds `one`; it is taken out then."""
    if not left or not can_be_known(one):
        return False
    known = known_as(portal, one)
    if left[known] <= 0:
        return False
    left[known] -= 1
    return True


def _gone(count: int, first: Known, baseline: Baseline) -> Diagnostic:
    where = f"{first.code} of {first.key}"
    message = (
        f"a known finding is gone: {where}" if count == 1 else f"{count:,} known findings are gone: {where} first"
    )
    hint = "write the baseline anew: `journeybook check --write-baseline`"
    return Diagnostic("JB475", message, baseline.name, hint=hint, severity=CODES["JB475"].severity)
