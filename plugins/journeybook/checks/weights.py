"""How much a rule weighs in a file, by what `journeybook.yml` says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from journeybook.model import ids
from journeybook.model.diagnostics import Diagnostic, Severity, at
from journeybook.model.rule_weights import Checks, FolderRules, Profile, Weight
from journeybook.reading.content import Content

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_IN_PROFILE: Mapping[Profile, Mapping[Severity, Weight]] = {
    "starter": {Severity.INFO: "off", Severity.WARNING: "info", Severity.ERROR: "error"},
    "standard": {Severity.INFO: "info", Severity.WARNING: "warning", Severity.ERROR: "error"},
    "strict": {Severity.INFO: "info", Severity.WARNING: "error", Severity.ERROR: "error"},
}
"""What becomes of a rule's own severity."""

_GUESSES = frozenset({"JB431", "JB441", "JB456"})
"""Rules that conclude from words what they mean, and may be wrong: no profile makes errors of them."""
_BETRAYS_SOMEBODY = frozenset({"JB455", "JB456"})
"""Rules that keep customers from being recognised, which a portal that begins owes them as well."""


@dataclass(frozen=True)
class Weights:
    """What a portal's options make of each finding."""

    checks: Checks
    """What `journeybook.yml` says."""
    folder: str
    """The content folder, below which paths begin."""

    def of(self, finding: Diagnostic) -> Weight:
        """The weight of `finding`: by the last folder that names its rule, by its rule, by the profile."""
        path = finding.file.removeprefix(f"{self.folder}/")
        for rules, files in self._folders:
            if finding.code in rules and files.match_file(path):
                return rules[finding.code]
        return self.checks.rules.get(finding.code) or self._by_profile(finding)

    def _by_profile(self, finding: Diagnostic) -> Weight:
        left_as_it_is = {"starter": _BETRAYS_SOMEBODY, "standard": frozenset[str](), "strict": _GUESSES}
        profile = self.checks.profile
        if finding.code in left_as_it_is[profile]:
            profile = "standard"
        return _IN_PROFILE[profile][finding.severity]

    @cached_property
    def _folders(self) -> tuple[tuple[Mapping[str, Weight], GitIgnoreSpec], ...]:
        """The rules of each folder with the files they hold for, the last one first."""
        return tuple((one.rules, _files(one)) for one in reversed(self.checks.folders))


def idle_folders(checks: Checks, content: Content) -> Iterator[Diagnostic]:
    """Findings about folders of `checks` in which no file lies."""
    if not checks.folders:
        return
    paths = sorted({*(one.path for one in content.files), *content.pages})
    above = sorted({path.rpartition("/")[0] for path in paths} - {""})
    for one in checks.folders:
        if not any(_files(one).match_file(path) for path in paths):
            near = ids.nearest(one.in_.rpartition("/")[0] or one.in_, above, 1)
            hint = f"did you mean '{near[0]}/**'?" if near else ""
            message = f"no file of '{content.folder}' lies on the path '{one.in_}'"
            yield at(one.place, one.place.of("in_"), "JB354", message, hint=hint)


def _files(folder: FolderRules) -> GitIgnoreSpec:
    """The files of `folder`, from the content folder on: a name without a folder is one at its top."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([f"/{folder.in_}"])
