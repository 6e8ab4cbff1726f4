"""A changed portal read again, and held against what was intended, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from typing import Any

from journeybook.editing.change import Change, EditingError
from journeybook.editing.meaning import Meaning, Rename, meaning_of, unchanged
from journeybook.editing.portal_files import PortalFiles
from journeybook.model.diagnostics import Diagnostic


def verified(
    files: PortalFiles,
    change: Change,
    rename: Rename = unchanged,
    paths: Mapping[str, str] | None = None,
    instead: Mapping[str, Mapping[str, Any]] | None = None,
    but: Set[str] = frozenset(),
) -> PortalFiles:
    """The files after `change`; EditingError if they say anything else than before.

    Names are as `rename` and `paths` have it; of what stands in `instead` the fields there are as they shall be,
    and what stands in `but` may say something else.
    """
    after = files.after(change)
    if found := new_findings(files, after):
        raise EditingError(f"nothing is written, for afterwards there would be this: {found[0]}")
    intended, said = dict(meaning_of(files, rename, paths)), meaning_of(after)
    for name, values in (instead or {}).items():
        intended[name] = {**intended[name], **values}
    if wrong := different(intended, said, but):
        raise EditingError(
            f"nothing is written, for '{wrong}' would not say the same afterwards; "
            "it is written in a way that this command does not know, so change it by hand"
        )
    return after


def new_findings(before: PortalFiles, after: PortalFiles) -> list[Diagnostic]:
    """What is wrong in `after` and was not in `before`, judged by the number of findings of each code."""
    more = Counter(one.code for one in after.portal.diagnostics)
    more.subtract(one.code for one in before.portal.diagnostics)
    return [one for one in after.portal.diagnostics if more[one.code] > 0]


def different(intended: Meaning, said: Meaning, but: Set[str] = frozenset()) -> str:
    """The name of the first thing that is not said as intended; empty if there is none."""
    names = sorted(name for name in intended.keys() | said.keys() if name not in but)
    return next((name for name in names if intended.get(name) != said.get(name)), "")
