"""Format 1: the portal says which format it has."""

from __future__ import annotations

import re

from journeybook.model.portal_files import OPTIONS_FILE
from journeybook.reading.upgrades.step import Files, UpgradeStep

_LINE = "format: 1"
_BEFORE_KEYS = re.compile(
    r"\ufeff?(?:%[^\n]*\n)*(?:---[ \t]*(?:#[^\n]*)?\r?\n)?(?:(?:[ \t]*#[^\n]*\n)+(?:[ \t]*\r?\n)+)?"
)
"""What stays at the top: the mark of a document, and a comment that an empty line sets apart."""


def _with_format(files: Files) -> Files:
    text = files.get(OPTIONS_FILE, "")
    end = "\r\n" if "\r\n" in text else "\n"
    start = _BEFORE_KEYS.match(text)
    at = start.end() if start else 0
    return {OPTIONS_FILE: f"{text[:at]}{_LINE}{end}{text[at:]}"}


STEP = UpgradeStep(to=1, title="write the format into journeybook.yml", change=_with_format)
