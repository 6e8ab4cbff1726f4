"""What Material's search finds on a page: each step and pain under the step's own heading, no diagram source."""

from material.plugins.search.plugin import Parser

from tests.pages.portals import EVERYTHING

from .sites import site_of


def sections(file: str) -> dict[str, tuple[str, str]]:
    """Title and text of each section that search knows, by its id."""
    parser = Parser()
    parser.feed(site_of(EVERYTHING)[file].html)
    parser.close()
    return {
        section.id or "": ("".join(section.title).strip(), " ".join("".join(section.text).split()))
        for section in parser.data
        if not section.is_excluded()
    }


def test_a_step_is_found_under_its_own_heading() -> None:
    title, text = sections("journeys/claim/index.html")["calls"]
    assert title == "Calls support"
    for words in (
        "Rings the number",
        "Will they know me?",
        "Told twice",
        "A voice",
        "Opens a ticket",
        "Most call.",
    ):
        assert words in text
    assert "Waits" not in sections("journeys/claim/index.html")["offers"][0]


def test_what_is_on_every_page_is_not_found() -> None:
    found = " ".join(text for _, text in sections("journeys/claim/index.html").values())
    for words in ("accTitle", "flowchart", "Comment on this page", "Home", "Edit"):
        assert words not in found


def test_the_summary_belongs_to_the_page_itself() -> None:
    title, text = sections("journeys/claim/index.html")[""]
    assert title == "", "so search takes the page's own title"
    assert "From the leak to the cheque." in text
