"""Ids: those that are not written yet, and names that differ from an id in nothing but case."""

from __future__ import annotations

from journeybook.editing.change import Edit, replacing
from journeybook.editing.fixing.fixer import Fixer
from journeybook.editing.portal_files import PortalFiles
from journeybook.editing.records import with_keys
from journeybook.editing.scalars import in_place_of, plain
from journeybook.model import ids
from journeybook.model.diagnostics import Diagnostic
from journeybook.model.keys import SpotKey


def _unwritten(finding: Diagnostic, files: PortalFiles) -> list[Edit]:
    """The id that the title gives today, written down."""
    key = SpotKey.parse(finding.key)
    entity = files.portal.entity(key)
    return with_keys(entity, files.source(finding.file), {"id": plain(key.id)})


def _other_case(finding: Diagnostic, files: PortalFiles) -> list[Edit]:
    """The id that a reference means, where only one is the same without regard to case."""
    source = files.source(finding.file)
    written = source.of(finding.span)
    text = ids.normal(written.strip("'\""))
    journey, slash, own = text.rpartition("/")
    known = {key.id for key in files.portal.directory.by_key if ids.folded(key.id) == ids.folded(own)}
    if len(known) != 1 or known == {own} or "\n" in written:
        return []
    return [replacing(source, finding.span, in_place_of(written, f"{journey}{slash}{known.pop()}"))]


FIXERS: dict[str, Fixer] = {"JB203": _other_case, "JB401": _unwritten}
"""The codes of this family."""
