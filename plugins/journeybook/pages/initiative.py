"""The page of an initiative."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model import Initiative
from journeybook.pages.head import head_of
from journeybook.pages.measures import day, share
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.tail import tail_of
from journeybook.portal import key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativePage(PageView):
    """The page of an initiative."""


def initiative_page(maker: PageMaker, initiative: Initiative) -> InitiativePage:
    """The page of `initiative`."""
    words = maker.words
    return InitiativePage(
        page=maker.page,
        head=head_of(maker, initiative),
        facts=facts(
            maker.fact(words.gettext("Progress"), share(initiative.progress, words)),
            maker.fact(words.gettext("From"), day(initiative.from_, words)),
            maker.fact(words.gettext("To"), day(initiative.to, words)),
        ),
        narrative=maker.narrative(initiative, maker.voice(initiative)),
        sections=backlink_groups(maker, key_of(initiative)),
        tail=tail_of(maker, initiative),
    )
