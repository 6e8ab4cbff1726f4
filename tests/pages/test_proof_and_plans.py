"""The pages of pains, opportunities, initiatives, evidence and metrics."""

from datetime import date

from journeybook.model import Entity
from journeybook.model.addresses import Address
from journeybook.pages.evidence import EvidencePage
from journeybook.pages.initiative import InitiativePage
from journeybook.pages.metric import MetricPage
from journeybook.pages.opportunity import OpportunityPage
from journeybook.pages.pain_page import PainPage
from journeybook.pages.pieces import Link
from journeybook.pages.sections.link_groups import LinkGroup
from journeybook.pages.sections.proofs import Proofs
from journeybook.pages.sections.table import Table
from journeybook.pages.sections.uses import Uses

from .portals import CLAIM, EVERYTHING, FELT, FILE, NPS, ONCE, STEPS, TALKS, view, with_
from .shown import cells, facts, scores, section, section_titles, titles


def without(left_out: Entity) -> tuple[Entity, ...]:
    return tuple(entity for entity in EVERYTHING if entity is not left_out)


def test_a_pain_says_how_much_it_hurts_where_and_who_answers_it() -> None:
    page = view(PainPage, "pain/claim/twice")
    assert facts(page.facts) == {
        "Severity": ["4 of 5"],
        "Reach": ["60%"],
        "Rank": ["1 of 1 pains"],
        "Hurts at": ["Calls support"],
        "Touchpoint": ["Support call"],
        "Met in": ["2 steps · 1 journey"],
        "Team": ["Order desk"],
        "Opportunity": ["How might we ask once?"],
        "Initiative": ["One file"],
    }
    assert scores(page.scores) == ["Ann 2 bad", "Bob 3.5 good"]
    assert page.notices == ()
    assert titles(page.head.crumbs) == ["Home", "Journeys", "Report a claim", "Calls support"]
    assert [proof.link.title for proof in page.tail.proofs] == ["Talks"]


def test_a_pain_leads_to_its_place_at_its_step() -> None:
    page = view(PainPage, "pain/claim/twice")
    (link,) = next(fact.values for fact in page.facts if fact.label == "Hurts at")
    assert isinstance(link, Link)
    assert link.to == Address("journeys/claim", "pain_twice")


def test_a_pain_that_nobody_answers_says_so() -> None:
    assert view(PainPage, "pain/claim/twice", *without(ONCE)).notices == (
        "Nobody has made an opportunity of it yet.",
    )


def test_a_pain_lists_what_else_hurts_at_its_touchpoint() -> None:
    waits = with_(STEPS[2], pains=(with_(STEPS[0].pains[0], id="long", title="Waits long", severity=1),))
    stages = (CLAIM.stages[0], with_(CLAIM.stages[1], steps=(waits,)))
    page = view(PainPage, "pain/claim/twice", *without(CLAIM), with_(CLAIM, stages=stages))
    assert cells(section(Table, page, "What else hurts at this touchpoint")) == [
        ["2", "Waits long", "1.2", "1 of 5", "60%", "2"]
    ]


def test_an_opportunity_ranks_its_pains_and_names_its_initiative() -> None:
    page = view(OpportunityPage, "opportunity/once")
    assert facts(page.facts) == {
        "Impact": ["5 of 5"],
        "Effort": ["3 of 5"],
        "Taken up by": ["One file"],
        "Weight of its pains": ["4.8"],
    }
    assert cells(section(Table, page, "Pains it answers")) == [
        ["1", "Told twice", "4.8", "4 of 5", "60%", "2", "Support call"]
    ]
    assert [proof.link.title for proof in section(Proofs, page).proofs] == ["Talks"]
    assert page.notices == ()


def test_an_opportunity_says_what_it_lacks() -> None:
    assert view(OpportunityPage, "opportunity/once", *without(FILE)).notices == ("Nobody has taken this up.",)
    assert view(OpportunityPage, "opportunity/once", ONCE, FILE).notices == (
        "No pain leads here, so nobody can tell whom it would help.",
    )


def test_an_initiative_shows_its_progress_and_what_it_helps() -> None:
    page = view(InitiativePage, "initiative/file")
    assert page.progress
    assert (page.progress.value, page.progress.shown) == (0.35, "35%")
    assert facts(page.facts) == {"From": ["April 1, 2026"]}
    assert cells(section(Table, page, "Opportunities it takes up")) == [
        ["How might we ask once?", "5 of 5", "3 of 5", "1"]
    ]
    assert cells(section(Table, page, "Pains it answers"))[0][1] == "Told twice"
    (journey,) = section(LinkGroup, page, "Journeys it helps").rows
    assert (journey.link.title, journey.note) == ("Report a claim", "1 pain")
    assert page.notices == ()


