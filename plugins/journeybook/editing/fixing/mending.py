"""Findings mended together: each fix is tried on its own, and only those that leave less to mend are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from journeybook.editing.change import Change, Edit, EditingError
from journeybook.editing.fixing.fixer import Fixer
from journeybook.editing.portal_files import PortalFiles
from journeybook.model.diagnostics import Diagnostic
from journeybook.portal import Portal

Findings = Callable[[Portal], Iterable[Diagnostic]]
"""What is wrong with a portal, as the check has it."""

_PASSES = 20
"""A file that could not be read shows more once it can; nobody has that many in a row."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What can be mended."""

    after: PortalFiles
    """The files with all of it mended."""
    findings: tuple[Diagnostic, ...]
    """What was mended, with places as they were in the pass that did it."""


def mended(files: PortalFiles, findings_of: Findings, fixers: Mapping[str, Fixer]) -> Mended:
    """`files` with everything mended that `fixers` can mend of what `findings_of` finds."""
    done: list[Diagnostic] = []
    for _ in range(_PASSES):
        one_pass = _Pass(files, findings_of, fixers)
        done += one_pass.take()
        if not one_pass.edits:
            break
        files = files.after(Change(tuple(one_pass.edits)))
    return Mended(files, tuple(done))


class _Pass:
    """One pass over the findings: its edits are all made at once."""

    def __init__(self, files: PortalFiles, findings_of: Findings, fixers: Mapping[str, Fixer]) -> None:
        self.files, self.findings_of, self.fixers = files, findings_of, fixers
        self.found = [*findings_of(files.portal)]
        self.edits: list[Edit] = []

    def take(self) -> list[Diagnostic]:
        """The findings that are mended; `edits` mend them."""
        mendable = [one for one in self.found if one.code in self.fixers and one.file in self.files.texts]
        by_reading = [one for one in mendable if one in self.files.contents[one.file].diagnostics]
        behind = [one for one in mendable if one not in by_reading]
        done = [one for one in by_reading if self._takes([one], self._helps_reading)]
        if behind and self._takes(behind, self._helps):
            return [*done, *behind]
        # Trying one after the other takes its time: each time the whole portal is put together.
        return [*done, *(one for one in behind if self._takes([one], self._helps))]

    def _takes(self, findings: list[Diagnostic], helps: Callable[[list[Diagnostic], list[Edit]], bool]) -> bool:
        """Whether fixes of all of `findings` are among the edits now."""
        try:
            fixes = [self.fixers[one.code](one, self.files) for one in findings]
            edits = [edit for fix in fixes for edit in fix]
            if not all(fixes) or not helps(findings, edits):
                return False
            self.files.after(Change((*self.edits, *edits)))
        except EditingError:
            return False
        self.edits += edits
        return True

    def _helps_reading(self, findings: list[Diagnostic], edits: list[Edit]) -> bool:
        """Whether the file can be read better: only one that could not be read may show more afterwards."""
        (finding,) = findings
        content = self.files.contents[finding.file]
        now = self.files.after(Change(tuple(edits))).contents[finding.file]
        return _is_less(findings, content.diagnostics, now.diagnostics, strict=bool(content.entities))

    def _helps(self, findings: list[Diagnostic], edits: list[Edit]) -> bool:
        after = self.files.after(Change(tuple(edits)))
        return _is_less(findings, self.found, self.findings_of(after.portal), strict=True)


def _is_less(
    mended: Iterable[Diagnostic], before: Iterable[Diagnostic], after: Iterable[Diagnostic], *, strict: bool
) -> bool:
    """Whether `after` lacks as many findings as were `mended`, and, if it is `strict`, has no others."""
    was, now = Counter(one.code for one in before), Counter(one.code for one in after)
    wanted = Counter(one.code for one in mended)
    gone = all(now[code] <= was[code] - number for code, number in wanted.items())
    return gone and not (strict and any(now[code] > was[code] for code in now))
