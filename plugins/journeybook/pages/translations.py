"""The board of translations: what is translated into each language, in part, not yet, or too long ago."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journeybook.model import Entity
from journeybook.model.keys import TRANSLATIONS, SpotKey
from journeybook.pages.head import Head, head_about_many
from journeybook.pages.language_links import is_older, name_in, progress_of
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Heading
from journeybook.pages.sections.link_groups import LinkGroup, LinkRow
from journeybook.pages.sections.section import Section, present
from journeybook.pages.titles import title_about_many
from journeybook.pages.vocabulary import kind_word
from journeybook.portal import key_of
from journeybook.reading import translated


@dataclass(frozen=True, slots=True)
class _State:
    """How far one thing is translated into one language."""

    key: SpotKey
    done: int
    missing: int
    is_older: bool


def translations_page(maker: PageMaker) -> PageView:
    """The board of translations. Counted are personas, journeys, touchpoints … with all their texts.

    One is translated when every text is: title, summary, narrative, each field of prose; for a journey those
    of its stages, steps and pains too. It is older when its original was reviewed after the day the translation
    gives as `translated`. What is written in a language is not counted for it.
    """
    words = maker.words
    content = maker.portal.content
    original, *others = content.languages
    source = replace(content, entities=content.originals) if content.language else content
    states = {one: _states(maker, translated(source, one, original).entities) for one in others}
    counted = [
        maker.fact(
            name_in(language, words),
            words.gettext("%(count)s translated", count=words.number(sum(not one.missing for one in found))),
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


def _states(maker: PageMaker, entities: Sequence[Entity]) -> list[_State]:
    """How far each of `entities` that readers may see is translated."""
    found = [entity for entity in entities if key_of(entity) in maker.portal.directory.by_key]
    states = [_State(key_of(one), *progress_of(one), is_older(one)) for one in found]
    return [state for state in states if state.done or state.missing]


def _in_part(states: Sequence[_State]) -> list[_State]:
    return [one for one in states if one.done and one.missing]


def _not_yet(states: Sequence[_State]) -> list[_State]:
    return [one for one in states if not one.done]


def _older(states: Sequence[_State]) -> list[_State]:
    return [one for one in states if one.is_older]


def _sections(maker: PageMaker, language: str, states: Sequence[_State]) -> Iterator[Section]:
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


def _row(maker: PageMaker, state: _State) -> LinkRow:
    words = maker.words
    count, whole = words.number(state.done), words.number(state.done + state.missing)
    note = words.gettext("%(done)s of %(count)s texts", done=count, count=whole)
    return LinkRow(maker.link(state.key), kind_word(state.key.kind, words), note=note)
