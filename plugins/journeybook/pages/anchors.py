"""Anchors that former ids keep alive on a page."""

from __future__ import annotations

from journeybook.model import Entity
from journeybook.model.ids import fault_of
from journeybook.model.keys import SpotKey
from journeybook.portal import Portal


def former_anchors(portal: Portal, key: SpotKey, entity: Entity, prefix: str = "") -> tuple[str, ...]:
    """An anchor for each former id of `entity` that still leads to it, and to nothing else on the page."""
    if not entity.aliases:
        return ()
    directory = portal.directory
    return tuple(
        prefix + alias
        for alias in dict.fromkeys(entity.aliases)
        if alias != entity.id
        and fault_of(alias) is None
        and directory.former.get(SpotKey(key.kind, alias, key.journey)) == key
    )
