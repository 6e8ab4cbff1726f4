"""The author's own `x-…` keys: plain data, kept as it is."""

from __future__ import annotations

from typing import Any

from journeybook.reading.figures import is_plain_number
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Entries, Items, Node, Scalar
from journeybook.reading.yaml_traps import misread, quoted


def plain_value(node: Node, findings: Findings) -> Any:
    """`node` as texts, numbers, true, false, None, lists and mappings.

    What YAML reads otherwise than it looks, as `no` or `1:30`, is kept as its text, with a finding.
    """
    if isinstance(node, Items):
        return [plain_value(item, findings) for item in node.items]
    if isinstance(node, Entries):
        return {pair.key: plain_value(pair.value, findings) for pair in node.pairs}
    return _scalar(node, findings)


def _scalar(node: Scalar, findings: Findings) -> Any:
    text, tag = node.text, node.tag
    if not node.plain or tag in {"str", "timestamp"}:
        return text
    if node.is_nothing:
        return None
    if text in {"true", "false"}:
        return text == "true"
    if is_plain_number(text) and not misread(node):
        return int(text) if tag == "int" else float(text)
    findings.add("JB142", node.span, f"{misread(node)}", f"for a text put it in quotes: {quoted(text)}")
    return text
