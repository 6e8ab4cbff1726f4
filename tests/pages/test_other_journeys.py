"""The journeys of other portals in a hub's atlas."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journeybook.model.keys import ATLAS
from journeybook.pages import plan, view_of
from journeybook.pages.atlas import AtlasPage
from journeybook.pages.atlas.hub import Portals
from journeybook.portal import assemble
from journeybook.reading.content import Content
from journeybook.rendering import Renderer
from tests.exchange.neighbours import SITE, neighbour, neighbours
from tests.rendering.sites import Document, narrate

from .portals import EVERYTHING, context_of

if TYPE_CHECKING:
    from journeybook.model import Entity
    from journeybook.model.other_portals import OtherPortals
    from journeybook.pages import Context


def hub(*entities: Entity, others: OtherPortals) -> Context:
    return replace(context_of(), portal=assemble(Content("content", entities, (), (), (), others=others)))


def atlas(context: Context) -> AtlasPage:
    (page,) = [one for one in plan(context.portal) if one.key == ATLAS]
    view = view_of(page, context)
    assert isinstance(view, AtlasPage)
    return view


def test_they_come_after_our_own_portal_by_portal() -> None:
    others = neighbours(neighbour("claims", title="Claims"), neighbour("moves", title="Moves"))
    view = atlas(hub(*EVERYTHING, others=others))
    assert view.shows_portals
    assert [(row.portal, row.link.title) for row in view.rows] == [
        ("", "Report a claim"),
        ("", "Report a claim, better"),
        *(
            (portal, title)
            for portal in ("Claims", "Moves")
            for title in ("Report a claim, better", "Report a claim")
        ),
    ]
    assert view.counts == atlas(hub(*EVERYTHING, others=neighbours())).counts


def test_a_hub_without_journeys_of_its_own_shows_theirs() -> None:
    better, claim = atlas(hub(others=neighbours(neighbour("claims")))).rows
    assert (better.is_future, better.kinds, better.personas[0].title) == (True, ("Future",), "Ann")
    assert (
        claim.upkeep.status,
        claim.steps.value,
        claim.pains.value,
        claim.moments_of_truth.value,
    ) == ("reviewed", 3, 1, 1)
    assert [(one.link.title, one.score.shown if one.score else "") for one in claim.stages] == [
        ("Tell", "3.4"),
        ("Wait", ""),
    ]
    assert (claim.stale, claim.unproven) == (None, None)


def test_too_many_for_one_page_have_a_page_for_each_portal() -> None:
    claims = neighbour("claims", title="Claims")
    many = replace(claims, journeys=claims.journeys * 251)
    context = hub(*EVERYTHING, others=neighbours(many, neighbour("moves", title="Moves")))
    whole, of_claims, of_moves = (
        view_of(page, context) for page in plan(context.portal) if page.template == "atlas"
    )
    assert isinstance(whole, AtlasPage)
    assert isinstance(of_moves, AtlasPage)
    assert [row.portal for row in whole.rows] == ["", ""]
    (portals,) = whole.sections
    assert isinstance(portals, Portals)
    assert [(row.link.title, row.journeys.value, row.link.to) for row in portals.rows] == [
        ("Claims", 502, of_claims.page.address),
        ("Moves", 2, of_moves.page.address),
    ]
    moves = portals.rows[1]
    assert ([one.count.value for one in moves.stages], moves.unscored.value, moves.pains.value) == (
        [0, 0, 1, 0, 0],
        1,
        1,
    )
    assert of_moves.head.plain_title == "Moves"
    assert [one.title for one in of_moves.head.crumbs] == ["Home", "Atlas"]
    assert [(row.portal, row.link.title) for row in of_moves.rows] == [
        ("", "Report a claim, better"),
        ("", "Report a claim"),
    ]


def test_each_links_to_its_own_site() -> None:
    context = hub(others=neighbours(neighbour("claims")))
    html = Renderer(context, narrate).render(atlas(context)).html
    links = [link for link in Document(html).links if link.startswith("https://maps")]
    for path in ("journeys/claim/", "journeys/claim/tell/", "personas/ann/"):
        assert SITE + path in links
    assert html.count('class="jb-abroad"') == len(links)


def test_words_of_others_that_mean_nothing_here_are_left_out() -> None:
    portal = neighbour("claims")
    odd = replace(portal.journeys[1], status="<b>", scope="galaxy", state="past")
    (row,) = atlas(hub(others=neighbours(replace(portal, journeys=(odd,))))).rows
    assert (row.upkeep.status, row.kinds) == ("", ())
