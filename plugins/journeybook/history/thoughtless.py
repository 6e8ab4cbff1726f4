"""Changes that somebody should not make without thinking: what `journeybook diff --fail-on` stops at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from journeybook.history.changes import Changes, FieldChange, Presence, ThingChange
from journeybook.model import Kind
from journeybook.model.keys import SpotKey


@dataclass(frozen=True, slots=True)
class Objection:
    """A change that was to be stopped at."""

    rule: str
    """Its name, one of `RULES`."""
    thing: ThingChange
    """What it is about."""
    reason: str
    """Why it should not pass without a thought, and what to do."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of change to stop at."""

    summary: str
    """What it stops at, in a sentence."""
    finds: Callable[[ThingChange, Changes], bool]
    reason: str


def objections(changes: Changes, names: tuple[str, ...]) -> Iterator[Objection]:
    """Where `changes` do what the rules called `names` stop at, in the order of the changes."""
    for thing in changes.things:
        for name in names:
            rule = RULES[name]
            if rule.finds(thing, changes):
                yield Objection(name, thing, rule.reason)


def _kept(thing: ThingChange, field: str) -> Iterator[FieldChange]:
    if thing.presence is Presence.KEPT:
        yield from (one for one in thing.fields if one.field == field or one.part == field)


def _evidence_removed(thing: ThingChange, _changes: Changes) -> bool:
    if thing.key.kind == Kind.EVIDENCE and thing.presence is Presence.REMOVED:
        return True
    return any(one.before is not None and one.after is None for one in _kept(thing, "evidence"))


def _score_up(thing: ThingChange) -> bool:
    return any(
        isinstance(one.before, int | float) and isinstance(one.after, int | float) and one.after > one.before
        for one in _kept(thing, "score")
    )


def _score_up_without_evidence(thing: ThingChange, changes: Changes) -> bool:
    return _score_up(thing) and not _brings_evidence(thing, changes)


def _brings_evidence(thing: ThingChange, changes: Changes) -> bool:
    """Whether evidence is new on `thing`, or on what it stands in or holds."""
    around = {one.key for one in (thing.journey, thing.stage, thing.step) if one} | {thing.key}
    near = (
        one for one in changes.things if one.key in around or (one.step is not None and one.step.key == thing.key)
    )
    return any(
        (change.field == "evidence" or change.part == "evidence") and change.before is None
        for one in near
        for change in one.fields
    )


def _review_date_only(thing: ThingChange, changes: Changes) -> bool:
    """A review of a journey is also one of what it holds: with a change in there, it was not the date alone."""
    (*dates,) = _kept(thing, "reviewed")
    if not dates or len(thing.fields) > 1 or thing.moved or thing.hand_offs or thing.was:
        return False
    return dates[0].after is not None and not any(_stands_in(one, thing.key) for one in changes.things)


def _stands_in(thing: ThingChange, key: SpotKey) -> bool:
    return any(one is not None and one.key == key for one in (thing.journey, thing.stage, thing.step))


def _moment_of_truth_dropped(thing: ThingChange, _changes: Changes) -> bool:
    if thing.presence is Presence.ADDED:
        return False
    return any(one.field == "moment_of_truth" and one.after is None for one in thing.fields)


def _pain_removed_without_evidence(thing: ThingChange, changes: Changes) -> bool:
    if thing.presence is not Presence.REMOVED:
        return False
    is_pain = thing.key.kind == Kind.PAIN
    holds_one = thing.key.kind in {Kind.STEP, Kind.STAGE} and any(one.key.kind == Kind.PAIN for one in thing.holds)
    return (is_pain or holds_one) and not _brings_evidence(thing, changes)


def _severity_down_without_evidence(thing: ThingChange, changes: Changes) -> bool:
    is_down = any(
        isinstance(one.before, int)
        and (one.after is None or (isinstance(one.after, int) and one.after < one.before))
        for one in _kept(thing, "severity")
    )
    return is_down and not _brings_evidence(thing, changes)


def _id_changed_without_alias(thing: ThingChange, _changes: Changes) -> bool:
    return thing.was is not None and thing.was.key.id != thing.key.id and not thing.alias_kept


def _made_public(thing: ThingChange, _changes: Changes) -> bool:
    return any(one.before == "internal" and one.after != "internal" for one in _kept(thing, "audience"))


RULES: Mapping[str, Rule] = {
    "evidence-removed": Rule(
        "Something is no longer proved by what proved it.",
        _evidence_removed,
        "evidence was taken away; say in the pull request why it no longer holds, or put it back",
    ),
    "score-up-without-evidence": Rule(
        "A step feels better than before, and no new evidence says so.",
        _score_up_without_evidence,
        "it is said to feel better, and nothing new says so; name the evidence at the step",
    ),
    "review-date-only": Rule(
        "Something counts as reviewed again, and nothing else in it changed.",
        _review_date_only,
        "only the date of the review changed; say what it was held against, or name the evidence",
    ),
    "moment-of-truth-dropped": Rule(
        "A step is no longer a moment of truth, or went although it was one.",
        _moment_of_truth_dropped,
        "a moment of truth is gone; say in the pull request what makes or breaks the relationship now",
    ),
    "pain-removed-without-evidence": Rule(
        "A pain is gone, and no new evidence says that it no longer hurts.",
        _pain_removed_without_evidence,
        "a pain is gone, and nothing new says that it no longer hurts; name the evidence at its step",
    ),
    "severity-down-without-evidence": Rule(
        "A pain hurts less than before, and no new evidence says so.",
        _severity_down_without_evidence,
        "it is said to hurt less, and nothing new says so; name the evidence at the pain or its step",
    ),
    "id-changed-without-alias": Rule(
        "Something has another id, and its former one is not kept in `aliases`, so that links to it break.",
        _id_changed_without_alias,
        "its former id is not kept, so that links and comments lose it; add the former id to `aliases`",
    ),
    "made-public": Rule(
        "Something that was for the company alone is for everybody now.",
        _made_public,
        "it was internal and no longer is; make sure that everybody may read it",
    ),
}
"""The kinds of changes to stop at, by name."""
