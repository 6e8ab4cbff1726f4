"""Files under a name that is nearly one of ours, which would go unread without a word."""

from __future__ import annotations

import re

from journeybook.model import RECORDS, Entity, Kind, ids
from journeybook.model.kinds import DEFINED_IN_FILES, LISTED_IN_ONE_FILE, kind_of_folder
from journeybook.model.places import Span
from journeybook.reading.findings import Findings
from journeybook.reading.schema import shape_of
from journeybook.reading.sources import Source

_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)


def report_near_name(path: str, keys: Source | None, findings: Findings, *, is_markdown: bool) -> None:
    """Report the file at `path` of the content folder if it looks like an entity in the wrong place.

    `keys` are its keys: front matter, or all of a YAML file; None if it has none.
    """
    top, _, rest = path.partition("/")
    listed = kind_of_folder(path.rpartition("/")[2].rpartition(".")[0])
    if rest and not is_markdown and listed and listed in LISTED_IN_ONE_FILE:
        hint = f"lists stand at the top of the content folder: move it to '{listed.folder}.yml'"
        findings.add("JB110", Span(), f"the file '{path}' is not read", hint)
        return
    kind = _near(top if rest else top.rpartition(".")[0])
    if kind is None or keys is None:
        return
    if rest and _speaks_of(kind, keys):
        findings.add("JB110", Span(), f"the folder '{top}' is not read", f"did you mean '{kind.folder}'?")
    elif not rest and not is_markdown and kind in LISTED_IN_ONE_FILE:
        findings.add("JB110", Span(), f"the file '{top}' is not read", f"did you mean '{kind.folder}.yml'?")
    elif not rest and not is_markdown:
        message = f"the file '{top}' is not read, for every {kind} has a file of its own"
        findings.add("JB110", Span(), message, f"write {kind.folder}/<id>.yml for each")


def _near(name: str) -> Kind | None:
    """The kind whose folder `name` is meant to be."""
    from rapidfuzz.distance import DamerauLevenshtein

    plain = re.sub(r"[\s_-]", "", ids.folded(name))
    for kind in DEFINED_IN_FILES:
        if DamerauLevenshtein.distance(plain, kind.folder, score_cutoff=1) <= 1:
            return kind
    return None


def _speaks_of(kind: Kind, keys: Source) -> bool:
    """Whether `keys` hold a key that only entities of `kind` have, not every page."""
    own = shape_of(RECORDS[kind]).by_key.keys() - shape_of(Entity).by_key.keys()
    return any(found[1] in own for found in _KEY.finditer(keys.text))
