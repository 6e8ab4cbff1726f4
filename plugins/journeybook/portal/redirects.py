"""Old addresses: where what stands in `aliases:` had its page, and where it has it now."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model.addresses import Address, address_of
from journeybook.model.ids import folded
from journeybook.model.keys import SpotKey
from journeybook.portal.graph import Portal


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that a page once had."""

    old: Address
    """Where it stood."""
    new: Address
    """Where it stands now."""
    key: SpotKey
    """What it is about, by its key of today."""


def redirects_of(portal: Portal) -> tuple[Redirect, ...]:
    """Every old address of a page, in order; those where another page stands today are left out.

    Addresses are compared without regard to case, as some file systems and hosts do. What has no page of its own,
    such as a step, keeps its old anchor on the page it stands on.
    """
    taken = {folded(address.path) for address in portal.link_map.pages.values()}
    taken.update(folded(address_of(key).path) for key in portal.directory.by_key)
    found: dict[str, Redirect] = {}
    for former, key in portal.directory.former.items():
        old, new = address_of(former), address_of(key)
        if not old.anchor and not new.anchor and folded(old.path) not in taken:
            found.setdefault(folded(old.path), Redirect(old, new, key))
    return tuple(sorted(found.values(), key=lambda one: one.old.path))
