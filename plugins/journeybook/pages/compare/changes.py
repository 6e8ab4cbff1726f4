"""What becomes of a journey, a stage or a step, held against the current one."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from journeybook.pages.pieces import Link, PersonaScore
from journeybook.words import Words

Way = Literal["better", "worse", "same", "new", "gone", "unknown"]


class Change(Struct, frozen=True):
    """What becomes of something."""

    way: Way
    said: str
    """In words; empty where nobody can say."""


class StageChange(Struct, frozen=True, kw_only=True):
    """What becomes of a stage."""

    link: Link
    now: PersonaScore | None
    then: PersonaScore | None
    change: Change


class Both(Struct, frozen=True):
    """The same journey, stage or step, current and future."""

    one: object | None
    """None where only the future journey has it."""
    other: object | None
    """None where only the current journey has it."""
    now: PersonaScore | None
    then: PersonaScore | None


def change_of(both: Both, words: Words) -> Change:
    """What becomes of it."""
    if both.one is None:
        return Change("new", words.gettext("new"))
    if both.other is None:
        return Change("gone", words.gettext("no longer there"))
    if both.now is None or both.then is None:
        return Change("unknown", "")
    gain = _gain(both.now, both.then)
    number = words.number(abs(gain))
    if not gain:
        return Change("same", words.gettext("as good"))
    if gain > 0:
        return Change("better", words.gettext("better by %(number)s", number=number))
    return Change("worse", words.gettext("worse by %(number)s", number=number))


def on_the_whole(now: PersonaScore | None, then: PersonaScore | None, words: Words) -> str:
    """What becomes of the whole journey, in a sentence; empty where nobody can say."""
    if now is None or then is None:
        return ""
    gain = _gain(now, then)
    shown = {"number": words.number(abs(gain)), "now": now.score.shown, "then": then.score.shown}
    if not gain:
        return words.gettext("On the whole it feels as good as today: %(now)s of 5.", now=shown["now"])
    if gain > 0:
        return words.gettext("On the whole it gets better by %(number)s: from %(now)s to %(then)s of 5.", **shown)
    return words.gettext("On the whole it gets worse by %(number)s: from %(now)s to %(then)s of 5.", **shown)


def _gain(now: PersonaScore, then: PersonaScore) -> float:
    """What readers see must agree with the difference they would work out."""
    return round(round(then.score.value, 1) - round(now.score.value, 1), 1)
