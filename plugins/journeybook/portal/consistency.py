"""Whether a touchpoint feels the same in every channel it is met through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeybook.model import Channel, Journey, Touchpoint
from journeybook.model.keys import SpotKey
from journeybook.portal.mentions import key_of
from journeybook.portal.spots import StepSpot

if TYPE_CHECKING:
    from journeybook.portal.graph import Portal

UNEVEN = 1.0
"""From this many points between the best and the worst channel on, a touchpoint is not the same in all of them."""


@dataclass(frozen=True, slots=True)
class InChannel:
    """A touchpoint as it is met through one channel."""

    channel: Channel
    mean: float | None
    """From 1 to 5, over all scores of its steps; None where none is scored."""
    n: int
    """How many of its steps are scored."""
    of: int
    """How many steps there are."""


@dataclass(frozen=True, slots=True)
class Consistency:
    """A touchpoint in every channel it is met through, of which there are several."""

    touchpoint: Touchpoint
    channels: tuple[InChannel, ...]
    """In the order in which the touchpoint names them, then that of the steps."""

    @property
    def spread(self) -> float | None:
        """How far the best channel lies above the worst; None where fewer than two are scored."""
        means = [one.mean for one in self.channels if one.mean is not None]
        return round(max(means) - min(means), 9) if len(means) > 1 else None

    @property
    def is_uneven(self) -> bool:
        """Whether the spread is a full point or more."""
        return self.spread is not None and self.spread >= UNEVEN

    def through(self, channel: Channel) -> InChannel | None:
        """How it is met through `channel`; None where it is not."""
        return next((one for one in self.channels if one.channel is channel), None)


def consistency_of(portal: Portal) -> tuple[Consistency, ...]:
    """The touchpoints that are met through several channels, the widest spread first, those without one last.

    A step counts where one channel is all there is: its own, or the only one of its touchpoints. Journeys as
    they shall be do not count, for their scores are targets.
    """
    met: defaultdict[str, defaultdict[str, list[StepSpot]]] = defaultdict(lambda: defaultdict(list))
    for journey in portal.all(Journey):
        for spot in portal.steps(journey.id) if journey.state != "future" else ():
            if len(spot.channels) == 1:
                (channel,) = spot.channels
                for touchpoint in spot.touchpoints:
                    if not touchpoint.channels or _runs_through(portal, touchpoint, channel):
                        met[touchpoint.id][channel.id].append(spot)
    found = (_consistency(portal, portal.get(Touchpoint, name), met[name]) for name in met if len(met[name]) > 1)
    return tuple(sorted(found, key=lambda one: -1.0 if one.spread is None else one.spread, reverse=True))


def _runs_through(portal: Portal, touchpoint: Touchpoint, channel: Channel) -> bool:
    return key_of(channel) in _named(portal, touchpoint)


def _named(portal: Portal, touchpoint: Touchpoint) -> tuple[SpotKey, ...]:
    return portal.named_by(key_of(touchpoint), "channels")


def _consistency(portal: Portal, touchpoint: Touchpoint, met: dict[str, list[StepSpot]]) -> Consistency:
    named = [key.id for key in _named(portal, touchpoint)]
    order = sorted(met, key=lambda name: named.index(name) if name in named else len(named))
    return Consistency(touchpoint, tuple(_in_channel(portal.get(Channel, name), met[name]) for name in order))


def _in_channel(channel: Channel, spots: Iterable[StepSpot]) -> InChannel:
    found = tuple(spots)
    scores = [score for spot in found for score in spot.scores.values()]
    mean = sum(scores) / len(scores) if scores else None
    return InChannel(channel, mean, sum(bool(spot.scores) for spot in found), len(found))
