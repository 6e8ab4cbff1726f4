"""Building blocks in Markdown: fences opened with `journeybook`, read like all other content."""

from __future__ import annotations

import re

from journeybook.model.block import FENCE, Block, Where
from journeybook.model.diagnostics import Diagnostic
from journeybook.model.places import Span
from journeybook.reading.composing import compose
from journeybook.reading.fences import Fence, fences_in, inside
from journeybook.reading.findings import Findings
from journeybook.reading.fitting_blocks import report_unfit
from journeybook.reading.mappings import report_no_mapping
from journeybook.reading.nodes import Entries, Scalar
from journeybook.reading.schema import shape_of
from journeybook.reading.shaping import Shaping
from journeybook.reading.sources import Source

_NEAR = 2
"""How many letters may be wrong in a word that is meant to be ours."""


def blocks_in(text: str, findings: Findings, start: Span = Span()) -> tuple[Block, ...]:
    """The building blocks that can be read in Markdown `text`, which begins at `start` of its file."""
    if "```" not in text and "~~~" not in text:
        return ()
    lines = text.split("\n")
    found = (_block(fence, lines, findings, start) for fence in fences_in(lines))
    return tuple(block for block in found if block)


def is_block(fence: Fence) -> bool:
    """Whether `fence` holds a building block."""
    return fence.info == FENCE and fence.is_closed


def block_of(text: str, file: str) -> tuple[Block | None, tuple[Diagnostic, ...]]:
    """The building block that `text`, the inside of a fence in `file`, describes; if none, None and why."""
    findings = Findings(file)
    block = _shaped(Source(text), Span(), findings)
    return (None if findings.found else block), findings.in_order()


def _block(fence: Fence, lines: list[str], findings: Findings, start: Span) -> Block | None:
    opening = lines[fence.first].rstrip()
    line, column = start.line + fence.first, start.column + len(fence.prefix)
    span = Span(line, column, line, start.column + len(opening))
    if fence.info != FENCE:
        if _is_near(fence.info):
            message = f"readers see the source of this fence, for its word is '{fence.info}'"
            findings.add("JB185", span, message, f"write ```{FENCE}")
        return None
    if not fence.is_closed:
        hint = "close it with a line of ``` below its keys"
        findings.add("JB180", span, "this building block is never closed", hint)
        return None
    margin = " " * (start.column - 1)
    content = "\n".join(margin + one for one in inside(fence, lines))
    return _shaped(Source(content, line + 1), span, findings)


def _is_near(info: str) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein

    words = re.findall(r"[^\s{}.:]+", info.lower())[:2]
    return any(DamerauLevenshtein.distance(word, FENCE, score_cutoff=_NEAR) <= _NEAR for word in words)


def _shaped(source: Source, span: Span, findings: Findings) -> Block | None:
    node = compose(source, findings)
    if node is None:
        return None
    if isinstance(node, Scalar) and node.is_nothing:
        node = Entries([], span)
    if not isinstance(node, Entries):
        report_no_mapping(node, findings)
        return None
    _take_misplaced(node, findings)
    block = Shaping(findings).record(Block, node, span=span)
    if not isinstance(block, Block):
        return None
    report_unfit(block, findings)
    return block


def _take_misplaced(entries: Entries, findings: Findings) -> None:
    """Take out of `entries` the keys that stand under `where`."""
    own, inner = shape_of(Block).by_key, shape_of(Where).by_key
    for pair in [pair for pair in entries.pairs if pair.key in inner and pair.key not in own]:
        message = f"'{pair.key}' chooses what to show, and so stands below 'where'"
        findings.add("JB140", pair.key_span, message, f"write `where: {{{pair.key}: …}}`")
        entries.pairs.remove(pair)