def test_an_initiative_that_answers_no_pain_says_why() -> None:
    assert view(InitiativePage, "initiative/file", FILE).notices == (
        "It answers no pain: it takes up no opportunity.",
    )
    assert view(InitiativePage, "initiative/file", FILE, ONCE).notices == (
        "It answers no pain: no pain leads to the opportunities it takes up.",
    )


def test_evidence_lists_what_rests_on_it_each_once() -> None:
    page = view(EvidencePage, "evidence/talks")
    assert facts(page.facts) == {
        "Kind": ["Interview"],
        "Gathered": ["May 7, 2026"],
        "Age": ["6 months, as of November 22, 2026"],
        "Voice": ["Customer"],
        "Size (n)": ["9"],
    }
    assert section_titles(page) == ["Steps that rest on it", "Pains that rest on it"]
    assert [row.link.title for row in section(LinkGroup, page, "Steps that rest on it").rows] == ["Calls support"]
    assert page.notices == ()


def test_evidence_that_proves_nothing_says_so() -> None:
    page = view(EvidencePage, "evidence/talks", with_(TALKS, day=date(2026, 11, 2)))
    assert page.notices == ("Nothing rests on it yet.",)
    assert facts(page.facts)["Age"] == ["20 days, as of November 22, 2026"]


def test_evidence_of_days_to_come_has_no_age() -> None:
    assert "Age" not in facts(view(EvidencePage, "evidence/talks", with_(TALKS, day=date(2027, 1, 1))).facts)


def test_a_metric_stands_beside_its_twin_on_both_pages() -> None:
    page = view(MetricPage, "metric/nps")
    assert facts(page.facts) == {
        "Value": ["18"],
        "Type": ["nps"],
        "Rests on (n)": ["212"],
        "Customers see it as": ["As felt"],
    }
    assert section_titles(page) == ["Two views of the same thing", "Steps it is measured at"]
    assert section(Uses, page).rows[0].step.title == "Calls support"
    for key in ("metric/nps", "metric/felt"):
        twins = section(Table, view(MetricPage, key), "Two views of the same thing")
        assert cells(twins)[:2] == [["Name", "Would recommend", "As felt"], ["Value", "18", "about half"]]
        assert (
            view(MetricPage, key).twins[0].gap
            == "The two figures are not measured in the same unit, so no gap can be given."
        )


def test_both_figures_of_a_pair_stand_at_the_head_of_either_page() -> None:
    pair = with_(NPS, value=99.1, scale="0–100 %"), with_(FELT, value=46.7, scale="0–100 %")
    for key in ("metric/nps", "metric/felt"):
        (twins,) = view(MetricPage, key, *pair).twins
        shown = [(one.number, one.label, one.to and one.to.path) for one in twins.figures]
        assert shown == [
            ("99.1%", "As we count it", "metrics/nps"),
            ("46.7%", "As customers see it", "metrics/felt"),
        ]


def test_the_gap_is_given_where_both_figures_can_be_subtracted() -> None:
    def lead(ours: object, theirs: object, scale: str | None = "0–100 %") -> str:
        pair = with_(NPS, value=ours, scale=scale), with_(FELT, value=theirs, scale=scale)
        return view(MetricPage, "metric/nps", *pair).twins[0].gap

    assert lead(98.7, 70.9) == "Customers see it 27.8 percentage points lower than we count it."
    assert lead(70, 98) == "Customers see it 28 percentage points higher than we count it."
    assert lead(70, "70 %") == "Both figures are the same."
    assert lead(8, 11.5, "hours") == "The figures lie 3.5 apart, on the scale “hours”."
    assert lead(8, 11.5, None) == "The two figures are not measured in the same unit, so no gap can be given."


def test_a_share_is_shown_in_per_cent() -> None:
    assert view(MetricPage, "metric/nps", with_(NPS, value=98.7, scale="0–100 %")).value == "98.7%"


def test_a_figure_stands_with_its_unit() -> None:
    def shown(unit: str, value: object = 11.5) -> str:
        return view(MetricPage, "metric/nps", with_(NPS, value=value, unit=unit)).value

    assert shown("hours") == "11.5\u00a0hours"
    assert shown("%") == "11.5%"
    assert shown("of 40 questions", "19") == "19\u00a0of 40 questions"
    assert shown("hours", None) == ""


def test_a_unit_says_whether_twins_can_be_subtracted() -> None:
    def lead(ours: str, theirs: str) -> str:
        pair = with_(NPS, value=1.6, unit=ours), with_(FELT, value=19, unit=theirs)
        return view(MetricPage, "metric/nps", *pair).twins[0].gap

    assert lead("days", "days") == "The figures lie 17.4 apart, on the scale “days”."
    assert lead("hours", "days") == "The two figures are not measured in the same unit, so no gap can be given."
