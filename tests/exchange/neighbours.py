"""Other portals for tests: made from entities, or pinned in a folder."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from journeybook.exchange.extract import as_bytes, extract_of
from journeybook.exchange.portal_document import as_json, portal_document
from journeybook.model.other_portals import OtherPortal, OtherPortals
from journeybook.model.portal_files import LOCK_FILE
from journeybook.model.portal_options import PortalOptions
from journeybook.reading.lock import Pinned, lock_text, path_of, read_lock
from journeybook.reading.other_document import other_portal_of
from tests.pages.portals import EVERYTHING, portal_of

if TYPE_CHECKING:
    from pathlib import Path

    from journeybook.model import Entity

SITE = "https://maps.example/claims/"


def document(*entities: Entity, title: str = "Claims", site: str = SITE, language: str = "en") -> dict[str, Any]:
    """The document of a portal of these entities, or of everything."""
    portal = portal_of(*(entities or EVERYTHING))
    return json.loads(as_json(portal_document(portal, PortalOptions(language=language), title=title, site=site)))


def neighbour(name: str, *entities: Entity, **head: Any) -> OtherPortal:
    """What is known of that portal."""
    found = other_portal_of(name, extract_of(document(*entities, **head), "portal.json"))
    assert isinstance(found, OtherPortal)
    return found


def neighbours(*portals: OtherPortal) -> OtherPortals:
    return OtherPortals({one.name: one for one in portals})


def pin(root: Path, name: str, content: bytes | dict[str, Any], *, source: str = "other.json") -> None:
    """Put what was fetched of the portal `name` into `root`, and into its lock."""
    kept = content if isinstance(content, bytes) else as_bytes(extract_of(content, source))
    path = root / path_of(name)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(kept)
    pins = {**(read_lock(root) or {}), name: Pinned(source, hashlib.sha256(kept).hexdigest(), "0" * 64)}
    (root / LOCK_FILE).write_text(lock_text(pins), encoding="utf-8")
