"""How many findings good practice has, which a build tells in one line."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import journeybook
from journeybook.checks import Baseline, advice
from journeybook.model.portal_options import PortalOptions
from journeybook.portal import Portal
from journeybook.reading.kept import CACHE, Kept
from journeybook.reading.program import program_of

_MOST_KEPT = 8


def counted_advice(
    root: Path, state: str, whole: Portal, options: PortalOptions, as_of: date, baseline: Baseline
) -> int:
    """How many findings practice has about the portal `whole`; counted before where nothing has changed since.

    `state` stands for the files it was read from.
    """
    here = Path(journeybook.__file__).parent
    others = whole.others
    program = tuple(program_of([here / "checks", here / "portal"]))
    inputs = (state, options, others.by_name, sorted(others.unread), as_of, baseline, program)
    key = sha256(repr(inputs).encode("utf-8", "surrogatepass")).hexdigest()
    kept = Kept(root / CACHE / "advice", ".txt", _MOST_KEPT)
    count = kept.get(key)
    if count is not None and count.isdecimal():
        return int(count)
    found = len(advice(whole, options, as_of, baseline).found)
    kept.put(key, str(found))
    kept.prune()
    return found
