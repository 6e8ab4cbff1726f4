"""What brings a portal to the newest content format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.model.places import Span
from journeybook.model.portal_files import OPTIONS_FILE
from journeybook.reading.composing import compose
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Entries, Scalar
from journeybook.reading.sources import source_of
from journeybook.reading.upgrades.step import Files, UpgradeError, UpgradeStep


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What brings a portal to the newest format."""

    found: int
    """The format it has; 0 if it names none."""
    steps: tuple[UpgradeStep, ...]
    """The steps to take; none if there is nothing to do."""
    changed: Files
    """The files that are different afterwards, with their new texts."""


def upgrade_of(files: Files, steps: Sequence[UpgradeStep]) -> Upgrade:
    """What brings the portal of `files` to the last of `steps`; raises UpgradeError where nobody knows how."""
    found = _format_of(files)
    newest = steps[-1].to
    if found > newest:
        raise UpgradeError(
            f"{OPTIONS_FILE} has format {found}, and this Journeybook knows formats up to {newest}; "
            "update Journeybook"
        )
    taken = tuple(step for step in steps if step.to > found)
    now = dict(files)
    for step in taken:
        now.update(step.change(now))
        if _format_of(now) != step.to:
            raise UpgradeError(
                f"{OPTIONS_FILE} has a form that cannot be added to; write `format: {step.to}` yourself"
            )
    return Upgrade(found, taken, {path: text for path, text in now.items() if files.get(path) != text})


def _format_of(files: Files) -> int:
    text = files.get(OPTIONS_FILE, "")
    findings = Findings(OPTIONS_FILE)
    source = source_of(text)
    node = compose(source, findings) if text.strip() else Entries([], Span())
    if isinstance(node, Scalar) and node.is_nothing:
        return 0
    if findings.found or not isinstance(node, Entries):
        why = f": {findings.found[0]}" if findings.found else ""
        raise UpgradeError(f"{OPTIONS_FILE} cannot be read{why}; mend it first (`journeybook check`)")
    pair = node.get("format")
    if pair is None:
        return 0
    if not isinstance(pair.value, Scalar) or not pair.value.text.isdecimal():
        raise UpgradeError(
            f"{OPTIONS_FILE}:{pair.value.span.line}: a format is a number such as 1; nobody knows this one"
        )
    return int(pair.value.text[:9])
