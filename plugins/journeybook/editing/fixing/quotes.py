"""Quotes that are missing or too many, and the space behind a colon."""

from __future__ import annotations

import re

from journeybook.editing.change import Edit, inserting, replacing
from journeybook.editing.fixing.fixer import Fixer
from journeybook.editing.portal_files import PortalFiles
from journeybook.editing.scalars import single_quoted
from journeybook.model.diagnostics import Diagnostic
from journeybook.reading.figures import is_plain_number

_KEY = re.compile(r"\s*(?:- +)?[\w-]+: +")
_WORD = re.compile(r"[\w-]+:(?=[^\s/])")
_NEVER_PLAIN = frozenset("@`%")


def _misread(finding: Diagnostic, files: PortalFiles) -> list[Edit]:
    """Quotes around what YAML takes for a number, a day or a truth value."""
    source = files.source(finding.file)
    written = source.of(finding.span)
    if not written or "\n" in written or written[0] in "'\"&!*":
        return []
    return [replacing(source, finding.span, single_quoted(written))]


def _number_in_quotes(finding: Diagnostic, files: PortalFiles) -> list[Edit]:
    """A number without the quotes that make a text of it."""
    source = files.source(finding.file)
    written = source.of(finding.span)
    bare = written[1:-1].strip()
    if written[:1] not in {"'", '"'} or written[:1] != written[-1:] or not is_plain_number(bare):
        return []
    return [replacing(source, finding.span, bare)]


def _text_without_quotes(finding: Diagnostic, files: PortalFiles) -> list[Edit]:
    """Quotes around a text that fills the rest of its line behind a key."""
    source, span = files.source(finding.file), finding.span
    before, text = source.line(span.line)[: span.column - 1], source.of(span).rstrip()
    if not _KEY.fullmatch(before) or span.line != span.end_line or "'" in text[:1] or '"' in text[:1]:
        return []
    if finding.code == "JB124" and text[:1] not in _NEVER_PLAIN:
        return []
    return [replacing(source, span, single_quoted(text))]


def _missing_space(finding: Diagnostic, files: PortalFiles) -> list[Edit]:
    """The space behind the colon of `title:Claim`."""
    source = files.source(finding.file)
    start = source.start(finding.span)
    found = _WORD.match(source.text, start)
    return [inserting(source, found.end(), " ")] if found else []


FIXERS: dict[str, Fixer] = {
    "JB122": _missing_space,
    "JB123": _text_without_quotes,
    "JB124": _text_without_quotes,
    "JB142": _misread,
    "JB143": _number_in_quotes,
}
"""The codes of this family."""
