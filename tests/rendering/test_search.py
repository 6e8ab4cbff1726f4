"""What is found on a page: it, each step at its journey's, headings of its narrative; and nothing twice."""

from __future__ import annotations

from journeybook.pages import Narrative, plan, view_of
from journeybook.rendering.search import SearchEntry, as_html, entries_of
from tests.pages.portals import CALL, CLAIM, EVERYTHING, with_

from .sites import context_of, site_of


def entries(file: str) -> dict[str, SearchEntry]:
    """The entries of a page, by anchor."""
    return {one.anchor: one for one in site_of(EVERYTHING)[file].found}


def test_a_step_is_found_at_its_journey() -> None:
    step = entries("journeys/claim/index.html")["calls"]
    assert step.title == "Calls support"
    assert step.said == (
        "Rings the number",
        "Will they know me?",
        "worried",
        "I only wanted to know",
        "Decides whether she stays",
        "Most call.",
        "Told twice",
        "A voice",
        "Answers",
        "Opens a ticket · Tickets",
        "Support call · Phone · Order desk · Would recommend",
        "cost per call · €6",
    )


def test_nothing_is_found_twice() -> None:
    titles = [one.title for page in site_of(EVERYTHING).values() for one in page.found]
    for title in ("Calls support", "Told twice", "Tell", "Support call", "Ann", "Talks"):
        assert titles.count(title) == 1, title
    assert list(entries("journeys/claim/tell/index.html")) == [""]
    assert entries("compare/index.html") == entries("compare/better/index.html") == {}


def test_a_page_says_what_was_written_for_it() -> None:
    page = entries("journeys/claim/index.html")[""]
    assert (page.title, page.tags) == ("Report a claim", ("claims",))
    assert page.said == ("From the leak to the cheque.", "Be paid", "One call is enough", "Ann · Bob")
    assert entries("pains/claim/twice/index.html")[""].said == (
        "Calls support · Support call · Order desk · How might we ask once? · One file",
    )
    assert "Answer in an hour" in entries("touchpoints/call/index.html")[""].said
    assert entries("boards/pains/index.html")[""].said[0] == "What hurts most, over all journeys."


def test_markup_is_left_out_and_mentions_have_their_titles() -> None:
    journey = with_(CLAIM, summary="*From* the [[call]] to `x`, [see](https://example.org)")
    page = next(one for one in site_of((journey, *EVERYTHING[4:]))["journeys/claim/index.html"].found)
    assert page.said[0] == "From the Support call to x, see"


def test_headings_of_a_narrative_are_found() -> None:
    context = context_of([with_(CALL, narrative="x")])
    page = next(one for one in plan(context.portal) if str(one.key) == "touchpoint/call")

    def with_heading(narrative: Narrative) -> str:
        return f'<p>{narrative.text}</p><h2 id="page_hours">Hours</h2><p>From eight to <b>eight</b>.</p>'

    first, second = entries_of(view_of(page, context), with_heading)
    assert first.said[-1] == "x"
    assert second == SearchEntry("page_hours", "Hours", ("From eight to eight.",))


def test_titles_and_texts_become_text_and_never_html() -> None:
    entry = SearchEntry("a&b", "<img src=x>", ("<script>", "R&D"))
    assert entry.html_title == "&lt;img src=x&gt;"
    assert entry.html == "<p>&lt;script&gt;</p><p>R&amp;D</p>"
    assert as_html([SearchEntry("", "T", ()), entry]) == (
        f'<h1>T</h1><h2 id="a&amp;b">{entry.html_title}</h2>{entry.html}'
    )
