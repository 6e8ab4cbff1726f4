"""Message catalogues: which there are, and which one a language reads. They are read from their sources."""

from __future__ import annotations

import gettext
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

DOMAIN = "journeybook"
CATALOGUES = Path(__file__).parent / "locale"
"""Holds one folder per language; English is the language of the messages themselves."""

_LIKELY = get_global("likely_subtags")
"""What a tag leaves unsaid, by Unicode's own table: `zh_TW` is written `zh_Hant_TW`."""


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """How the language of a tag such as `pl` or `zh-TW` writes numbers and dates; English if nobody knows it."""
    try:
        return Locale.parse(language.partition("-x-")[0], sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en")


@cache
def catalogue_of(locale: Locale) -> gettext.NullTranslations:
    """The messages in the language of `locale`, kept while the process lives; as written where there are none."""
    names = ("_".join(parts) for parts in _from_special_to_general(locale))
    path = next((path for name in names if (path := catalogue_path(name)).is_file()), None)
    return _read(path) if path else gettext.NullTranslations()


def script_of(locale: Locale) -> str:
    """The script that `locale` names (`Hant`), or else the one that most of its country, or its language, uses."""
    if locale.script:
        return locale.script
    name = "_".join(filter(None, (locale.language, locale.territory)))
    likely = _LIKELY.get(name) or _LIKELY.get(locale.language, "")
    return next((part for part in likely.split("_")[1:] if len(part) == 4), "")  # scripts have four letters


def catalogue_path(name: str) -> Path:
    """Where the catalogue called `name` (`pl`, `zh_Hant`) stands, or would stand."""
    return CATALOGUES / name / "LC_MESSAGES" / f"{DOMAIN}.po"


def languages() -> list[str]:
    """The languages there are catalogues for, as tags, in order; English first, which needs none."""
    return ["en", *sorted(path.parent.parent.name.replace("_", "-") for path in CATALOGUES.glob("*/*/*.po"))]


def _from_special_to_general(locale: Locale) -> list[tuple[str, ...]]:
    """Names under which a catalogue may stand: language with script, then the language alone."""
    script = script_of(locale)
    return [(locale.language, script), (locale.language,)] if script else [(locale.language,)]


def _read(path: Path) -> gettext.GNUTranslations:
    """The catalogue at `path`; what is fuzzy or missing in it stays as written."""
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
