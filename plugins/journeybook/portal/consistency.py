"""Whether a touchpoint feels the same in every channel it is met through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from journeybook.model import Channel, Touchpoint
from journeybook.model.keys import SpotKey
from journeybook.portal.mentions import key_of
from journeybook.portal.spots import StepSpot

Named: TypeAlias = Callable[[Touchpoint], Sequence[SpotKey]]
"""The keys of what something names."""
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


def consistency_of(spots: Iterable[StepSpot], channels_of: Named) -> tuple[Consistency, ...]:
    """The touchpoints that are met through several channels, the widest spread first, those without one last.

    `spots` are the steps of journeys as they are: those of journeys as they shall be do not count, for their
    scores are targets. `channels_of` says which channels a touchpoint names. A step counts where one channel is
    all there is: its own, or the only one of its touchpoints.
    """
    met: defaultdict[str, defaultdict[str, list[StepSpot]]] = defaultdict(lambda: defaultdict(list))
    touchpoints: dict[str, Touchpoint] = {}
    for spot in spots:
        if len(spot.channels) == 1:
            (channel,) = spot.channels
            for touchpoint in spot.touchpoints:
                if not touchpoint.channels or key_of(channel) in channels_of(touchpoint):
                    touchpoints[touchpoint.id] = touchpoint
                    met[touchpoint.id][channel.id].append(spot)
    found = (
        _consistency(one, channels_of(one), met[name]) for name, one in touchpoints.items() if len(met[name]) > 1
    )
    return tuple(sorted(found, key=lambda one: -1.0 if one.spread is None else one.spread, reverse=True))


def _consistency(
    touchpoint: Touchpoint, channels: Sequence[SpotKey], met: Mapping[str, Sequence[StepSpot]]
) -> Consistency:
    named = [key.id for key in channels]
    order = sorted(met, key=lambda name: named.index(name) if name in named else len(named))
    return Consistency(touchpoint, tuple(_in_channel(met[name]) for name in order))


def _in_channel(spots: Sequence[StepSpot]) -> InChannel:
    """What `spots`, of which there is one at least, say of the one channel they all run through."""
    (channel,) = spots[0].channels
    scores = [score for spot in spots for score in spot.scores.values()]
    mean = sum(scores) / len(scores) if scores else None
    return InChannel(channel, mean, sum(bool(spot.scores) for spot in spots), len(spots))
