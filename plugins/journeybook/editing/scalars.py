"""New values in YAML, quoted like the ones they replace."""

from __future__ import annotations

import re
import unicodedata

from journeybook.reading.yaml_tags import resolved_tag

_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*\s+)*")
_FLOW = re.compile(r"[,\[\]{}]")


def in_place_of(written: str, new: str) -> str:
    """The id `new` as it stands in place of the scalar `written`: its anchor and its quotes stay."""
    before = _PROPERTIES.match(written)
    kept = before[0] if before else ""
    quote = written[len(kept) : len(kept) + 1]
    if quote == '"':
        return kept + double_quoted(new)
    return kept + (single_quoted(new) if quote == "'" else plain(new))


def plain(text: str) -> str:
    """The id or reference `text`, without quotes where YAML takes it for a text."""
    safe = all(character in "-/_" or unicodedata.category(character)[0] in "LNM" for character in text)
    is_text = safe and text[:1] not in "-/" and resolved_tag(text) == "str"
    return text if is_text else single_quoted(text)


def single_quoted(text: str) -> str:
    """`text` in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """`text`, which stands on one line, in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def in_flow(written: str) -> str:
    """The scalar `written`, which stands on one line of a block, as it can stand between brackets."""
    if written[:1] in {"'", '"'} or not (_FLOW.search(written) or "#" in written):
        return written
    return single_quoted(written)
