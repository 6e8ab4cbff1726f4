"""Small portals as files, and what practice says about them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from journeybook.checks import Limits, practice_findings
from journeybook.model.diagnostics import Diagnostic
from journeybook.portal import assemble
from journeybook.reading import read_content

TODAY = Limits(date(2026, 11, 22))
"""The limits as they are unless told otherwise, on the reference day of the tests."""


class World:
    """A portal in a folder, to which a test adds what it is about."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, **files: str) -> World:
        """The same world with each of `files`, whose names say `__` for a slash: `journeys__claim`."""
        for name, text in files.items():
            path = self._folder / "content" / f"{name.replace('__', '/')}{'.md' if text[:3] == '---' else '.yml'}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return self

    def remove(self, *names: str) -> None:
        """Take files of `content/` away."""
        for name in names:
            (self._folder / "content" / name).unlink()

    def findings(self, code: str, limits: Limits = TODAY) -> list[Diagnostic]:
        """What practice finds under `code`, in file order; nothing else may be wrong with the world."""
        portal = assemble(read_content(self._folder, "content", ()))
        assert not portal.diagnostics, [str(one) for one in portal.diagnostics]
        return [one for one in practice_findings(portal, limits) if one.code == code]

    def keys(self, code: str, limits: Limits = TODAY) -> list[str]:
        """What the findings under `code` are about."""
        return [one.key for one in self.findings(code, limits)]

    def marked(self, code: str, limits: Limits = TODAY) -> list[str]:
        """The text that each finding under `code` stands on, of one line; a whole record is its first line."""
        return [self._text(one) for one in self.findings(code, limits)]

    def _text(self, one: Diagnostic) -> str:
        line = (self._folder / one.file).read_text("utf-8").splitlines()[one.span.line - 1]
        last = one.span.end_column - 1 if one.span.end_line == one.span.line else None
        return line[one.span.column - 1 : last]
