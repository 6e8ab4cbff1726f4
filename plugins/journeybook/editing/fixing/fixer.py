"""What mends one finding."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from journeybook.editing.change import Edit
from journeybook.editing.portal_files import PortalFiles
from journeybook.model.diagnostics import Diagnostic

Fixer: TypeAlias = Callable[[Diagnostic, PortalFiles], list[Edit]]
"""The edits that mend a finding; none where it has more than one right answer. Each is tried before it counts."""
