"""Building blocks: what each shows, chosen, sorted and cut."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from journeybook.model import Kind
from journeybook.model.addresses import index_address
from journeybook.model.block import Block
from journeybook.model.block_table import OFFERS, ONE_PIECE_OF_EVIDENCE
from journeybook.pages.blocks import (
    BlockView,
    CardsBlock,
    CountBlock,
    CurveBlock,
    EmptyBlock,
    FactsBlock,
    FlowBlock,
    ListBlock,
    MapBlock,
    TableBlock,
    block_view,
)
from journeybook.pages.context import Context
from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import PersonaScore, Value
from journeybook.reading.building_blocks import block_of
from journeybook.rendering import BlockHtml

from .portals import ANN, BETTER, EVERYTHING, context_of, page_of, with_
from .shown import facts, scores, titles
from .shown import shown as shown_value

ONE = {
    "persona": "ann",
    "journey": "claim",
    "stage": "claim/tell",
    "step": "claim/calls",
    "pain": "claim/twice",
    "touchpoint": "call",
    "channel": "phone",
    "team": "sales",
    "opportunity": "once",
    "initiative": "file",
    "evidence": "talks",
    "metric": "nps",
}
MANY = [(show, look) for show, offer in OFFERS.items() if not offer.is_one for look in offer.looks]
SINGLE = [
    (show, look) for show in ONE for look in (ONE_PIECE_OF_EVIDENCE if show == "evidence" else OFFERS[show]).looks
]


def block(written: str) -> Block:
    made, found = block_of(written, "content/index.md")
    assert made, found
    return made


def shown(written: str, context: Context | None = None) -> BlockView:
    context = context or context_of()
    return block_view(PageMaker(context, page_of("persona/ann", context)), block(written))


def chosen(show: str, where: str = "", *, sort: str = "") -> list[str]:
    """The titles of what a list holds."""
    lines = [
        f"show: {show}",
        "as: list",
        *([f"where: {{{where}}}"] if where else []),
        *([f"sort: {sort}"] if sort else []),
    ]
    view = shown("\n".join(lines))
    return titles(row.link for row in view.rows) if isinstance(view, ListBlock) else []


@pytest.mark.parametrize(("show", "look"), MANY)
def test_everything_can_be_shown_in_every_look(show: str, look: str) -> None:
    view = shown(f"show: {show}\nas: {look}")
    assert view.form == {"atlas": "atlas", "boards": "list" if look == "list" else "boards"}.get(show, look)
    assert view.name


@pytest.mark.parametrize(("show", "look"), SINGLE)
def test_one_thing_can_be_shown_in_every_look(show: str, look: str) -> None:
    view = shown(f"show: {show}\nid: {ONE[show]}\nas: {look}")
    assert view.form == ("cards" if look == "card" else look)
    assert view.name


@pytest.mark.parametrize(("show", "look"), MANY + SINGLE)
def test_html_is_one_element_without_headings_ids_and_blank_lines(show: str, look: str) -> None:
    named = f"\nid: {ONE[show]}" if (show, look) in SINGLE else ""
    html, found = BlockHtml(context_of()).html(f"show: {show}{named}\nas: {look}", "content/index.md")
    assert not found
    assert html.startswith('<fieldset class="jb jb-insert')
    assert html.endswith("</fieldset>")
    assert html.count("<fieldset") == 1, "Material's search would lose where it ends"
    assert "\n\n" not in html
    assert "<h" not in html
    assert ' id="' not in html, "two blocks on a page would have it twice"


@pytest.mark.parametrize(
    ("show", "where", "expected"),
    [
        ("journeys", "persona: bob", ["Report a claim"]),
        ("journeys", "persona: [bob, ann]", ["Report a claim, better", "Report a claim"]),
        ("journeys", "state: future", ["Report a claim, better"]),
        ("journeys", "scope: experience", ["Report a claim"]),
        ("journeys", "status: draft", []),
        ("journeys", "status: [draft, reviewed]", ["Report a claim"]),
        ("journeys", "tag: Claims", ["Report a claim"]),
        ("journeys", "owner: desk", ["Report a claim"]),
        ("journeys", "team: sales", ["Report a claim"]),
        ("journeys", "evidence: talks", ["Report a claim"]),
        ("journeys", "initiative: file", ["Report a claim"]),
        ("journeys", "score: {at_least: 4}", []),
        ("journeys", "score: {at_most: 4}, persona: ann", ["Report a claim"]),
        ("stages", "journey: claim", ["Tell", "Wait"]),
        ("stages", "touchpoint: call, channel: phone", ["Tell", "Wait"]),
        ("stages", "team: sales", ["Tell"]),
        ("stages", "status: reviewed", ["Tell", "Wait"]),
        ("steps", "stage: claim/wait", ["Waits"]),
        ("steps", "stage: wait, journey: claim", ["Waits"]),
        ("steps", "touchpoint: call", ["Calls support", "Waits"]),
        ("steps", "team: sales", ["Gets an offer"]),
        ("steps", "score: {at_most: 3}", ["Calls support"]),
        ("steps", "score: 4", ["Gets an offer"]),
        ("steps", "opportunity: once", ["Calls support"]),
        ("moments-of-truth", "", ["Calls support"]),
        ("moments-of-truth", "team: sales", []),
        ("pains", "severity: {at_least: 4}", ["Told twice"]),
        ("pains", "severity: {at_least: 5}", []),
        ("pains", "severity: 4, persona: ann, journey: claim, stage: tell, evidence: talks", ["Told twice"]),
        ("hand-offs", "team: sales", ["Calls support", "Gets an offer", "Gets an offer"]),
        ("hand-offs", "journey: better", []),
        ("personas", "channel: phone", ["Ann"]),
        ("personas", "journey: better", ["Ann"]),
        ("personas", "touchpoint: call", ["Ann", "Bob"]),
        ("touchpoints", "team: desk", ["Support call"]),
        ("touchpoints", "team: sales", []),
        ("touchpoints", "journey: claim, stage: wait, persona: bob", ["Support call"]),
        ("channels", "kind: human", ["Phone"]),
        ("channels", "touchpoint: call, persona: ann", ["Phone"]),
        ("channels", "kind: bot", []),
        ("teams", "journey: claim", ["Order desk", "Sales"]),
        ("teams", "touchpoint: call", ["Order desk"]),
        ("opportunities", "impact: {at_least: 4}, effort: {at_most: 3}", ["How might we ask once?"]),
        ("opportunities", "initiative: file, team: desk", ["How might we ask once?"]),
        ("opportunities", "team: sales", []),
        ("initiatives", "opportunity: once, persona: ann", ["One file"]),
        ("evidence", "kind: interview, journey: claim", ["Talks"]),
        ("evidence", "kind: survey", []),
        ("metrics", "journey: claim", ["Would recommend"]),
        ("metrics", "lang: pl", []),
        ("metrics", "lang: EN", ["Would recommend", "As felt"]),
        ("metrics", "audience: internal", []),
    ],
)  # fmt: skip
def test_where_chooses(show: str, where: str, expected: list[str]) -> None:
    assert chosen(show, where) == expected


@pytest.mark.parametrize(
    ("show", "sort", "expected"),
    [
        ("steps", "score", ["Calls support", "Gets an offer", "Waits"]),
        ("steps", "-score", ["Gets an offer", "Calls support", "Waits"]),
        ("steps", "-title", ["Waits", "Gets an offer", "Calls support"]),
        ("journeys", "reviewed", ["Report a claim", "Report a claim, better"]),
        ("journeys", "-reviewed", ["Report a claim", "Report a claim, better"]),
        ("journeys", "[score, title]", ["Report a claim", "Report a claim, better"]),
        ("teams", "-title", ["Sales", "Order desk"]),
    ],
)
def test_sort_puts_in_order_and_what_has_no_value_last(show: str, sort: str, expected: list[str]) -> None:
    assert chosen(show, sort=sort) == expected


def test_the_weightiest_pain_has_the_first_rank() -> None:
    written = [("mild", 5, 0.1), ("wide", 3, 1), ("unknown", 4, None), ("unsaid", None, 0.9)]
    step = EVERYTHING[3].stages[0].steps[0]  # type: ignore[attr-defined]
    pains = tuple(with_(step.pains[0], id=one, title=one, severity=s, reach=r) for one, s, r in written)
    claim = EVERYTHING[3]
    stage = with_(claim.stages[0], steps=(with_(step, pains=pains),))  # type: ignore[attr-defined]
    entities = [with_(claim, stages=(stage,)) if one is claim else one for one in EVERYTHING]
    view = shown("show: pains\nas: list\nsort: rank", context_of(*entities))
    assert isinstance(view, ListBlock)
    assert titles(row.link for row in view.rows) == ["wide", "unsaid", "unknown", "mild"]


def test_limit_cuts_after_sorting() -> None:
    view = shown("show: steps\nsort: -score\nlimit: 1\nas: list")
    assert isinstance(view, ListBlock)
    assert titles(row.link for row in view.rows) == ["Gets an offer"]


def table(written: str) -> list[list[str]]:
    view = shown(written)
    assert isinstance(view, TableBlock)
    heads = [view.first, *(cell.label for cell in view.rows[0].cells)]
    return [
        heads,
        *([row.link.title, *(said(cell.values, cell.scores) for cell in row.cells)] for row in view.rows),
    ]


def said(values: Iterable[Value], felt: Iterable[PersonaScore]) -> str:
    return ", ".join([*map(shown_value, values), *scores(felt)])


def test_tables_of_what_has_no_overview() -> None:
    assert table("show: pains\nas: table") == [
        ["Pain", "Severity", "Reach", "Step", "Journey", "Taken up by"],
        ["Told twice", "4 of 5", "60%", "Calls support", "Report a claim", "How might we ask once?"],
    ]
    assert table("show: hand-offs\nlimit: 1") == [
        ["From", "To", "After the step", "Before the step", "Journey"],
        ["Order desk", "Sales", "Calls support", "Gets an offer", "Report a claim"],
    ]
    assert table("show: moments-of-truth")[1] == [
        "Calls support", "Decides whether she stays", "Report a claim", "Order desk", "Ann 2 bad, Bob 3.5 good",
    ]  # fmt: skip
    assert table("show: journeys\nwhere: {state: current}\nas: table")[1][1:4] == ["Ann, Bob", "Current", "3"]


def test_a_map_has_a_column_for_each_step_and_a_row_for_each_lane() -> None:
    view = shown("show: journey\nid: claim\nas: map")
    assert isinstance(view, MapBlock)
    drawn = view.map
    assert [(stage.link.title, stage.columns) for stage in drawn.stages] == [("Tell", 2), ("Wait", 1)]
    assert titles(step.link for step in drawn.steps if step) == ["Calls support", "Gets an offer", "Waits"]
    assert {"does", "thinks", "feels", "curve", "touchpoints", "teams"} <= {lane.name for lane in drawn.lanes}


def test_a_map_of_a_stage_has_its_steps_only() -> None:
    view = shown("show: stage\nid: claim/wait\nas: map")
    assert isinstance(view, MapBlock)
    assert titles(step.link for step in view.map.steps if step) == ["Waits"]


def test_pictures_say_the_same_in_words_and_link_from_the_root() -> None:
    curve, flow = shown("show: journey\nid: claim\nas: curve"), shown("show: journey\nid: claim\nas: flow")
    assert isinstance(curve, CurveBlock)
    assert titles(line.step for line in curve.curve.lines) == ["Calls support", "Gets an offer"]
    assert isinstance(flow, FlowBlock)
    assert len(flow.lines) == 3
    html, _ = BlockHtml(context_of()).html("show: journey\nid: claim\nas: flow", "content/index.md")
    assert "\ue000journeybook-root\ue000/journeys/claim/#calls" in html


def test_a_journey_without_scores_has_no_curve() -> None:
    view = shown("show: journey\nid: better\nas: curve\nempty: Not scored yet")
    assert isinstance(view, EmptyBlock)
    assert view.message.written == "Not scored yet"


def test_facts_are_those_of_the_page() -> None:
    view = shown("show: opportunity\nid: once\nas: facts")
    assert isinstance(view, FactsBlock)
    said = facts(view.facts)
    assert {"Impact": ["5 of 5"], "Effort": ["3 of 5"], "Taken up by": ["One file"]}.items() <= said.items()
    assert view.thing
    assert view.thing.title == "How might we ask once?"


def test_former_ids_are_found() -> None:
    view = shown("show: step\nid: claim/rings\nas: card")
    assert isinstance(view, CardsBlock)
    assert view.cards[0].link.title == "Calls support"


def test_a_count_leads_to_the_overview_of_what_it_counts() -> None:
    count = shown("show: journeys\nas: count")
    assert isinstance(count, CountBlock)
    assert (count.number, count.label, count.to) == ("2", "Journeys", index_address(Kind.JOURNEY))
    some = shown("show: pains\nas: count\nwhere: {severity: 5}\ntitle: Pains that drive people away")
    assert isinstance(some, CountBlock)
    assert (some.number, some.label, some.to) == ("0", "Pains that drive people away", None)


def test_where_nothing_fits_a_text_stands() -> None:
    view = shown("show: pains\nwhere: {severity: 1}")
    assert isinstance(view, EmptyBlock)
    assert view.message.written == "There is nothing to show here yet."


def test_what_a_build_leaves_out_is_shown_to_nobody() -> None:
    """A public build has a portal without what is internal; the names of that are no mistake there."""
    context = context_of(*(one for one in EVERYTHING if one is not ANN and one is not BETTER))
    assert isinstance(shown_in(context, "show: persona\nid: ann"), EmptyBlock)
    assert isinstance(shown_in(context, "show: journeys\nwhere: {persona: ann}"), EmptyBlock)
    some = shown_in(context, "show: journeys\nwhere: {persona: [ann, bob]}\nas: list")
    assert isinstance(some, ListBlock)
    assert titles(row.link for row in some.rows) == ["Report a claim"]


def shown_in(context: Context, written: str) -> BlockView:
    return block_view(PageMaker(context, page_of("persona/bob", context)), block(written))


def test_a_block_that_cannot_be_read_says_why() -> None:
    html, found = BlockHtml(context_of()).html("show: <b>", "content/index.md")
    assert [one.code for one in found] == ["JB146"]
    assert "This block cannot be read" in html
    assert "&lt;b&gt;" in html
