"""The same page in other languages, and what is not translated on it."""

from __future__ import annotations

from babel import Locale
from msgspec import Struct

from journeybook.model import Entity
from journeybook.model.addresses import Address
from journeybook.pages.languages import direction_of
from journeybook.pages.measures import day
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Direction, InSite, Moment
from journeybook.pages.scope import Scope, folder_of, in_folder
from journeybook.words import Words, locale_of


class LanguageLink(Struct, frozen=True):
    """A page in one of the portal's languages."""

    language: str
    name: str
    """The language's name, in itself."""
    direction: Direction
    to: InSite
    is_here: bool
    """Whether it is the page one is on."""


class TranslationNote(Struct, frozen=True):
    """What readers of a translation should know about it."""

    message: str
    original: LanguageLink
    since: Moment | None = None
    """The day of the original's last review, where that is after the translation."""


def language_links(scope: Scope, page: Address, languages: tuple[str, ...] = ()) -> tuple[LanguageLink, ...]:
    """`page` in each of `languages`, else in all of the portal's; none where there is but one."""
    wanted = [one for one in scope.languages if not languages or one in languages]
    return tuple(_link(scope, page, one) for one in wanted) if len(wanted) > 1 else ()


def _link(scope: Scope, page: Address, language: str) -> LanguageLink:
    there = InSite(in_folder(page, folder_of(language, scope.languages)))
    here = language == scope.language
    return LanguageLink(language, own_name(language), direction_of(language), there, here)


def own_name(language: str) -> str:
    """What speakers of `language` call it: `polski`; the tag where nobody knows."""
    return locale_of(language).get_display_name() or language if _is_known(language) else language


def name_in(language: str, words: Words) -> str:
    """What `language` is called in the language of `words`."""
    return locale_of(language).get_display_name(words.locale) or language if _is_known(language) else language


def _is_known(language: str) -> bool:
    return locale_of(language) != Locale("en") or language.casefold().startswith("en")


def translation_note(maker: PageMaker, entity: Entity) -> TranslationNote | None:
    """What readers should know about the translation of `entity` and all it holds; None where all is well."""
    rendition, scope, words = entity.rendition, maker.context.scope, maker.words
    if not scope.folder or rendition.original.casefold() == scope.language.casefold():
        return None
    language = name_in(rendition.original, words)
    done, missing = progress_of(entity)
    if missing and not done:
        message = words.gettext("Not yet translated. Language of the original: %(language)s.", language=language)
    elif missing:
        message = words.gettext("Partly translated. Language of the rest: %(language)s.", language=language)
    elif is_older(entity):
        message = words.gettext("The original was reviewed after it was translated.")
    else:
        return None
    original = _link(scope, maker.page.address, scope.original)
    return TranslationNote(message, original, day(entity.reviewed, words) if is_older(entity) else None)


def progress_of(entity: Entity) -> tuple[int, int]:
    """How many texts of `entity`, and of all it holds, are translated, and how many are not."""
    done, missing = entity.rendition.done, entity.rendition.missing
    for name in ("stages", "steps", "pains"):
        parts: tuple[Entity, ...] = getattr(entity, name, ())
        for part in parts:
            more, lacking = progress_of(part)
            done, missing = done + more, missing + lacking
    return done, missing


def is_older(entity: Entity) -> bool:
    """Whether the original was reviewed after the day its translation was last held against it."""
    translated = entity.rendition.day
    return bool(translated and entity.reviewed and entity.reviewed > translated)
