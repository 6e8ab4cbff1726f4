"""Other portals fetched, compared with what was known of them, and pinned."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from journeybook.exchange.extract import as_bytes, extract_of
from journeybook.exchange.fetching import fetch
from journeybook.model.other_portals import OtherPortal
from journeybook.model.portal_files import LOCK_FILE
from journeybook.model.portal_options import OtherSource
from journeybook.reading.lock import Pinned, lock_text, path_of
from journeybook.reading.other_document import EXTRACT, WHOLE, Refused, json_of, other_portal_of

_AT_ONCE = 8
"""How many portals are fetched at the same time."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """Another portal as it is now."""

    name: str
    portal: OtherPortal
    before: OtherPortal | None
    """As it was; None if nothing usable was pinned."""
    content: bytes
    """What is to be kept of it."""
    pin: Pinned
    is_new: bool
    """Whether it is another than the pinned one."""


def fetch_all(
    root: Path, sources: Mapping[str, OtherSource], pins: Mapping[str, Pinned]
) -> list[Fetched | tuple[str, Refused]]:
    """Each of `sources` as it is now, or its name and why it cannot be used, in the same order."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        contents = list(pool.map(partial(fetch, root=root), (one.source for one in sources.values())))
    return [
        _fetched(root, name, sources[name], content, pins.get(name))
        for name, content in zip(sources, contents, strict=True)
    ]


def _fetched(
    root: Path, name: str, source: OtherSource, content: bytes | Refused, pin: Pinned | None
) -> Fetched | tuple[str, Refused]:
    document = content if isinstance(content, Refused) else json_of(content, WHOLE)
    if isinstance(document, Refused) or isinstance(content, Refused):
        return name, document if isinstance(document, Refused) else Refused("", "")
    kept = as_bytes(extract_of(document, source.source))
    # What is kept is read as a build will read it, so that a build refuses nothing that was accepted here.
    portal = _known(name, source, kept)
    if isinstance(portal, Refused):
        return name, portal
    now = Pinned(source.source, hashlib.sha256(kept).hexdigest(), hashlib.sha256(content).hexdigest())
    old = _old(root / path_of(name))
    before = _known(name, source, old) if old else None
    is_whole = old is not None and pin is not None and hashlib.sha256(old).hexdigest() == pin.sha256
    return Fetched(
        name=name,
        portal=portal,
        before=None if isinstance(before, Refused) else before,
        content=kept,
        pin=now,
        is_new=not is_whole or now != pin,
    )


def _known(name: str, source: OtherSource, kept: bytes) -> OtherPortal | Refused:
    extract = json_of(kept, EXTRACT)
    if isinstance(extract, Refused):
        return extract
    return other_portal_of(name, extract, title=source.title or "", site=source.site or "")


def _old(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def write_pins(
    root: Path, fetched: Iterable[Fetched], pins: Mapping[str, Pinned], gone: Iterable[str] = ()
) -> None:
    """Keep `fetched` beside the content of `root`; `pins` were there before, of which `gone` are given up."""
    kept = {name: pin for name, pin in pins.items() if name not in set(gone)}
    for one in fetched:
        _write(root / path_of(one.name), one.content)
        kept[one.name] = one.pin
    for name in gone:
        (root / path_of(name)).unlink(missing_ok=True)
    _write(root / LOCK_FILE, lock_text(kept).encode())


def _write(path: Path, content: bytes) -> None:
    """Put `content` into the file at `path`, whole or not at all."""
    path.parent.mkdir(exist_ok=True)
    begun = path.with_name(path.name + ".new")
    begun.write_bytes(content)
    begun.replace(path)
