"""`internal:` in `journeybook.yml`: keys and kinds that no public build holds."""

from __future__ import annotations

from functools import cache

from journeybook.model import RECORDS
from journeybook.model.kinds import DEFINED_IN_FILES
from journeybook.model.portal_options import PortalOptions
from journeybook.reading.findings import Findings
from journeybook.reading.schema import FieldShape, shape_of
from journeybook.reading.wording import did_you_mean

EVERY_OWN_KEY = "x-*"
"""Stands for all of the author's own keys."""

_NEVER = frozenset({"id", "title", "alias", "aliases", "lang", "audience", "state"})
"""Keys without which a thing cannot be shown or found, or would seem to be something else."""


@cache
def internal_names() -> frozenset[str]:
    """What `internal:` may name besides own keys: every key of every kind, and the folders of kinds."""
    keys = {key for record in RECORDS.values() for key in shape_of(record).by_key}
    return frozenset((keys - _NEVER) | {kind.folder for kind in DEFINED_IN_FILES})


def known_internal(options: PortalOptions, findings: Findings) -> tuple[str, ...]:
    """What `internal:` names and there is; findings say what is wrong with the rest."""
    known: list[str] = []
    for number, name in enumerate(options.internal):
        if name in internal_names() or (name.startswith("x-") and len(name) > len("x-")):
            known.append(name)
            continue
        why = "stands on every page that is left" if name in _NEVER else "is no key and no kind"
        hint = did_you_mean(name, internal_names(), "write keys such as backstage, metrics or x-cost")
        findings.add("JB308", options.place.of("internal", number), f"'{name}' {why}", hint)
    return tuple(known)


def is_internal_field(field: FieldShape, internal: tuple[str, ...]) -> bool:
    """Whether `internal` names the field, in the plural or singular."""
    return field.spelled in internal or bool(field.singular and field.singular in internal)
