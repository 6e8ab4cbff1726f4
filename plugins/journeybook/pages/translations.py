"""The board of translations: what is translated into each language, in part, not yet, or too long ago."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeybook.model.keys import TRANSLATIONS
from journeybook.pages.head import Head, head_about_many
from journeybook.pages.language_links import name_in
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Heading
from journeybook.pages.sections.link_groups import LinkGroup, LinkRow
from journeybook.pages.sections.section import Section, present
from journeybook.pages.titles import title_about_many
from journeybook.pages.translation_states import TranslationState, translation_states
from journeybook.pages.vocabulary import kind_word


def translations_page(maker: PageMaker) -> PageView:
    """The board of translations. Counted are personas, journeys, touchpoints … with all their texts.

    One is translated when every text is: title, summary, narrative, each field of prose; for a journey those
    of its stages, steps and pains too. It is older when its original was reviewed after the day the translation
    gives as `translated`. What is written in a language is not counted for it.
    """
    words = maker.words
    states = translation_states(maker.portal)
    counted = [
        maker.fact(
            name_in(language, words),
            words.gettext(
                "%(count)s translated", count=words.number(sum(one.state == "translated" for one in found))
            ),
            words.gettext("%(count)s in part", count=words.number(len(_in_part(found)))),
            words.gettext("%(count)s not yet", count=words.number(len(_not_yet(found)))),
            words.gettext("%(count)s older than the original", count=words.number(len(_older(found)))),
        )
        for language, found in states.items()
    ]
    sections = [section for language, found in states.items() for section in _sections(maker, language, found)]
    return PageView(page=maker.page, head=_head(maker), facts=facts(*counted), sections=present(*sections))


def _head(maker: PageMaker) -> Head:
    lead = maker.words.gettext(
        "A thing is translated when all its texts are, a journey with its stages, steps and pains. "
        "It is older when the original was reviewed after the translation was held against it."
    )
    return head_about_many(maker, title_about_many(TRANSLATIONS, maker.words), lead)


def _in_part(states: Sequence[TranslationState]) -> list[TranslationState]:
    return [one for one in states if one.state == "partly"]


def _not_yet(states: Sequence[TranslationState]) -> list[TranslationState]:
    return [one for one in states if one.state == "not"]


def _older(states: Sequence[TranslationState]) -> list[TranslationState]:
    return [one for one in states if one.is_older]


def _sections(maker: PageMaker, language: str, states: Sequence[TranslationState]) -> Iterator[Section]:
    gettext = maker.words.gettext
    groups = (
        ("older", gettext("Older than the original"), _older(states)),
        ("in_part", gettext("Translated in part"), _in_part(states)),
        ("not_yet", gettext("Not yet translated"), _not_yet(states)),
    )
    for anchor, title, found in groups:
        if found:
            heading = Heading(2, f"_{language}_{anchor}", f"{name_in(language, maker.words)}: {title}")
            yield LinkGroup(heading=heading, rows=tuple(_row(maker, one) for one in found))


def _row(maker: PageMaker, state: TranslationState) -> LinkRow:
    words = maker.words
    count, whole = words.number(state.done), words.number(state.done + state.missing)
    note = words.gettext("%(done)s of %(count)s texts", done=count, count=whole)
    return LinkRow(maker.link(state.key), kind_word(state.key.kind, words), note=note)
