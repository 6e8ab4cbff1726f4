"""Files and fences that should hold keys with values, and do not."""

from __future__ import annotations

import re
from typing import Any

from journeybook.model.kinds import LISTED_IN_ONE_FILE, Kind
from journeybook.model.places import Span
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Entries, Items, Scalar
from journeybook.reading.schema import FieldShape, Form, shape_of
from journeybook.reading.yaml_traps import quoted, report_missing_space

_WORD = re.compile(r"([A-Za-z_-]+):(\S.*)", re.DOTALL)


def report_no_mapping(node: Scalar | Items, findings: Findings, *, is_list: bool = False) -> None:
    """Report a file that is no mapping; `is_list` says that it should map ids to keys."""
    if findings.within(node.span):
        return
    if isinstance(node, Items):
        if is_list:
            hint = "write each as `id:` with its keys indented below it"
        else:
            hint = "write `key: value` without a dash in front"
        findings.add("JB134", node.span, "a list of items stands here, and keys with values should", hint)
    elif node.is_nothing:
        findings.add("JB134", Span(), "this file is empty", "write at least `title: …`")
    elif found := _WORD.fullmatch(node.text):
        report_missing_space(found[1], found[2], node.span, findings)
    else:
        message = f"{quoted(node.text)} is one text, and keys with values should stand here"
        findings.add("JB134", node.span, message, "write `key: value`")


def maps_ids(node: Entries, record: type[Any]) -> bool:
    """Whether `node`, which should describe one `record`, maps ids to the keys of several."""
    known = shape_of(record).by_key
    return bool(node.pairs) and all(
        isinstance(pair.value, Entries) and not pair.key.startswith("x-") and not _takes_keys(known.get(pair.key))
        for pair in node.pairs
    )


def _takes_keys(field: FieldShape | None) -> bool:
    """Whether a value of `field` may be a mapping."""
    if field is None:
        return False
    is_inline = field.reference is not None and field.reference.kind is Kind.TOUCHPOINT
    return field.record is not None or field.form in {Form.PER_PERSONA, Form.BY_RULE} or is_inline


def report_misplaced_list(node: Entries, kind: Kind, findings: Findings) -> None:
    """Report a file of many entities in a place where each has a file of its own."""
    first = f"{kind.folder}/{node.pairs[0].key}.yml and so on"
    where = f"{kind.folder}.yml, beside the folder" if kind in LISTED_IN_ONE_FILE else first
    message = f"this file describes several things, and here each {kind} has a file of its own"
    findings.add("JB134", Span(), message, f"move them to {where}")
