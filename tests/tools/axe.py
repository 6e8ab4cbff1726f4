"""Accessibility findings of an open page, by axe-core."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from axe_playwright_python.base import AXE_FILE_PATH

from tests.tools.material_findings import MATERIAL_ACCESSIBILITY, KnownAccessibilityFinding

if TYPE_CHECKING:
    from playwright.sync_api import Page

RUN = """
async ([known, rules]) => {
    const only = rules.length ? {runOnly: {type: "rule", values: rules}} : {};
    const results = await axe.run(document, {resultTypes: ["violations"], elementRef: true, ...only});
    const nodes = results.violations.flatMap(({id, nodes}) => nodes.map(node => ({id, ...node})));
    return nodes.map(({id, impact, target, html, failureSummary, element}) => ({
        rule: id, impact, target: target.flat().join(" >>> "), html, reason: failureSummary ?? "",
        known: known.findIndex(({rule, selector}) => rule === id && element?.matches(selector)),
    }));
}
"""


RULES_OF_COLOUR = ("color-contrast", "link-in-text-block")
"""What can come out differently for the same page in other colours."""


@dataclass(frozen=True)
class AxeFinding:
    """One element that breaks one of axe's rules."""

    rule: str
    impact: str
    target: str
    """A CSS selector of the element; steps into frames and shadow roots are joined by ` >>> `."""
    html: str
    reason: str
    known: KnownAccessibilityFinding | None
    """The entry of stock Material's findings that covers it."""

    def __str__(self) -> str:
        """A few lines for a test's failure message."""
        return f"{self.rule} ({self.impact}): {self.target}\n  {self.html[:200]}\n  {self.reason}"


def axe_findings(page: Page, rules: tuple[str, ...] = ()) -> list[AxeFinding]:
    """What axe finds on the page as it is shown now, minus what stock Material brings along.

    By these rules; by all of them where none is given.
    """
    return [finding for finding in all_axe_findings(page, rules) if finding.known is None]


def all_axe_findings(page: Page, rules: tuple[str, ...] = ()) -> list[AxeFinding]:
    """What axe finds on the page as it is shown now, once the page has come to rest."""
    page.wait_for_load_state("networkidle")
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_axe_source())
    nodes: list[dict[str, Any]] = page.evaluate(
        RUN, [[asdict(known) for known in MATERIAL_ACCESSIBILITY], list(rules)]
    )
    return [
        AxeFinding(
            rule=node["rule"],
            impact=node["impact"] or "",
            target=node["target"],
            html=" ".join(node["html"].split()),
            reason=" ".join(node["reason"].split()),
            known=_known(node["known"]),
        )
        for node in nodes
    ]


def _known(index: int) -> KnownAccessibilityFinding | None:
    return MATERIAL_ACCESSIBILITY[index] if index >= 0 else None


@cache
def _axe_source() -> str:
    return AXE_FILE_PATH.read_text(encoding="utf-8")
