"""The findings that a change is responsible for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from journeybook.history.revisions import RevisionError, changed_files, checked_out, merge_base
from journeybook.model import Entity
from journeybook.model.diagnostics import Diagnostic, Severity
from journeybook.portal import Portal, entities_in
from journeybook_cli.exits import Refusal
from journeybook_cli.opening import Opened
from journeybook_cli.outputs.fingerprints import identity


@dataclass(frozen=True, slots=True)
class Checked:
    """A portal, and what is wrong with it."""

    opened: Opened
    """The portal."""
    found: tuple[Diagnostic, ...]
    """Its findings, in file order."""


def of_the_change(now: Checked, revision: str, check: Callable[[Path], Checked]) -> tuple[Diagnostic, ...]:
    """Those of `now`'s findings that came, or stand on something touched, since the merge base with `revision`.

    `check` checks the portal of another folder in the same way. Refused if Git cannot tell.
    """
    root = now.opened.root
    try:
        base = merge_base(root, revision)
        touched = frozenset(changed_files(root, base))
        if not touched:
            return ()
        with checked_out(root, base) as folder:
            before = _checked(folder, check)
    except RevisionError as error:
        raise Refusal(str(error)) from error
    if before is None:
        return now.found
    change = _Change(touched, _entities(now.opened.whole), _entities(before.opened.whole))
    came = set(_came(now.found, before.found))
    return tuple(one for one in now.found if one in came or change.touches(one))


def _checked(folder: Path, check: Callable[[Path], Checked]) -> Checked | None:
    """The portal in `folder`; None if there was none yet."""
    try:
        return check(folder)
    except Refusal:
        return None


def _came(now: tuple[Diagnostic, ...], before: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """The findings that were not there before, or were less bad."""
    order = list(Severity)
    known = Counter((identity(one), one.severity) for one in before)
    for one in now:
        worse_or_same = order[order.index(one.severity) :]
        match = next((level for level in worse_or_same if known[identity(one), level]), None)
        if match is None:
            yield one
        else:
            known[identity(one), match] -= 1


@dataclass(frozen=True, slots=True)
class _Change:
    """What has been touched."""

    files: frozenset[str]
    """Files that differ."""
    now: Mapping[str, Entity]
    """Everything that has a spot key, by it."""
    before: Mapping[str, Entity]
    """The same at the merge base."""

    def touches(self, one: Diagnostic) -> bool:
        """Whether `one` is about something that was touched: what its key names, or else its file.

        A file may hold many entities, and a journey many steps: who mends one team need not hear of all.
        """
        entity = self.now.get(one.key)
        if entity is None:
            return one.file in self.files
        elsewhere = one.file != entity.place.file and one.file in self.files
        return elsewhere or entity != self.before.get(one.key)


def _entities(portal: Portal) -> dict[str, Entity]:
    return {str(key): one for whole in portal.content.entities for key, one in entities_in(whole)}
