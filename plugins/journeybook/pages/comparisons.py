"""Links to where journeys stand side by side."""

from __future__ import annotations

from journeybook.model import Journey
from journeybook.model.addresses import COMPARE_ADDRESS, comparison_address
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Link
from journeybook.pages.planned import is_pair


def comparison_with_current(maker: PageMaker, future: Journey) -> Link | None:
    """A link to `future` beside the journey it improves; None where it improves none."""
    if not is_pair(maker.portal, future):
        return None
    return Link(maker.words.gettext("Compare with the current journey"), comparison_address(future.id))


def comparisons_of(maker: PageMaker, journey: Journey) -> tuple[Link, ...]:
    """Links to `journey` beside the one it improves, and beside those that improve it."""
    own = comparison_with_current(maker, journey)
    return (
        *((own,) if own else ()),
        *(_with_future(maker, one) for one in maker.portal.futures_of(journey) if one is not journey),
    )


def _with_future(maker: PageMaker, future: Journey) -> Link:
    title = maker.words.gettext("Compare with %(journey)s", journey=maker.plain(future.title))
    return Link(title, comparison_address(future.id))


def comparison_with_any(maker: PageMaker) -> Link | None:
    """A link to the page where a reader puts a journey beside any other; None where there is no other."""
    if len(maker.portal.all(Journey)) < 2:
        return None
    return Link(maker.words.gettext("Compare with another journey"), COMPARE_ADDRESS)
