"""What stays of a finding when the lines around it move."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from journeybook.model.diagnostics import Diagnostic

_LINE_NUMBERS = re.compile(r"(?<=\bline )\d+|(?<=:)\d+\b")

Identity = tuple[str, str, str]
"""A code, a spot key or else a file, and a message."""


def identity(one: Diagnostic) -> Identity:
    """What makes `one` the same finding as another: what it is about and what it says.

    Neither the line it stands on counts, nor one that its message names, nor where a file of an entity lies.
    """
    return (one.code, one.key or one.file, _LINE_NUMBERS.sub("", one.message))


def fingerprints(found: Iterable[Diagnostic]) -> Iterator[str]:
    """64 hexadecimal digits for each finding; those with the same identity are told apart by their order."""
    seen = Counter[Identity]()
    for one in found:
        what = identity(one)
        seen[what] += 1
        yield sha256("\0".join([*what, str(seen[what])]).encode(errors="surrogatepass")).hexdigest()
