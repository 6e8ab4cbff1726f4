"""The pages of opportunities, initiatives, evidence and metrics."""

from journeybook.pages import PageView
from journeybook.pages.sections.link_groups import LinkGroup

from .portals import view
from .shown import facts, section, section_titles, titles


def test_an_opportunity_lists_its_pains_and_names_its_initiative() -> None:
    page = view(PageView, "opportunity/once")
    assert facts(page.facts) == {"Impact": ["5 of 5"], "Effort": ["3 of 5"], "Taken up by": ["One file"]}
    (row,) = section(LinkGroup, page, "Pains it takes up").rows
    assert (row.link.title, titles(row.within), row.note) == (
        "Told twice",
        ["Calls support", "Report a claim"],
        "Severity 4 of 5 · reaches 60%",
    )


def test_an_initiative_lists_its_opportunities() -> None:
    page = view(PageView, "initiative/file")
    assert facts(page.facts) == {"Progress": ["35%"], "From": ["April 1, 2026"]}
    assert [row.link.title for row in section(LinkGroup, page, "Opportunities it takes up").rows] == [
        "How might we ask once?"
    ]


def test_evidence_lists_what_it_proves_each_once() -> None:
    page = view(PageView, "evidence/talks")
    assert facts(page.facts) == {
        "Kind": ["Interview"],
        "Gathered": ["May 7, 2026"],
        "Voice": ["Customer"],
        "Size (n)": ["9"],
    }
    rows = section(LinkGroup, page, "What it proves").rows
    assert [(row.kind, row.link.title) for row in rows] == [("Step", "Calls support"), ("Pain", "Told twice")]


def test_a_metric_names_its_twin_and_its_twin_names_it() -> None:
    page = view(PageView, "metric/nps")
    assert facts(page.facts) == {
        "Value": ["18"],
        "Type": ["nps"],
        "Rests on (n)": ["212"],
        "Customers see it as": ["As felt"],
    }
    assert section_titles(page) == ["Measured here"]
    felt = view(PageView, "metric/felt")
    assert facts(felt.facts) == {"Value": ["about half"]}
    assert section_titles(felt) == ["Figures it shows from the customers' side"]
