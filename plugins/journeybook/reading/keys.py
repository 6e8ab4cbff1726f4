"""Keys that a record does not have, and which one was meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from journeybook.model import RECORDS
from journeybook.model.codes import CODES
from journeybook.model.rule_weights import Exemption
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Pair
from journeybook.reading.schema import shape_of
from journeybook.reading.wording import a, did_you_mean, one_of, thing

_SAME: dict[str, str] = {
    "actions": "does",
    "action": "does",
    "actor": "persona",
    "actors": "personas",
    "avatar": "photo",
    "description": "summary",
    "emotion": "feels",
    "emotions": "feels",
    "feeling": "feels",
    "feelings": "feels",
    "name": "title",
    "label": "title",
    "phases": "stages",
    "phase": "stage",
    "problems": "pains",
    "rating": "score",
    "sentiment": "score",
    "text": "narrative",
    "thinking": "thinks",
    "thoughts": "thinks",
    "href": "url",
    "path": "src",
}
"""Other tools' words for keys of ours."""


def report_unknown(record: type[Any], unknown: Iterable[Pair], findings: Findings) -> None:
    """Report keys that `record` does not have."""
    for pair in unknown:
        if findings.is_full:
            return
        message = f"{a(thing(record))} has no key '{pair.key}'"
        findings.add("JB140", pair.key_span, message, _meant(record, pair.key))


def _meant(record: type[Any], wrong: str) -> str:
    known = shape_of(record).by_key
    if record is Exemption and wrong in CODES:
        return f"write `ignore: {wrong}`"
    spelled = wrong.strip().lower().replace("-", "_").replace(" ", "_")
    same = spelled if spelled in known else _SAME.get(spelled, "")
    if same in known:
        return f"did you mean '{same}'?"
    if near := did_you_mean(wrong, known):
        return near
    owners = [thing(other) for other in RECORDS.values() if spelled in shape_of(other).by_key]
    if owners:
        return f"it is a key of {one_of(a(owner) for owner in owners[:4])}"
    if shape_of(record).has_extra:
        return f"keys of your own begin with x-: `x-{wrong}`"
    return f"it may hold {one_of(shape.spelled for shape in shape_of(record).fields)}"
