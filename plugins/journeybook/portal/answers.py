"""Who answers what: pains, the opportunities they raise, the initiatives that take these up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from journeybook.model import Initiative, Opportunity, Touchpoint
from journeybook.portal.mentions import key_of
from journeybook.portal.ranking import RankedPain, in_rank_order, steps_meeting

if TYPE_CHECKING:
    from journeybook.portal.graph import Portal


def pains_of(portal: Portal, opportunity: Opportunity) -> tuple[RankedPain, ...]:
    """The pains that `opportunity` answers, the heaviest first."""
    links = portal.backlinks(key_of(opportunity))
    return in_rank_order(portal.ranked_pain(link.source) for link in links if link.field == "opportunity")


def opportunities_of(portal: Portal, initiative: Initiative) -> tuple[Opportunity, ...]:
    """The opportunities that `initiative` takes up, in file order."""
    links = portal.backlinks(key_of(initiative))
    return tuple(portal.get(Opportunity, link.source.id) for link in links if link.field == "initiative")


def pains_answered_by(portal: Portal, initiative: Initiative) -> tuple[RankedPain, ...]:
    """The pains that `initiative` answers through its opportunities, the heaviest first."""
    taken = opportunities_of(portal, initiative)
    return in_rank_order(pain for one in taken for pain in pains_of(portal, one))


def initiative_of(portal: Portal, opportunity: Opportunity) -> Initiative | None:
    """The initiative that takes `opportunity` up; None where nobody does."""
    named = portal.named_by(key_of(opportunity), "initiative")
    return portal.get(Initiative, named[0].id) if named else None


def unanswered_pains(portal: Portal) -> tuple[RankedPain, ...]:
    """Pains that lead to no opportunity, the heaviest first."""
    return tuple(one for one in portal.ranked_pains if not portal.named_by(one.spot.key, "opportunity"))


def untaken_opportunities(portal: Portal) -> tuple[Opportunity, ...]:
    """Opportunities that no initiative takes up: those with the heaviest pains first, then in file order."""
    found = [one for one in portal.all(Opportunity) if one.status != "retired" and not initiative_of(portal, one)]
    return tuple(sorted(found, key=lambda one: -sum(pain.weight for pain in pains_of(portal, one))))


def needless_initiatives(portal: Portal) -> tuple[Initiative, ...]:
    """Initiatives that answer no pain, in file order."""
    return tuple(
        one for one in portal.all(Initiative) if one.status != "retired" and not pains_answered_by(portal, one)
    )


def pains_at(portal: Portal, touchpoints: Iterable[Touchpoint]) -> tuple[RankedPain, ...]:
    """The pains of the steps that meet one of `touchpoints`, the heaviest first."""
    steps = map(portal.step, steps_meeting(portal.backlinks, touchpoints))
    found = (portal.ranked_pain(key_of(pain, spot.journey.id)) for spot in steps for pain in spot.step.pains)
    return in_rank_order(found)
