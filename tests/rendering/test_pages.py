"""The HTML of each kind of page."""

from itertools import pairwise
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from journeybook.model.keys import SpotKey
from journeybook.pages import plan, view_of
from journeybook.rendering import Rendered, Renderer
from journeybook_theme import TEMPLATES
from tests.pages.portals import EVERYTHING

from .everything import everything
from .sites import Document, context_of, documents, narrate, site_of


@pytest.fixture(scope="module")
def site() -> dict[str, Rendered]:
    return site_of(EVERYTHING)


def test_every_page_has_one_title_and_headings_without_gaps(site: dict[str, Rendered]) -> None:
    for file, document in documents(site).items():
        levels = [level for level, _ in document.headings]
        assert levels.count(1) == 1, file
        assert levels[0] == 1, file
        assert all(after <= before + 1 for before, after in pairwise(levels)), file


def test_the_table_of_contents_is_what_stands_on_the_page() -> None:
    for file, page in site_of(everything("Text")).items():
        assert [(one.level, one.id) for one in page.headings] == Document(page.html).headings[1:], file


def test_headings_are_plain_text() -> None:
    page = site_of(everything("*A* & `b`"))["journeys/claim/index.html"]
    assert {one.title for one in page.headings if one.id in {"calls", "stage_tell"}} == {"A & b"}


def test_a_page_describes_itself_in_one_plain_sentence(site: dict[str, Rendered]) -> None:
    assert site["journeys/claim/index.html"].description == "From the leak to the cheque."
    assert site["personas/ann/index.html"].description == "Ann"
    assert site_of(everything("*A* [b](c.md)"))["journeys/claim/index.html"].description == "A b"


def test_every_kind_has_its_template() -> None:
    kinds = {page.template for page in plan(context_of(EVERYTHING).portal)}
    assert {path.stem for path in (TEMPLATES / "journeybook").glob("*.html")} == kinds | {
        "history",
        "mapped",
        "page",
        "redirect",
        "translations",
    }  # two that others extend; one where the past is known, one where languages are several


def test_every_page_and_step_can_be_commented_on(site: dict[str, Rendered]) -> None:
    for page in plan(context_of(EVERYTHING).portal):
        document = Document(site[page.address.file(directory_urls=True)].html)
        assert any(str(page.key).replace("/", "%2F") in link for link in document.links), page.key
        assert "Comment on this page" in document.words
    for file in ("journeys/claim/index.html", "journeys/claim/tell/index.html"):
        links = Document(site[file].html).links
        for key, times in ((SpotKey("step", "calls", "claim"), 3), (SpotKey("pain", "twice", "claim"), 2)):
            assert sum(str(key).replace("/", "%2F") in link for link in links) == times, (
                "write one, for a step on the map as well, and read those there are"
            )


def test_comment_links_tell_their_steps_apart_for_those_who_cannot_see(site: dict[str, Rendered]) -> None:
    html = site["journeys/claim/index.html"].html
    assert 'Comment<span class="jb-hidden">: Calls support</span></a>' in html
    assert 'Comment<span class="jb-hidden">: Gets an offer</span></a>' in html


def test_a_page_leads_to_its_source(site: dict[str, Rendered]) -> None:
    links = Document(site["journeys/claim/index.html"].html).links
    assert "https://edit.example/content/journeys/claim.yml#L1" in links
    assert "https://edit.example/content/journeys/claim.yml#L12" in links


def test_scores_are_said_in_numbers_and_words_and_shapes(site: dict[str, Rendered]) -> None:
    html = site["journeys/claim/index.html"].html
    score = '<data value="2.0">2</data> <span class="jb-score__word">bad</span></span>'
    assert f'<span class="jb-score jb-score--2">{score}' in html


def test_a_promise_is_said_to_be_kept_or_broken_in_words(site: dict[str, Rendered]) -> None:
    html = site["journeys/claim/index.html"].html
    assert '<p class="jb-promise jb-promise--broken"><span><strong>Promise broken</strong> One call' in html
    assert html.count("Promise kept") == 0


