"""Which pages a portal has."""

from journeybook.pages import plan

from .portals import ANN, BOB, CLAIM, EVERYTHING, portal_of

BOARDS = [
    "board/index", "board/pains", "board/opportunities", "board/moments-of-truth", "board/needs",
    "board/hand-offs", "board/evidence", "board/freshness",
]  # fmt: skip


def test_every_entity_and_stage_has_a_page() -> None:
    assert [str(page.key) for page in plan(portal_of(*EVERYTHING))] == [
        "atlas/atlas", "compare/index", "compare/better",
        "index/persona", "persona/ann", "persona/bob",
        "index/journey", "journey/claim", "stage/claim/tell", "stage/claim/wait", "pain/claim/twice",
        "journey/better",
        "index/touchpoint", "touchpoint/call", "index/channel", "channel/phone", "index/team", "team/desk",
        "team/sales", "index/opportunity", "opportunity/once", "index/initiative", "initiative/file",
        "index/evidence", "evidence/talks", "index/metric", "metric/felt", "metric/nps",
        *BOARDS,
    ]  # fmt: skip


def test_the_overviews_of_an_empty_portal() -> None:
    assert [str(page.key) for page in plan(portal_of())] == [
        "atlas/atlas", "index/persona", "index/journey", "index/touchpoint", "index/channel", "index/team",
        *BOARDS,
    ]  # fmt: skip


def test_pages_know_their_neighbours_in_reading_order() -> None:
    pages = {str(page.key): page for page in plan(portal_of(ANN, BOB, CLAIM))}
    around = {key: (str(page.previous), str(page.next)) for key, page in pages.items()}
    assert around["persona/ann"] == ("None", "persona/bob")
    assert around["persona/bob"] == ("persona/ann", "None")
    assert around["journey/claim"] == ("None", "None")
    assert around["stage/claim/tell"] == ("None", "stage/claim/wait")
    assert around["stage/claim/wait"] == ("stage/claim/tell", "None")
    assert around["index/persona"] == ("None", "None")
