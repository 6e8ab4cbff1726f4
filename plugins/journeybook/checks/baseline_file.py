"""A baseline as a file: one finding a line, sorted, so that a review sees what has come and gone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

from journeybook.checks.baseline import NO_BASELINE, Baseline, Known
from journeybook.model.diagnostics import Diagnostic
from journeybook.model.places import Span
from journeybook.model.portal_files import BASELINE_FILE
from journeybook.reading.files import load_text
from journeybook.reading.findings import Findings

_FORMAT = 1
_AGAIN = "write it anew: `journeybook check --write-baseline`"


def text_of(baseline: Baseline) -> str:
    """`baseline` as its file holds it."""
    lines = ",\n".join(f"    {json.dumps(_entry(one), ensure_ascii=False)}" for one in baseline.known)
    inside = f"\n{lines}\n  " if lines else ""
    return f'{{\n  "format": {_FORMAT},\n  "findings": [{inside}]\n}}\n'


def _entry(one: Known) -> dict[str, str]:
    every = {"key": one.key, "code": one.code, "at": one.at, "value": one.value}
    return {name: text for name, text in every.items() if text}


def read_baseline(root: Path, path: Path | None = None) -> tuple[Baseline, tuple[Diagnostic, ...]]:
    """The baseline in `path`, else in the portal's own file of `root` if it has one, and what is wrong with it."""
    file = path or root / BASELINE_FILE
    if path is None and not file.exists() and not file.is_symlink():
        return NO_BASELINE, ()
    name = file.name
    if file.resolve().is_relative_to(root.resolve()):
        name = file.resolve().relative_to(root.resolve()).as_posix()
    text, finding = load_text(file, name)
    if text is None:
        return NO_BASELINE, (finding,) if finding else ()
    return baseline_in(text, name)


def baseline_in(text: str, name: str) -> tuple[Baseline, tuple[Diagnostic, ...]]:
    """The baseline in `text` of the file `name`, and what is wrong with it; nothing is known of a wrong one."""
    findings = Findings(name)
    try:
        held: Any = json.loads(text)
    except json.JSONDecodeError as error:
        span = Span(error.lineno, error.colno, error.lineno, error.colno + 1)
        findings.add("JB361", span, f"the baseline cannot be read: {error.msg}", _AGAIN)
        return NO_BASELINE, findings.in_order()
    except RecursionError:
        findings.add("JB361", Span(), "the baseline cannot be read: it is nested too deeply", _AGAIN)
        return NO_BASELINE, findings.in_order()
    form = cast("dict[str, Any]", held).get("format") if isinstance(held, dict) else None
    if isinstance(form, int) and form > _FORMAT:
        message = f"the baseline has format {form}, and this Journeybook knows formats up to {_FORMAT}"
        findings.add("JB362", Span(), message, "update Journeybook")
        return NO_BASELINE, findings.in_order()
    known = _known(held)
    if known is None or form != _FORMAT:
        findings.add("JB361", Span(), "the baseline does not hold what it should", _AGAIN)
        return NO_BASELINE, findings.in_order()
    return Baseline(name, tuple(sorted(known))), ()


def _known(held: Any) -> list[Known] | None:
    """The entries of a baseline; None if it is none."""
    listed: Any = cast("dict[str, Any]", held).get("findings") if isinstance(held, dict) else None
    if not isinstance(listed, list):
        return None
    found = list[Known]()
    for one in cast("list[dict[str, Any]]", listed):
        try:
            known = Known(**one)
        except TypeError:
            return None
        if {type(part) for part in (known.key, known.code, known.at, known.value)} != {str}:
            return None
        found.append(known)
    return found
