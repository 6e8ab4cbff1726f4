"""The entries of a page: one for the page, one for each of its steps and for each heading of its narrative.

A step stands on the pages of its journey and of its stage, and on boards; it is found at its journey's. Pains and
stages have pages of their own, as have the things that tables and lists of links name: no page repeats them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeybook.model.addresses import BOARDS_ADDRESS
from journeybook.model.inline import to_plain
from journeybook.pages import Narrate, Narrative, PageView
from journeybook.pages.journey import JourneyPage
from journeybook.pages.persona import PersonaPage
from journeybook.pages.pieces import Fact, Link, OutsideLink, Text
from journeybook.pages.sections.lists import Lists
from journeybook.pages.sections.promise import PromiseAndPractice
from journeybook.pages.sections.stage_steps import StageSteps
from journeybook.pages.step import StepView
from journeybook.pages.tail import Extra
from journeybook.rendering.search.entry import SearchEntry
from journeybook.rendering.search.passages import passages_in

_NOT_FOUND = frozenset({"compare", "comparison", "history"})
"""Pages that say nothing of their own: all of it stands on the pages of what they are about."""
_BOARDS = f"{BOARDS_ADDRESS.path}/"
_LISTS = 0.5
"""Readers who search want a thing's own page before lists of things."""


def entries_of(view: PageView, narrate: Narrate) -> tuple[SearchEntry, ...]:
    """What is found on the page that `view` describes, in its order; `narrate` gives its narratives as HTML."""
    if view.page.template in _NOT_FOUND:
        return ()
    preface, *passages = passages_in(narrate(view.narrative)) if view.narrative else [None]
    said = [*_opening(view), *(preface.said if preface else ()), *_ending(view)]
    boost = 1 if view.page.is_about_one else _LISTS
    page = SearchEntry("", view.head.plain_title, _once(said), view.head.upkeep.tags, boost)
    below = (SearchEntry(one.anchor, one.title, one.said) for one in passages if one)
    return (page, *below, *(_step_entry(step, narrate) for step in _steps(view)))


def _opening(view: PageView) -> Iterator[str]:
    """What stands above the narrative, as far as somebody wrote it for this page."""
    yield from _plain(view.head.summary, view.quote if isinstance(view, PersonaPage) else None)
    yield from _facts(view.facts)
    for section in (*view.opening, *view.sections):
        if isinstance(section, Lists):
            yield from _plain(*(item for one in section.lists for item in one.items))
        elif isinstance(section, PromiseAndPractice):
            yield from _plain(section.promise)


def _ending(view: PageView) -> Iterator[str]:
    if not view.page.is_about_one:
        yield _together(heading.title for heading in view.headings)
    yield from _further(view.tail.links, view.tail.extras)


def _steps(view: PageView) -> Iterator[StepView]:
    if isinstance(view, JourneyPage):
        for section in view.sections:
            if isinstance(section, StageSteps):
                yield from section.steps


def _step_entry(step: StepView, narrate: Narrate) -> SearchEntry:
    return SearchEntry(step.id, step.plain_title, _once(_said_at(step, narrate)), step.upkeep.tags)


def _said_at(step: StepView, narrate: Narrate) -> Iterator[str]:
    yield from _plain(step.summary, step.does, step.thinks, step.feels, step.quote, step.moment_of_truth)
    yield from _narrated(step.narrative, narrate)
    yield from (pain.plain_title for pain in step.pains)
    yield from _plain(*(gain.title for gain in step.gains))
    for work in (*step.frontstage, *step.backstage):
        yield _together([*_plain(work.does), work.system])
    yield from _facts(step.facts)
    yield from _further(step.links, step.extras)


def _narrated(narrative: Narrative | None, narrate: Narrate) -> Iterator[str]:
    for one in passages_in(narrate(narrative)) if narrative else ():
        yield one.title
        yield from one.said


def _facts(facts: Iterable[Fact]) -> Iterator[str]:
    """What was written, each on its own, and together the names of what is named; figures are no find."""
    values = [value for fact in facts for value in fact.values]
    yield from _plain(*(value for value in values if isinstance(value, Text)))
    yield _together(value.title for value in values if isinstance(value, Link | OutsideLink) and _is_name(value))


def _is_name(link: Link | OutsideLink) -> bool:
    """Whether a link's title is the name of what it leads to; on boards a thing has a rank."""
    return not (isinstance(link, Link) and link.to.path.startswith(_BOARDS))


def _further(links: Iterable[OutsideLink], extras: Iterable[Extra]) -> Iterator[str]:
    yield _together(link.title for link in links)
    yield from (_together(_extra(one)) for one in extras)


def _extra(extra: Extra) -> Iterator[str]:
    yield extra.label
    yield extra.value
    for part in extra.parts:
        yield from _extra(part)


def _plain(*texts: Text | None) -> Iterator[str]:
    """Each of `texts` without its markup."""
    for text in texts:
        if text is None:
            continue
        titles = {link.written: link.title for link in text.links}
        yield to_plain(text.written, lambda written, titles=titles: (None, titles.get(written, written)))


def _together(parts: Iterable[str]) -> str:
    return " · ".join(dict.fromkeys(filter(None, parts)))


def _once(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, said)))