def test_a_status_is_said_in_a_word(site: dict[str, Rendered]) -> None:
    assert '<span class="jb-badge jb-badge--reviewed">Reviewed</span>' in site["journeys/claim/index.html"].html


def test_the_authors_own_keys_are_shown_with_nested_values_as_lists() -> None:
    html = site_of(everything("v"))["personas/ann/index.html"].html
    assert "<dt>v</dt><dd>v</dd>" in html
    assert "<dt>list</dt><dd><ul>" in html
    assert "<li>v: v</li>" in html


def test_diagrams_hold_their_source_until_the_script_draws_them(site: dict[str, Rendered]) -> None:
    html = site["journeys/claim/index.html"].html
    assert '<figure class="jb-diagram" data-jb-diagram="flow"' in html
    assert html.count('<pre class="jb-diagram__source" data-search-exclude><code>') == 1
    assert "[&#34;Tell&#34;]" in html


def test_the_flow_stands_in_words_beside_its_picture(site: dict[str, Rendered]) -> None:
    words = " ".join(Document(site["journeys/claim/index.html"].html).text.split())
    assert "Gets an offer → back to Calls support , if it is unclear; Waits ; hand-off Sales → Order desk" in words


def test_tables_have_a_caption_and_their_own_place_to_scroll(site: dict[str, Rendered]) -> None:
    for file, document in documents(site).items():
        tables = sum(tag.startswith("table class") for tag in document.tags)
        # Planes and chains are never wider than the page.
        fitting = sum(site[file].html.count(f'<table class="{name}"') for name in ("jb-plane__grid", "jb-chain"))
        regions = sum(tag.startswith("div class") and " tabindex role aria-label" in tag for tag in document.tags)
        assert sum(tag.startswith("caption") for tag in document.tags) == tables
        assert regions == tables - fitting


def test_an_empty_overview_says_how_to_begin() -> None:
    assert "<pre><code>journeybook new persona</code></pre>" in site_of(())["personas/index.html"].html


def test_a_page_in_another_interface_language_has_its_numbers() -> None:
    html = site_of(EVERYTHING, language="pl")["touchpoints/call/index.html"].html
    assert ">2,8</data>" in html


def test_a_company_can_have_templates_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "journeybook"
    folder.mkdir()
    (folder / "persona.html").write_text("<h1>Ours: {{ view.head.plain_title }}</h1>", encoding="utf-8")
    (folder / "team.html").write_text(
        '{% extends "theme/journeybook/team.html" %}{% block tail %}<p>Ours</p>{% endblock %}', encoding="utf-8"
    )
    site = site_of(EVERYTHING, overrides=[tmp_path])
    assert site["personas/ann/index.html"].html == "<h1>Ours: Ann</h1>"
    assert "<p>Ours</p>" in site["teams/desk/index.html"].html
    assert "Order desk" in site["teams/desk/index.html"].html
    assert "Ours" not in site["channels/phone/index.html"].html


def test_an_edited_template_is_seen_by_the_next_renderer(tmp_path: Path) -> None:
    template = tmp_path / "journeybook" / "persona.html"
    template.parent.mkdir()
    for text in ("First", "Second"):
        template.write_text(text, encoding="utf-8")
        assert site_of(EVERYTHING, overrides=[tmp_path])["personas/ann/index.html"].html == text


def test_a_slip_in_a_template_is_an_error_and_no_blank(tmp_path: Path) -> None:
    template = tmp_path / "journeybook" / "persona.html"
    template.parent.mkdir()
    template.write_text("{{ view.head.tilte }}", encoding="utf-8")
    with pytest.raises(UndefinedError, match="tilte"):
        site_of(EVERYTHING, overrides=[tmp_path])


def test_the_same_portal_gives_the_same_bytes() -> None:
    context = context_of(everything("Text"))
    page = next(page for page in plan(context.portal) if str(page.key) == "journey/claim")
    first = Renderer(context, narrate).render(view_of(page, context))
    assert first == Renderer(context, narrate).render(view_of(page, context))
