"""Touchpoints: whether anybody uses them, and whether they feel the same in every channel."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.checks.limits import Limits
from journeybook.checks.looked_at import in_use, past_draft
from journeybook.model import Kind, Touchpoint
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.portal import Portal, key_of
from journeybook.portal.consistency import InChannel


def unused_touchpoints(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Touchpoints that no step names; links in texts are no use of them."""
    for touchpoint in past_draft(portal, Touchpoint):
        if not any(link.source.kind is Kind.STEP for link in portal.backlinks(key_of(touchpoint))):
            message = f"no step of any journey uses '{touchpoint.title}'"
            hint = f"name it at the step where customers meet it, as `touchpoint: {touchpoint.id}`, or write "
            hint += "`status: retired` if it is gone"
            place = touchpoint.place
            yield at(place, place.of("title"), "JB451", message, hint=hint, key=str(key_of(touchpoint)))


def uneven_channels(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Touchpoints that feel much better through one channel than through another."""
    kept = {touchpoint.id for touchpoint in in_use(portal, Touchpoint)}
    for one in portal.consistencies:
        touchpoint, scored = one.touchpoint, [channel for channel in one.channels if channel.mean is not None]
        if one.spread is None or one.spread < limits.channel_spread or touchpoint.id not in kept:
            continue
        ranked = sorted(scored, key=lambda channel: channel.mean or 0.0)
        worst, best = ranked[0], ranked[-1]
        message = f"'{touchpoint.title}' feels like {_felt(worst)}, and like {_felt(best)}"
        hint = "find out what the better channel does, or say in the map why customers take the other one"
        place = touchpoint.place
        yield at(place, place.of("channels"), "JB452", message, hint=hint, key=str(key_of(touchpoint)))


RULES = (unused_touchpoints, uneven_channels)
"""The rules of this family."""


def _felt(one: InChannel) -> str:
    steps = "one step" if one.n == 1 else f"{one.n} steps"
    return f"{one.mean:.1f} through {one.channel.title} ({steps})"
