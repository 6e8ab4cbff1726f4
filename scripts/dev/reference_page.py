"""Pages of the manual whose reference is written by a script, between two marks; `--check` asks if it is fresh."""

from __future__ import annotations

import sys
from pathlib import Path

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "manual"
_END = "<!-- /reference -->"


def write_or_check(page: str, script: str, reference: str) -> None:
    """Write `reference` into `page` of the manual, or with `--check` exit with a message if it is not in there."""
    path = MANUAL / page
    text = path.read_text("utf-8")
    fresh = _with_reference(text, f"<!-- reference: written by scripts/dev/{script} -->", reference)
    if "--check" not in sys.argv:
        path.write_text(fresh, "utf-8")
    elif fresh != text:
        sys.exit(f"{page} is not fresh; run scripts/dev/{script}")


def _with_reference(text: str, begin: str, reference: str) -> str:
    before, found, rest = text.partition(begin)
    _, ended, after = rest.partition(_END)
    if not found or not ended:
        sys.exit(f"the marks {begin!r} and {_END!r} are missing")
    return f"{before}{begin}\n{reference}{_END}{after}"
