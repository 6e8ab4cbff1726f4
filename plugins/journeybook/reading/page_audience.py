"""`audience:` in the front matter of an ordinary page."""

from __future__ import annotations

import re

from journeybook.model.ids import folded, nearest
from journeybook.reading.composing import compose
from journeybook.reading.findings import Findings
from journeybook.reading.front_matter import Parts
from journeybook.reading.nodes import Entries, Items, Node, Scalar
from journeybook.reading.sources import Source
from journeybook.reading.yaml_traps import quoted

INTERNAL = "internal"

_KEY = "audience"
_KNOWN = (INTERNAL, "public")
_LINE = re.compile(rf"^[ ]{{0,3}}{_KEY}[ \t]*:[ \t]*(?P<value>.*)", re.MULTILINE | re.IGNORECASE)
_HEADER = re.compile(r"(?:[ ]{0,3}[\w-]+:.*(?:\n|\Z))+")
"""Front matter without its lines of `---`, which MkDocs understands too."""


def is_marked_internal(parts: Parts | None, findings: Findings) -> bool:
    """Whether an ordinary page says that it is for the company alone; a near miss is a finding.

    Front matter belongs to the host and its plugins, so other words are none of our business.
    """
    if parts is None:
        return False
    if parts.keys is None:
        header = _HEADER.match(parts.body.text)
        return header is not None and _line_says_so(header[0])
    return _KEY in parts.keys.text and _keys_say_so(parts.keys, findings)


def _keys_say_so(keys: Source, findings: Findings) -> bool:
    node = compose(keys, Findings(findings.file))  # what else is wrong with it, the host says
    if not isinstance(node, Entries):
        return _line_says_so(keys.text)
    pair = node.get(_KEY)
    said = _scalars(pair.value) if pair else []
    for one in said:
        near = nearest(one.text, _KNOWN, count=1)
        if near and folded(one.text.strip()) not in _KNOWN:
            findings.add("JB146", one.span, f"no audience {quoted(one.text)}", f"did you mean '{near[0]}'?")
    return any(folded(one.text.strip()) == INTERNAL for one in said)


def _scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Items):
        return [one for one in node.items if isinstance(one, Scalar)]
    return [node] if isinstance(node, Scalar) else []


def _line_says_so(text: str) -> bool:
    """The same where the text is no YAML; rather once too often than once too seldom."""
    return any(INTERNAL in folded(found["value"]) for found in _LINE.finditer(text))
