"""Words of a closed list in another spelling, and days that can mean one day only."""

from __future__ import annotations

import re

from journeybook.editing.change import Edit, replacing
from journeybook.editing.fixing.fixer import Fixer
from journeybook.editing.portal_files import PortalFiles
from journeybook.editing.scalars import in_place_of
from journeybook.model.diagnostics import Diagnostic
from journeybook.reading.days import certain_day


def _spelled(finding: Diagnostic, files: PortalFiles) -> list[Edit]:
    """`in-review` for `In Review`."""
    source = files.source(finding.file)
    written = source.of(finding.span)
    word = re.sub(r"[\s_-]+", "-", written.strip("'\"").strip().lower())
    return [replacing(source, finding.span, in_place_of(written, word))]


def _key(finding: Diagnostic, files: PortalFiles) -> list[Edit]:
    """`review_every` for `Review-every`."""
    source = files.source(finding.file)
    written = source.of(finding.span)
    word = re.sub(r"[\s-]+", "_", written.strip("'\"").strip().lower())
    return [replacing(source, finding.span, word)]


def _day(finding: Diagnostic, files: PortalFiles) -> list[Edit]:
    """`2026-09-14` for `14.9.2026`."""
    source = files.source(finding.file)
    written = source.of(finding.span)
    day = certain_day(written.strip("'\""))
    if day is None:
        return []
    new = in_place_of(written, day.isoformat()) if written[:1] in {"'", '"'} else day.isoformat()
    return [replacing(source, finding.span, new)]


FIXERS: dict[str, Fixer] = {"JB140": _key, "JB146": _spelled, "JB147": _day, "JB153": _spelled}
"""The codes of this family."""
