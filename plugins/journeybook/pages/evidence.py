"""The page of a piece of evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from journeybook.model import Evidence, Kind
from journeybook.model.keys import SpotKey
from journeybook.pages.head import head_of
from journeybook.pages.measures import age, day
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import Heading
from journeybook.pages.sections.link_groups import LinkGroup, backlink_groups, link_row
from journeybook.pages.sections.section import present
from journeybook.pages.tail import tail_of
from journeybook.pages.vocabulary import mark, word_for
from journeybook.portal import key_of

_TITLES = {
    Kind.PERSONA: mark("Personas that rest on it"),
    Kind.JOURNEY: mark("Journeys that rest on it"),
    Kind.STAGE: mark("Stages that rest on it"),
    Kind.STEP: mark("Steps that rest on it"),
    Kind.TOUCHPOINT: mark("Touchpoints that rest on it"),
    Kind.CHANNEL: mark("Channels that rest on it"),
    Kind.TEAM: mark("Teams that rest on it"),
    Kind.PAIN: mark("Pains that rest on it"),
    Kind.OPPORTUNITY: mark("Opportunities that rest on it"),
    Kind.INITIATIVE: mark("Initiatives that rest on it"),
    Kind.EVIDENCE: mark("Evidence that rests on it"),
    Kind.METRIC: mark("Metrics that rest on it"),
}


class EvidencePage(PageView, frozen=True, kw_only=True):
    """The page of a piece of evidence."""

    notices: tuple[str, ...]
    """That nothing rests on it, where nothing does."""


def evidence_page(maker: PageMaker, evidence: Evidence) -> EvidencePage:
    """The page of `evidence`."""
    words = maker.words
    groups = tuple(_resting(maker, key_of(evidence)))
    return EvidencePage(
        page=maker.page,
        head=head_of(maker, evidence),
        facts=facts(
            maker.fact(words.gettext("Kind"), word_for(evidence.kind, words) if evidence.kind else None),
            maker.fact(words.gettext("Gathered"), day(evidence.day, words)),
            maker.fact(words.gettext("Age"), _age(maker, evidence)),
            maker.fact(words.gettext("Voice"), word_for(evidence.voice, words) if evidence.voice else None),
            maker.fact(words.gettext("Size (n)"), None if evidence.n is None else words.number(evidence.n)),
        ),
        narrative=maker.narrative(evidence, maker.voice(evidence)),
        sections=present(*groups, *backlink_groups(maker, key_of(evidence), without={"evidence"})),
        tail=tail_of(maker, evidence),
        notices=() if groups else maker.gaps(words.gettext("Nothing rests on it yet.")),
    )


def _age(maker: PageMaker, evidence: Evidence) -> str | None:
    """How old it is, with the day on which that is true."""
    words, as_of = maker.words, maker.context.as_of
    old = age(evidence.day, as_of, words)
    return words.gettext("%(age)s, as of %(day)s", age=old, day=words.day(as_of)) if old else None


def _resting(maker: PageMaker, target: SpotKey) -> Iterator[LinkGroup]:
    """What names the evidence, a list per kind in the order readers meet them; gains stand with their steps."""
    found: defaultdict[str, dict[SpotKey, None]] = defaultdict(dict)
    for link in maker.portal.backlinks(target):
        if link.field in {"evidence", "gains.evidence"}:
            found[link.source.kind][link.source] = None
    for kind in Kind:
        if keys := found.get(kind):
            heading = Heading(2, f"_{kind.folder}", maker.words.gettext(_TITLES[kind]))
            yield LinkGroup(heading=heading, rows=tuple(link_row(maker, key) for key in keys))
