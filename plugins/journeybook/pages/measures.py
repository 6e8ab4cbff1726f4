"""Figures as readers see them: scores, days, spans of time, shares."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta

from journeybook.model.durations import Duration
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Moment, PersonaScore, Score
from journeybook.pages.vocabulary import SCORE_WORDS
from journeybook.portal import Mood, StepSpot
from journeybook.words import Words

Level = Literal[1, 2, 3, 4, 5]


def level_of(score: float) -> Level:
    """The nearest whole score; halves go away from the middle, so 2.5 is bad and 3.5 is good."""
    if score < 3:
        return 1 if score <= 1.5 else 2 if score <= 2.5 else 3
    return 3 if score < 3.5 else 4 if score < 4.5 else 5


def score(value: float, words: Words) -> Score:
    """`value` as a score."""
    level = level_of(value)
    return Score(value, words.number(value), level, level_word(level, words))


def level_word(level: Level, words: Words) -> str:
    """What a level is called: `very bad`."""
    return words.gettext(SCORE_WORDS[level - 1])


def mean_scores(maker: PageMaker, moods: Iterable[Mood], *, alone: bool = False) -> tuple[PersonaScore, ...]:
    """A mean score per persona; `alone` leaves out whose it is where only one has scores."""
    found = tuple(moods)
    return tuple(
        PersonaScore(
            maker.to(mood.persona) if mood.persona and not (alone and len(found) == 1) else None,
            score(mood.mean, maker.words),
            basis(mood.n, mood.of, maker.words),
        )
        for mood in found
    )


def mean_of(spots: Iterable[StepSpot], words: Words) -> PersonaScore | None:
    """The mean over all scores of `spots`, whoever gave them; None where there is none."""
    found = tuple(spots)
    values = [value for spot in found for value in spot.scores.values()]
    if not values:
        return None
    scored = sum(bool(spot.scores) for spot in found)
    return PersonaScore(None, score(sum(values) / len(values), words), basis(scored, len(found), words))


def basis(scored: int, steps: int, words: Words) -> str:
    """What a mean score rests on, in words."""
    return words.ngettext(
        "%(n)s of %(count)s step scored", "%(n)s of %(count)s steps scored", steps, n=words.number(scored)
    )


def day(value: date | None, words: Words) -> Moment | None:
    """A day, or nothing."""
    return Moment(value.isoformat(), words.day(value)) if value else None


def age(value: date | None, as_of: date, words: Words) -> str | None:
    """How old something from the day `value` is on the day `as_of`: `6 months`; nothing for days to come."""
    if value is None or value > as_of:
        return None
    past = relativedelta(as_of, value)
    months = 12 * past.years + past.months
    return words.time(months, 0) if months else words.days((as_of - value).days)


def time(value: Duration | None, words: Words) -> Moment | None:
    """A span of time, or nothing."""
    if value is None:
        return None
    iso = "" if value.months else f"PT{value.seconds}S"
    return Moment(iso, words.time(value.months, value.seconds))


def share(fraction: float | None, words: Words) -> str | None:
    """A share from 0 to 1 in per cent, or nothing."""
    return None if fraction is None else words.percent(fraction)


def of_five(value: int | None, words: Words) -> str | None:
    """A rating from 1 to 5 in words, or nothing."""
    return None if value is None else words.gettext("%(value)s of 5", value=words.number(value))


def mean(scores: Iterable[float], words: Words) -> Score | None:
    """The mean of `scores`; None where there are none."""
    found = tuple(scores)
    return score(sum(found) / len(found), words) if found else None
