"""The page of a channel."""

from __future__ import annotations

from journeybook.model import Channel
from journeybook.pages.head import head_of
from journeybook.pages.measures import mean_of
from journeybook.pages.page_maker import PageMaker, facts
from journeybook.pages.page_view import PageView
from journeybook.pages.pieces import PersonaScore
from journeybook.pages.sections.consistency import consistency_table
from journeybook.pages.sections.link_groups import backlink_groups
from journeybook.pages.sections.section import present
from journeybook.pages.sections.uses import as_they_are, spots_naming, uses
from journeybook.pages.tail import tail_of
from journeybook.pages.vocabulary import word_for
from journeybook.portal import key_of


class ChannelPage(PageView, frozen=True, kw_only=True):
    """The page of a channel."""

    mood: PersonaScore | None
    """The mean score over all steps through it in journeys as they are."""


def channel_page(maker: PageMaker, channel: Channel) -> ChannelPage:
    """The page of `channel`."""
    words, key = maker.words, key_of(channel)
    through = spots_naming(maker, key, "channel")
    return ChannelPage(
        page=maker.page,
        head=head_of(maker, channel),
        facts=facts(maker.fact(words.gettext("Kind"), word_for(channel.kind, words) if channel.kind else None)),
        narrative=maker.narrative(channel, maker.voice(channel)),
        sections=present(
            consistency_table(maker, maker.portal.consistencies, channel),
            *backlink_groups(maker, key, without={"owner", "narrative"}),
            uses(maker, through, "_steps", words.gettext("Steps through it")),
            *backlink_groups(maker, key, without={"touchpoint.channels", "persona.channels"}),
        ),
        tail=tail_of(maker, channel),
        mood=mean_of(as_they_are(through), words),
    )
