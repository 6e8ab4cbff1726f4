"""References that lead into other portals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from journeybook.model import Journey, Kind
from journeybook.model.elsewhere import Elsewhere
from journeybook.model.keys import SpotKey
from journeybook.model.other_portals import OtherPortals
from journeybook.model.text import WebLink
from journeybook.portal import assemble
from journeybook.reading.content import Content, PageText
from tests.exchange.neighbours import neighbour, neighbours

from .portals import CALL, journey, step

if TYPE_CHECKING:
    from journeybook.model import Entity
    from journeybook.portal import Portal

OTHERS = neighbours(neighbour("claims"))


def portal(*entities: Entity, others: OtherPortals = OTHERS, pages: tuple[PageText, ...] = ()) -> Portal:
    return assemble(
        Content("content", entities, (), tuple(page.path for page in pages), (), page_texts=pages, others=others)
    )


def found(*entities: Entity, **more: Any) -> list[tuple[str, str, str]]:
    """Code, message and hint of every finding."""
    return [(one.code, one.message, one.hint) for one in portal(*entities, **more).diagnostics]


def mine(**keys: Any) -> Journey:
    return journey([step("a")], name="mine", **keys)


def test_a_journey_can_be_part_of_another_portal_s_stage_and_improve_its_journey() -> None:
    made = portal(mine(state="future", part_of="claims:stage/claim/tell", improves="claims:journey/claim"))
    key = SpotKey(Kind.JOURNEY, "mine")
    assert made.diagnostics == ()
    assert made.named_elsewhere(key, "part_of") == Elsewhere("claims", "stage/claim/tell")
    assert made.named_elsewhere(key, "improves") == Elsewhere("claims", "journey/claim")
    assert made.named_by(key, "part_of") == ()
    assert made.whole_of(made.get(Journey, "mine")) is None


@pytest.mark.parametrize(
    ("written", "finding"),
    [
        (
            "claims:journey/claimm",
            ("JB226", "'claims' has no 'journey/claimm'", "did you mean 'claims:journey/claim'?"),
        ),
        (
            "claims:journey/zzz",
            ("JB226", "'claims' has no 'journey/zzz'", "fetch it again, or name what is there"),
        ),
        ("claim:journey/claim", ("JB225", "no portal 'claim' is known", "did you mean 'claims'?")),
        ("zzz:journey/claim", ("JB225", "no portal 'zzz' is known", "add it to journeybook.yml, `portals:`")),
        (
            "claims:touchpoint/call",
            (
                "JB226",
                "'claims:touchpoint/call' is no journey and no stage",
                "write `claims:journey/…` or `claims:stage/…`",
            ),
        ),
    ],
)
def test_what_is_not_there_is_told_with_what_is_near(written: str, finding: tuple[str, str, str]) -> None:
    assert found(mine(part_of=written)) == [finding]


def test_links_and_mentions_are_looked_up_too() -> None:
    links = (
        WebLink(title="x", url="claims:touchpoint/call"),
        WebLink(title="x", url="claims:touchpoint/cal"),
    )
    text = "[[claims:persona/ann]] and [her call][claims:step/claim/calls], [[claims:persona/an|An]]"
    codes = [(code, message) for code, message, _ in found(mine(links=links, narrative=text))]
    assert codes == [("JB226", "'claims' has no 'touchpoint/cal'"), ("JB226", "'claims' has no 'persona/an'")]


def test_in_an_ordinary_page_it_is_a_warning_at_its_place() -> None:
    pages = (PageText("index.md", "# Hi\n\nSee [[claims:persona/an]].\n"),)
    (finding,) = portal(pages=pages).diagnostics
    assert str(finding).startswith("content/index.md:3:5: warning JB226: 'claims' has no 'persona/an'")


def test_the_name_of_a_portal_does_not_take_a_name_from_this_one() -> None:
    assert found(CALL, mine(narrative="[[call]] [[touchpoint:call]]")) == found(CALL, mine())


def test_what_a_portal_that_could_not_be_read_holds_is_no_second_finding() -> None:
    others = OtherPortals(unread=frozenset({"claims"}))
    text = "[[claims:persona/an]]"
    links = (WebLink(title="x", url="claims:touchpoint/cal"),)
    assert found(mine(part_of="claims:journey/x", narrative=text, links=links), others=others) == []


@pytest.mark.parametrize("keys", [{"touchpoints": ("claims:touchpoint/call",)}, {"team": "claims:team/desk"}])
def test_a_step_meets_touchpoints_and_teams_of_its_own_portal(keys: dict[str, Any]) -> None:
    codes = [code for code, _, _ in found(journey([step("a", **keys)]))]
    assert codes == ["JB227"]


def test_an_improvement_leads_from_a_future_journey_to_a_current_one_across_portals_too() -> None:
    assert [code for code, _, _ in found(mine(improves="claims:journey/claim"))] == ["JB213"]
    assert [code for code, _, _ in found(mine(state="future", improves="claims:journey/better"))] == ["JB213"]


def test_other_portals_count_nowhere() -> None:
    made = portal(mine())
    assert [one.title for one in made.others.by_name["claims"].journeys] == [
        "Report a claim, better",
        "Report a claim",
    ]
    assert [one.id for one in made.all(Journey)] == ["mine"]
