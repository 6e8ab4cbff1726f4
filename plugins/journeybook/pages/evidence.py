"""The page of a piece of evidence."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model import Evidence
from journeybook.pages.head import head_of
from journeybook.pages.measures import day
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.tail import tail_of
from journeybook.pages.vocabulary import word_for
from journeybook.portal import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePage(PageView):
    """The page of a piece of evidence."""


def evidence_page(maker: PageMaker, evidence: Evidence) -> EvidencePage:
    """The page of `evidence`."""
    words = maker.words
    return EvidencePage(
        page=maker.page,
        head=head_of(maker, evidence),
        facts=facts(
            maker.fact(words.gettext("Kind"), word_for(evidence.kind, words) if evidence.kind else None),
            maker.fact(words.gettext("Gathered"), day(evidence.day, words)),
            maker.fact(words.gettext("Voice"), word_for(evidence.voice, words) if evidence.voice else None),
            maker.fact(words.gettext("Size (n)"), None if evidence.n is None else words.number(evidence.n)),
        ),
        narrative=maker.narrative(evidence, maker.voice(evidence)),
        sections=backlink_groups(maker, key_of(evidence)),
        tail=tail_of(maker, evidence),
    )
