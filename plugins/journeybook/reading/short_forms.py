"""Short forms: records that an editor may write as one text."""

from __future__ import annotations

from typing import Any

from journeybook.model import Entity, Gain, Next, Work
from journeybook.model.block import Limits
from journeybook.model.portal_options import OtherSource
from journeybook.model.text import Image, WebLink
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Entries, Node, Pair, Scalar
from journeybook.reading.wording import a, thing
from journeybook.reading.yaml_traps import quoted

_TEXT_IS: dict[type[Any], str] = {
    Gain: "title",
    Image: "src",
    Limits: "exactly",
    Next: "step",
    OtherSource: "source",
    WebLink: "url",
    Work: "does",
}


def text_key(record: type[Any]) -> str | None:
    """The key that a text in place of `record` stands for."""
    return "title" if issubclass(record, Entity) else _TEXT_IS.get(record)


def written_out(record: type[Any], node: Node, findings: Findings) -> Entries | None:
    """`node` with every key in words; None, with a finding, if it is not how `record` can be written."""
    entries = node if isinstance(node, Entries) else _of_text(record, node, findings)
    if entries and record is WebLink and entries.get("title") is None and (url := entries.get("url")):
        return Entries([*entries.pairs, Pair("title", url.key_span, url.value)], entries.span)
    return entries


def _of_text(record: type[Any], node: Node, findings: Findings) -> Entries | None:
    key = text_key(record)
    if isinstance(node, Scalar) and node.is_nothing:
        return Entries([], node.span)
    if isinstance(node, Scalar) and key:
        return Entries([Pair(key, node.span, node)], node.span)
    if findings.within(node.span):
        return None
    what = quoted(node.text) if isinstance(node, Scalar) else "a list"
    message = f"{a(thing(record))} is written as keys and values, and this is {what}"
    findings.add("JB144", node.span, message, f"write `{key or 'key'}: …`")
    return None
