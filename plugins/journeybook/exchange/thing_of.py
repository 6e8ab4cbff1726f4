"""From an entity of the portal to the thing that machines read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from journeybook.exchange.facts import Manner, facts_of
from journeybook.exchange.things import (
    BacklinkThing,
    Counts,
    EdgeThing,
    FlowThing,
    HandOffThing,
    MoodThing,
    Thing,
)
from journeybook.model import Entity, Journey, Kind, Pain, Stage, Step, Team
from journeybook.model.addresses import Address, address_of
from journeybook.model.elsewhere import elsewhere
from journeybook.model.inline import to_plain
from journeybook.model.keys import SpotKey
from journeybook.model.mention_syntax import SCHEME
from journeybook.model.text import EVERYONE, Reference
from journeybook.portal import Flow, HandOff, Mood, Portal, StepSpot, key_of

_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Things:
    """Makes the things of a portal."""

    portal: Portal
    language: str
    """The portal's language."""
    directory_urls: bool = True
    """Whether pages are `claim/` or `claim.html`."""
    with_places: bool = True
    """Whether files and lines are told."""

    def of(self, key: SpotKey) -> Thing:
        """The thing with that key; KeyError if there is none."""
        entity = self.portal.entity(key)
        journey = self.portal.get(Journey, key.journey) if key.journey else None
        language = entity.lang or (journey.lang if journey else None) or self.language
        told: dict[str, Any] = {}
        if language.casefold() != self.language.casefold():
            told["language"] = language
        if journey:
            told["journey"] = str(key_of(journey))
        if self.with_places and entity.place.file:
            told |= {"file": entity.place.file, "line": entity.place.span.line}
        return Thing(
            key=str(key),
            kind=entity.kind_of,
            id=key.id,
            title=self._plain(entity.title),
            url=self._url(address_of(key)),
            content=facts_of(entity, self._manner(entity, key)),
            backlinks=tuple(
                BacklinkThing(key=str(one.source), field=one.field, via=str(one.via) if one.via else None)
                for one in self.portal.backlinks(key)
            ),
            **told,
            **self._computed(entity, key),
        )

    # -- what the author wrote -----------------------------------------------------------------------------

    def _manner(self, entity: Entity, key: SpotKey) -> Manner:
        journey = key.journey or (key.id if key.kind == Kind.JOURNEY else "")

        def named(reference: Reference, text: str) -> str | None:
            if (where := elsewhere(text)) and self.portal.others.find(where):
                return str(where)
            found = self.portal.directory.resolve(reference, text, journey)
            return str(found) if found else None

        def address(written: str) -> str | None:
            if where := elsewhere(written):
                there = self.portal.others.find(where)
                return there.url or None if there else None
            found = self.portal.link_map.resolve(entity.place.file, written)
            if isinstance(found, Address):
                return self._url(found)
            is_asset = found is not None and self.portal.link_map.is_asset(entity.place.file, written)
            return quote(found) if found and is_asset else found

        return Manner(named, lambda part: str(key_of(part, journey)), address)

    def _url(self, address: Address) -> str:
        return address.url(directory_urls=self.directory_urls)

    def _plain(self, written: str) -> str:
        """`written` without markup; a mention without a label is the title of what it names."""

        def named(target: str) -> tuple[None, str]:
            name = target.removeprefix(SCHEME)
            if name != target and (there := self.portal.others.find(elsewhere(name))):
                return None, there.title
            keys = self.portal.directory.named(name) if name != target else []
            return None, self.portal.entity(keys[0]).title if len(keys) == 1 else name

        return to_plain(written, named)

    # -- what is computed ----------------------------------------------------------------------------------

    def _computed(self, entity: Entity, key: SpotKey) -> dict[str, Any]:
        match entity:
            case Journey():
                moods = _moods(self.portal.moods(entity))
                return {"moods": moods, "counts": self._counts(entity), "flow": self._flow(entity)}
            case Stage():
                return {"moods": _moods(self.portal.moods(self.portal.get(Journey, key.journey), entity))}
            case Step():
                return _of_step(self.portal.step(key))
            case Pain():
                return self._of_pain(key)
            case Team():
                return {"hand_offs": _hand_offs(self.portal.hand_offs_of(entity.id))}
            case _:
                return {}

    def _of_pain(self, key: SpotKey) -> dict[str, Any]:
        spots = self.portal.steps(key.journey)
        at = next(spot for spot in spots if any(pain.id == key.id for pain in spot.step.pains))
        return {"stage": str(key_of(at.stage, key.journey)), "step": str(at.key)}

    def _counts(self, journey: Journey) -> Counts:
        spots = self.portal.steps(journey.id)
        return Counts(
            stages=len(journey.stages),
            steps=len(spots),
            touchpoints=len({met.id for spot in spots for met in spot.touchpoints}),
            moments_of_truth=sum(spot.step.moment_of_truth is not None for spot in spots),
            pains=sum(len(spot.step.pains) for spot in spots),
            hand_offs=len(self.portal.flow(journey.id).hand_offs),
        )

    def _flow(self, journey: Journey) -> FlowThing:
        flow: Flow = self.portal.flow(journey.id)
        return FlowThing(
            edges=tuple(
                EdgeThing(source=str(one.source.key), target=str(one.target.key), way=one.way.value, when=one.when)
                for one in flow.edges
            ),
            hand_offs=_hand_offs(flow.hand_offs),
            ends=tuple(str(spot.key) for spot in flow.ends),
            unreached=tuple(str(spot.key) for spot in flow.unreached),
        )


def _of_step(spot: StepSpot) -> dict[str, Any]:
    return {
        "stage": str(key_of(spot.stage, spot.journey.id)),
        "number": spot.number,
        "team": str(key_of(spot.team)) if spot.team else None,
        "channels": tuple(str(key_of(one)) for one in spot.channels),
        "scores": {_persona(name): score for name, score in spot.scores.items()},
    }


def _persona(name: str) -> str:
    return str(SpotKey(Kind.PERSONA, name)) if name else EVERYONE


def _moods(moods: Iterable[Mood]) -> tuple[MoodThing, ...]:
    return tuple(
        MoodThing(
            persona=str(key_of(one.persona)) if one.persona else None,
            mean=round(one.mean, _DIGITS),
            n=one.n,
            of=one.of,
        )
        for one in moods
    )


def _hand_offs(found: Iterable[HandOff]) -> tuple[HandOffThing, ...]:
    return tuple(
        HandOffThing(
            source=str(one.source.key),
            target=str(one.target.key),
            giver=str(key_of(one.giver)),
            taker=str(key_of(one.taker)),
        )
        for one in found
    )
