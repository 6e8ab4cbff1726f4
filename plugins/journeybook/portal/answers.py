"""Who answers what: pains, the opportunities they raise, the initiatives that take these up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeybook.model import Initiative, Opportunity
from journeybook.portal.mentions import key_of
from journeybook.portal.ranking import RankedPain

if TYPE_CHECKING:
    from journeybook.portal.graph import Portal


def pains_of(portal: Portal, opportunity: Opportunity) -> tuple[RankedPain, ...]:
    """The pains that `opportunity` answers, the heaviest first."""
    key = key_of(opportunity)
    return tuple(one for one in portal.ranked_pains if key in portal.named_by(one.spot.key, "opportunity"))


def opportunities_of(portal: Portal, initiative: Initiative) -> tuple[Opportunity, ...]:
    """The opportunities that `initiative` takes up, in file order."""
    links = portal.backlinks(key_of(initiative))
    return tuple(portal.get(Opportunity, link.source.id) for link in links if link.field == "initiative")


def pains_answered_by(portal: Portal, initiative: Initiative) -> tuple[RankedPain, ...]:
    """The pains that `initiative` answers through its opportunities, the heaviest first."""
    taken = {key_of(one) for one in opportunities_of(portal, initiative)}
    return tuple(
        one for one in portal.ranked_pains if not taken.isdisjoint(portal.named_by(one.spot.key, "opportunity"))
    )


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
