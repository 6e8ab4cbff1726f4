"""The interface's words: message catalogues (gettext), and numbers and dates as a language writes them (Babel)."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache, partial

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from journeybook.words.catalogues import CATALOGUES, catalogue_of, languages, locale_of, script_of

__all__ = ["CATALOGUES", "Words", "languages", "locale_of", "script_of"]


_KEPT = 4_096
"""How many figures of a kind are kept as text."""


class Words:
    """The interface in one language."""

    def __init__(self, language: str = "en") -> None:
        """Take the catalogue of `language`, a tag such as `pl` or `zh-Hant`; English where there is none."""
        self.language = language
        self.locale = locale_of(language)
        self.translations: gettext.NullTranslations = catalogue_of(self.locale)
        self._text = lru_cache(_KEPT)(self.translations.gettext)
        # Pages show the same few figures and days again and again, and Babel takes its time for each.
        self.number: Callable[[float], str] = lru_cache(_KEPT)(
            partial(format_decimal, format="#,##0.#", locale=self.locale)
        )
        """Gives a number with the language's signs, at most one decimal."""
        self._percent = lru_cache(_KEPT)(partial(format_percent, format="#,##0.#%", locale=self.locale))
        self._day = lru_cache(_KEPT)(partial(format_date, format="long", locale=self.locale))
        self._amount = lru_cache(_KEPT)(partial(_amount, self.locale))

    def gettext(self, message: str, **values: object) -> str:
        """`message` in this language, with `%(name)s` filled from `values`."""
        text = self._text(message)
        return text % values if values else text

    def ngettext(self, one: str, many: str, count: int, **values: object) -> str:
        """The form of the message that goes with `count`, which fills `%(count)s`."""
        text = self.translations.ngettext(one, many, count)
        return text % {"count": self.number(count), **values}

    def percent(self, fraction: float) -> str:
        """A share from 0 to 1 in per cent."""
        return self._percent(fraction)

    def time(self, months: int, seconds: int) -> str:
        """A span of time, written out: `3 hours 40 minutes`."""
        return _time(self.locale, months, seconds)

    def days(self, count: int) -> str:
        """A number of days, written out: `20 days`."""
        return self._amount(count, "duration-day")

    def day(self, value: date) -> str:
        """A date, written out."""
        return self._day(value)

    def month(self, value: date) -> str:
        """The month of a day, written short: `Apr 2026`."""
        return format_skeleton("yMMM", value, locale=self.locale)

    def month_in_full(self, value: date) -> str:
        """The month of a day, to stand alone: `April 2026`."""
        return format_skeleton("yMMMM", value, locale=self.locale)

    def short_month(self, value: date) -> str:
        """The month of a day without its year, written short: `Apr`."""
        return format_skeleton("MMM", value, locale=self.locale)

    def year(self, value: date) -> str:
        """The year of a day."""
        return format_skeleton("y", value, locale=self.locale)


_MONTHS = (("year", 12), ("month", 1))
_WEEKS = (("week", 604_800),)
_SECONDS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


@lru_cache(maxsize=4096)
def _time(locale: Locale, months: int, seconds: int) -> str:
    in_weeks = seconds and seconds % _WEEKS[0][1] == 0
    parts = [*_split(months, _MONTHS), *_split(seconds, _WEEKS if in_weeks else _SECONDS)]
    return " ".join(_amount(locale, amount, f"duration-{unit}") for unit, amount in parts or [("minute", 0)])


def _split(whole: int, units: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """`whole` in `units`, the largest first; those with nothing in them left out."""
    for unit, size in units:
        amount, whole = divmod(whole, size)
        if amount:
            yield unit, amount


def _amount(locale: Locale, amount: int, unit: str) -> str:
    """`amount` of `unit`; in its short form where a language's data lacks the long one."""
    written = format_unit(amount, unit, "long", locale=locale)
    return format_unit(amount, unit, "short", locale=locale) if unit in written else written
