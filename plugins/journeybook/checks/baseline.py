"""The baseline of a portal: findings that were known when it was written, and are not told again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Any, cast

from journeybook.model import Entity
from journeybook.model.diagnostics import Diagnostic
from journeybook.model.keys import SpotKey
from journeybook.model.rule_weights import OF_EXEMPTIONS, PRACTICE
from journeybook.portal import Portal
from journeybook.reading.schema import Form, shape_of

_HOLDS_RECORDS = frozenset({Form.RECORD, Form.BY_NAME})


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding by what stays the same when lines move and messages are worded anew."""

    key: str
    """The spot key of what it is about; its file where it has none."""
    code: str
    """Its code."""
    at: str = ""
    """The key of the thing at which it stands; empty where it is about the thing as a whole."""
    value: str = ""
    """Stands for what was written there: eight hexadecimal digits; empty where that holds things of its own."""


@dataclass(frozen=True)
class Baseline:
    """Findings that are known."""

    name: str
    """The file it was read from, as findings name it; empty if there is none."""
    known: tuple[Known, ...]
    """Each as often as it occurs, in order."""

    @cached_property
    def counted(self) -> Counter[Known]:
        """How often each occurs."""
        return Counter(self.known)


NO_BASELINE = Baseline("", ())
"""That of a portal without one."""


def can_be_known(finding: Diagnostic) -> bool:
    """Whether a baseline may hold `finding`: practice, but not what is found about exemptions and baselines."""
    return finding.code in PRACTICE and finding.code not in OF_EXEMPTIONS


def baseline_of(portal: Portal, found: Iterable[Diagnostic], name: str) -> Baseline:
    """The baseline that knows everything in `found` that one may know."""
    return Baseline(name, tuple(sorted(known_as(portal, one) for one in found if can_be_known(one))))


def current(portal: Portal, baseline: Baseline) -> Counter[Known]:
    """What `baseline` knows, under the names that things have now."""
    found = Counter[Known]()
    for one, count in baseline.counted.items():
        key = portal.directory.find(spot) if (spot := _spot(one.key)) else None
        found[Known(str(key or one.key), one.code, one.at, one.value)] += count
    return found


def known_as(portal: Portal, finding: Diagnostic) -> Known:
    """What stays the same of `finding`."""
    spot = _spot(finding.key)
    entity = portal.directory.by_key.get(spot) if spot else None
    if entity is None or entity.place.file != finding.file:
        return Known(finding.key or finding.file, finding.code)
    name = _field_at(finding, entity)
    return Known(finding.key, finding.code, name, _value(entity, name) if name else "")


def _spot(key: str) -> SpotKey | None:
    try:
        return SpotKey.parse(key)
    except ValueError:
        return None


def _field_at(finding: Diagnostic, entity: Entity) -> str:
    """The key of `entity` at which `finding` stands; empty if it stands where the entity begins, or at none."""
    start = (finding.span.line, finding.span.column)
    if start == (entity.place.span.line, entity.place.span.column):
        return ""
    for name, written in entity.place.keys.items():
        first, last = written.key, written.value
        if (first.line, first.column) <= start < (last.end_line, last.end_column):
            return name
    return ""


def _value(entity: Entity, name: str) -> str:
    """What `entity` has under `name`, in a few characters that change when it does."""
    shape = next((one for one in shape_of(entity.__class__).fields if one.name == name), None)
    if shape is not None and shape.form in _HOLDS_RECORDS:
        return ""
    value = getattr(entity, name) if shape else entity.extra.get(name)
    text = json.dumps(_plain(value), sort_keys=True, default=str)
    return sha256(text.encode()).hexdigest()[:8]


def _plain(value: Any) -> Any:
    return dict(cast("Mapping[str, Any]", value)) if isinstance(value, Mapping) else value
