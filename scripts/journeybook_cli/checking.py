"""One run of `check`: what is found, and what of it is not told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journeybook.model.diagnostics import Diagnostic, Severity, in_file_order
from journeybook.model.places import Span
from journeybook.model.portal_files import BASELINE_FILE
from journeybook.model.text import Audience
from journeybook.reading import read_options
from journeybook.reading.garbage import all_of_it_stays
from journeybook.reading.kept import CACHE, Kept
from journeybook_cli.check_inputs import stamp_of
from journeybook_cli.exits import Refusal

if TYPE_CHECKING:
    from journeybook.checks import Baseline
    from journeybook_cli.opening import Opened

KEPT_IN = f"{CACHE}/checks"
"""Where a portal keeps what was found, from its root folder."""
_MOST_KEPT = 8
_FORM = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be checked."""

    root: Path
    """The portal's folder."""
    today: date
    """The reference day."""
    audience: Audience | None = None
    """For whom, if not for whom the options say."""
    baseline: Path | None = None
    """The file of known findings, if not the portal's own."""
    with_baseline: bool = True
    """Whether known findings are left out."""
    may_remember: bool = True
    """Whether what was found before may be told again where nothing has changed."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found."""

    found: tuple[Diagnostic, ...]
    """In file order."""
    files: int
    """How many files were read."""
    exempt: int = 0
    """How many findings exemptions hide."""
    known: int = 0
    """How many findings are not told because they are known."""
    baseline: str = ""
    """The file that knows them."""
    remembered: bool = field(default=False, compare=False)
    """Whether nothing was read anew."""


def checked(wanted: Wanted) -> Checked:
    """What is wrong with a portal; where nothing has changed since the last time, without reading it again."""
    before = _stamp(wanted)
    kept = Kept(wanted.root / KEPT_IN, ".json", _MOST_KEPT)
    if before and (text := kept.get(before)):
        return _from_text(text)
    from journeybook_cli.opening import open_portal

    found = _check(wanted, open_portal(wanted.root, wanted.audience, may_remember=wanted.may_remember))
    if before and before == _stamp(wanted):  # a file that changed meanwhile may have been read before or after
        kept.put(before, _as_text(found))
        kept.prune()
    return found


def changed(wanted: Wanted, revision: str) -> Checked:
    """Those findings that a change since `revision` is responsible for; known ones are none of them."""
    from journeybook_cli import since
    from journeybook_cli.opening import open_portal

    def both(folder: Path) -> since.Checked:
        opened = open_portal(folder, wanted.audience, may_remember=False)
        return since.Checked(opened, _check(replace(wanted, root=folder), opened).found)

    opened = open_portal(wanted.root, wanted.audience, may_remember=wanted.may_remember)
    now = _check(wanted, opened)
    return replace(now, found=since.of_the_change(since.Checked(opened, now.found), revision, both))


def _stamp(wanted: Wanted) -> str | None:
    if not wanted.may_remember:
        return None
    options, _ = read_options(wanted.root)
    mkdocs = [name for name in ("mkdocs.yml", "mkdocs.yaml") if (wanted.root / name).exists()]
    others = (_FORM, wanted.root, wanted.today, wanted.audience, wanted.baseline, wanted.with_baseline, mkdocs)
    return stamp_of(wanted.root, options.content, *others, files=(_baseline_file(wanted),))


def _baseline_file(wanted: Wanted) -> Path:
    return wanted.baseline.absolute() if wanted.baseline else Path(BASELINE_FILE)


def _check(wanted: Wanted, opened: Opened) -> Checked:
    from journeybook.checks import NO_BASELINE, advice, read_baseline

    if wanted.baseline and wanted.with_baseline and not wanted.baseline.exists():
        hint = "`--write-baseline` writes one"
        raise Refusal(f"there is no baseline {wanted.baseline}; {hint}")
    baseline, wrong = read_baseline(opened.root, wanted.baseline) if wanted.with_baseline else (NO_BASELINE, ())
    with all_of_it_stays():
        told = advice(opened.whole, opened.options, wanted.today, baseline)
    found = in_file_order([*opened.diagnostics, *wrong, *told.found])
    return Checked(found, opened.files, told.exempt, told.known, baseline.name)


def write_baseline(wanted: Wanted) -> tuple[Path, Baseline]:
    """Write all that good practice says now into the baseline; refused where not everything could be read."""
    from journeybook.checks import advice, baseline_of
    from journeybook.checks.baseline_file import text_of
    from journeybook_cli.opening import open_portal

    opened = open_portal(wanted.root, wanted.audience)
    if not opened.is_whole:
        raise Refusal(
            "some files cannot be read, so that nobody knows what is in them; mend what `check` says first"
        )
    told = advice(opened.whole, opened.options, wanted.today)
    path = wanted.root / _baseline_file(wanted)
    baseline = baseline_of(opened.whole, told.found, path.name)
    try:
        path.write_text(text_of(baseline), encoding="utf-8", newline="\n")
    except OSError as error:
        raise Refusal(f"the baseline cannot be written to {path}: {error.strerror}") from error
    return path, baseline


def _as_text(found: Checked) -> str:
    values = {name: value for name, value in asdict(found).items() if name not in {"found", "remembered"}}
    return json.dumps({**values, "found": [_values(one) for one in found.found]}, ensure_ascii=False)


def _values(one: Diagnostic) -> list[Any]:
    span = one.span
    numbers = (span.line, span.column, span.end_line, span.end_column)
    return [one.code, one.message, one.file, numbers, one.hint, one.key, str(one.severity)]


def _from_text(text: str) -> Checked:
    values: dict[str, Any] = json.loads(text)
    return replace(Checked((), 0), **{**values, "found": tuple(_diagnostics(values["found"])), "remembered": True})


def _diagnostics(listed: Iterable[list[Any]]) -> Iterable[Diagnostic]:
    for code, message, file, numbers, hint, key, severity in listed:
        yield Diagnostic(code, message, file, Span(*numbers), hint, key, Severity(severity))
