"""The interface's words: message catalogues (gettext), and numbers and dates as a language writes them (Babel)."""

from __future__ import annotations

import gettext
from datetime import date
from functools import lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations

DOMAIN = "journeybook"
CATALOGUES = Path(__file__).parent / "locale"
"""Holds one folder per language; English is the language of the messages themselves."""


class Words:
    """The interface in one language."""

    def __init__(self, language: str = "en") -> None:
        """Load the catalogue of `language`, a tag such as `pl` or `zh-Hant`; English where there is none."""
        self.language = language
        self.locale = _locale(language)
        self.translations: gettext.NullTranslations = _catalogue(str(self.locale))

    def gettext(self, message: str, **values: object) -> str:
        """`message` in this language, with `%(name)s` filled from `values`."""
        text = self.translations.gettext(message)
        return text % values if values else text

    def ngettext(self, one: str, many: str, count: int, **values: object) -> str:
        """The form of the message that goes with `count`, which fills `%(count)s`."""
        text = self.translations.ngettext(one, many, count)
        return text % {"count": self.number(count), **values}

    def number(self, value: float) -> str:
        """`value` with the language's signs, at most one decimal."""
        return format_decimal(value, format="#,##0.#", locale=self.locale)

    def percent(self, fraction: float) -> str:
        """A share from 0 to 1 in per cent."""
        return format_percent(fraction, format="#,##0.#%", locale=self.locale)

    def day(self, value: date) -> str:
        """A date, written out."""
        return format_date(value, format="long", locale=self.locale)


@lru_cache(maxsize=8)
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return Locale("en")


@lru_cache(maxsize=8)
def _catalogue(locale: str) -> NullTranslations:
    return Translations.load(CATALOGUES, [locale], DOMAIN)
