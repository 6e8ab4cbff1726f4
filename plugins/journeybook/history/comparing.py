"""Two states of a portal, or of one entity, compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeybook.history.arrangement import Arrangement, arrangement_of
from journeybook.history.changes import Changes, FieldChange, Name, Presence, ThingChange
from journeybook.history.fields import Frame, field_changes, personas_of
from journeybook.history.in_other_languages import changed_translations
from journeybook.history.matching import Matches, matches_of
from journeybook.history.meant import AS_WRITTEN, Meanings, meanings_of
from journeybook.history.passing_on import changed_hand_offs
from journeybook.history.standing import Standing, standings_of
from journeybook.model import Entity, Journey, Kind
from journeybook.model.keys import SpotKey
from journeybook.portal import Portal, key_of


def changes_between(before: Portal, after: Portal) -> Changes:
    """What became of a portal, in journey words and as values; nothing where both say the same.

    What one of both could not read is left out: it is neither new nor gone.
    """
    matches = matches_of(_all_of(before, after), _all_of(after, before))
    meanings = meanings_of(before.directory, after.directory, matches.key_now)
    arranged = arrangement_of(matches, changed_hand_offs(before, after, matches))
    things = tuple(_things(matches, meanings, arranged))
    translations = tuple(changed_translations(before.content, after.content, matches))
    return Changes(things, _titles(things, matches), translations)


def entity_changes(before: Entity | None, after: Entity | None) -> tuple[ThingChange, ...]:
    """What became of one entity and all it holds; None stands for what was not yet there, or is no longer.

    References are compared as they are written, and hand-offs are left out: both need a portal.
    """
    if before == after:
        return ()
    matches = matches_of(
        standings_of([before] if before else []),
        standings_of([after] if after else []),
        (key_of(before), key_of(after)) if before and after else None,
    )
    return tuple(_things(matches, AS_WRITTEN, arrangement_of(matches, {})))


def _all_of(portal: Portal, other: Portal) -> Iterator[Standing]:
    unread = {SpotKey(kind, name) for kind, name in other.content.unread}
    entities = [one for key, one in portal.directory.by_key.items() if not key.journey and key not in unread]
    return standings_of(sorted(entities, key=lambda one: not isinstance(one, Journey)))


def _things(matches: Matches, meanings: Meanings, arranged: Arrangement) -> Iterator[ThingChange]:
    """What changed, in the order of now; what is gone comes after what stood before it."""
    yield from _gone(None, meanings, arranged)
    for key, one in matches.after.items():
        was = matches.standing_before(key)
        if was is None:
            if not arranged.comes_with_holder(one):
                yield _added(one, meanings, arranged)
        elif change := _kept(was, one, matches, meanings, arranged):
            yield change
        yield from _gone(key, meanings, arranged)


def _gone(key: SpotKey | None, meanings: Meanings, arranged: Arrangement) -> Iterator[ThingChange]:
    """What stood after the thing that has `key` now, and is no longer there."""
    for one in arranged.gone_after.get(key, ()):
        yield ThingChange(
            key=one.key,
            title=one.entity.title,
            presence=Presence.REMOVED,
            journey=one.of_journey,
            stage=one.stage.name if one.stage else None,
            step=one.step.name if one.step else None,
            fields=_fields(one, None, meanings),
            holds=tuple(arranged.left_with.get(one.key, ())),
        )


def _added(one: Standing, meanings: Meanings, arranged: Arrangement) -> ThingChange:
    previous, following = arranged.neighbours(one)
    return ThingChange(
        key=one.key,
        title=one.entity.title,
        presence=Presence.ADDED,
        journey=one.of_journey,
        stage=one.stage.name if one.stage else None,
        step=one.step.name if one.step else None,
        previous=previous,
        following=following,
        fields=_fields(None, one, meanings),
        hand_offs=arranged.hand_offs.get(one.key, ()),
        holds=tuple(arranged.came_with.get(one.key, ())),
    )


def _kept(
    was: Standing, one: Standing, matches: Matches, meanings: Meanings, arranged: Arrangement
) -> ThingChange | None:
    """What changed in something that is there in both states; None if nothing did."""
    came_from = _came_from(was, one, matches)
    has_moved = one.key in arranged.shifted or came_from is not None
    fields = _fields(was, one, meanings)
    hand_offs = arranged.hand_offs.get(one.key, ())
    is_renamed = was.key.id != one.key.id
    if not (has_moved or fields or hand_offs or is_renamed):
        return None
    previous, following = arranged.neighbours(one) if has_moved else (None, None)
    return ThingChange(
        key=one.key,
        title=one.entity.title,
        presence=Presence.KEPT,
        was=was.name if was.key != one.key else None,
        alias_kept=_keeps_alias(was, one),
        journey=one.of_journey,
        stage=one.stage.name if one.stage else None,
        step=one.step.name if one.step else None,
        moved=has_moved,
        moved_from=came_from,
        previous=previous,
        following=following,
        fields=fields,
        hand_offs=hand_offs,
    )


def _keeps_alias(was: Standing, one: Standing) -> bool:
    return was.key != one.key and any(alias.rpartition("/")[2] == was.key.id for alias in one.entity.aliases)


def _came_from(was: Standing, one: Standing, matches: Matches) -> Name | None:
    """What held it before, where something else does now."""
    held, holds = was.holder, one.holder
    same = matches.is_same(held.key if held else None, holds.key if holds else None)
    return None if same else held


def _fields(was: Standing | None, one: Standing | None, meanings: Meanings) -> tuple[FieldChange, ...]:
    if was and one and was.entity == one.entity:
        return ()
    journeys = tuple(at.key.journey if at else "" for at in (was, one))
    frame = Frame(meanings, (journeys[0], journeys[1]))
    personas = tuple(_personas(at, frame, is_after=at is one) for at in (was, one))
    frame = Frame(meanings, frame.journeys, (personas[0], personas[1]))
    changes = field_changes(was.entity if was else None, one.entity if one else None, frame)
    former = was.key.id if was and one and was.key.id != one.key.id else ""
    return tuple(
        change
        for change in changes
        # That a former id still leads here is part of the rename, not a change of its own.
        if not (former and change.field == "aliases" and str(change.after or change.before).endswith(former))
    )


def _personas(at: Standing | None, frame: Frame, *, is_after: bool) -> tuple[str, ...]:
    return personas_of(at.journey, frame, is_after=is_after) if at and at.journey else ()


def _titles(things: Iterable[ThingChange], matches: Matches) -> dict[SpotKey, str]:
    """The titles of everything that changed values name, those of now before those of then."""
    found: dict[SpotKey, str] = {}
    for thing in things:
        journey = thing.key.journey
        for change in thing.fields:
            for key in _named(change, journey):
                if at := matches.after.get(key) or matches.before.get(key):
                    found[key] = at.entity.title
    return found


def _named(change: FieldChange, journey: str) -> Iterator[SpotKey]:
    """The keys that a change names."""
    if change.about and change.field == "score":
        yield SpotKey(Kind.PERSONA, change.about)
    if change.names is None:
        return
    for value in (change.before, change.after):
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str):
                yield key_named(change.names, text.partition(" ")[0], journey)


def key_named(kind: Kind, text: str, journey: str) -> SpotKey:
    """The key that the value `text` of a change in `journey` names."""
    first, slash, rest = text.partition("/")
    if kind.within_journey:
        return SpotKey(kind, rest, first) if slash else SpotKey(kind, text, journey)
    if kind is Kind.JOURNEY and slash:
        return SpotKey(Kind.STAGE, rest, first)  # what `part_of` may name as well
    return SpotKey(kind, text)
