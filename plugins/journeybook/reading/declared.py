"""`entity:` in a file: what the file is, whatever its folder says."""

from __future__ import annotations

import re

from journeybook.model.kinds import DEFINED_IN_FILES, Kind
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Entries, Scalar
from journeybook.reading.sources import Source
from journeybook.reading.wording import did_you_mean, one_of
from journeybook.reading.yaml_traps import quoted

PAGE = "page"
"""The word for an ordinary page."""

_ENTITY = re.compile(r"^entity[ \t]*:", re.MULTILINE)


def may_declare(source: Source | None) -> bool:
    """Whether `source` seems to say what its file is."""
    return source is not None and _ENTITY.search(source.text) is not None


def take_declared(keys: Entries, findings: Findings, *, by_path: Kind | None, is_markdown: bool) -> Kind | None:
    """Take `entity` out of `keys`; the kind it names, `by_path` if it names none, None for an ordinary page."""
    pair = keys.get("entity")
    if pair is None:
        return by_path
    keys.pairs.remove(pair)
    text = pair.value.text.strip() if isinstance(pair.value, Scalar) else ""
    allowed = [*map(str, DEFINED_IN_FILES), *([PAGE] if is_markdown else [])]
    if text in allowed:
        return None if text == PAGE else Kind(text)
    hint = did_you_mean(text, allowed)
    message = f"no kind {quoted(text)} has files of its own"
    findings.add("JB112", pair.value.span, message, f"{hint} write one of {one_of(allowed)}".strip())
    return by_path
