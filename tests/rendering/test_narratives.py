"""Longer texts, which only the host can turn into HTML."""

from collections.abc import Callable

import pytest

from journeybook.model import Journey, Persona, Stage, Step
from journeybook.pages import ROOT, Narrative, plan, view_of
from journeybook.rendering import Heading, Rendered, Renderer
from journeybook.rendering.narrative_headings import at_level, headings_in

from .sites import Document, context_of

ENTITIES = (
    Persona(id="ann", title="Ann", narrative="of Ann"),
    Journey(
        id="claim",
        title="Claim",
        narrative="of the journey",
        stages=(
            Stage(
                id="tell",
                title="Tell",
                narrative="of the stage",
                lang="pl",
                steps=(Step(id="calls", title="Calls", narrative="of the step"),),
            ),
        ),
    ),
)


def pages(narrate: Callable[[Narrative], str]) -> dict[str, Rendered]:
    context = context_of(ENTITIES)
    renderer = Renderer(context, narrate)
    return {str(page.key): renderer.render(view_of(page, context)) for page in plan(context.portal)}


def test_the_host_renders_each_text_once() -> None:
    asked: list[Narrative] = []

    def narrate(narrative: Narrative) -> str:
        asked.append(narrative)
        return f"<p>{narrative.text}</p>"

    found = pages(narrate)
    assert sorted(one.text for one in asked) == ["of Ann", "of the journey", "of the stage", "of the step"]
    assert "<p>of the step</p>" in found["journey/claim"].html
    assert "<p>of the step</p>" in found["stage/claim/tell"].html


def test_ids_in_narratives_have_prefixes_that_no_spot_has() -> None:
    prefixes: list[str] = []
    pages(lambda narrative: prefixes.append(narrative.prefix) or "")
    assert sorted(prefixes) == ["page_", "page_", "stage_tell_", "step_calls_"]


def test_links_of_narratives_lead_up_to_the_root() -> None:
    found = pages(lambda _: f'<a href="{ROOT}personas/ann/">x</a>')
    assert '<a href="../../personas/ann/">x</a>' in found["journey/claim"].html
    assert '<a href="../../../personas/ann/">x</a>' in found["stage/claim/tell"].html
    assert ROOT not in "".join(page.html for page in found.values())


def test_a_narrative_says_its_language() -> None:
    document = Document(pages(lambda narrative: narrative.text)["stage/claim/tell"].html)
    assert ("div", "pl", "ltr") in [(tag, lang, "ltr") for tag, lang, _ in document.languages]


@pytest.mark.parametrize("level", [1, 2, 4, 6])
def test_headings_in_narratives_follow_those_around_them(level: int) -> None:
    found = pages(lambda narrative: f'<h{level} id="{narrative.prefix}x">X</h{level}>')
    assert Document(found["persona/ann"].html).headings == [(1, ""), (2, "page_x")]
    assert Document(found["journey/claim"].html).headings == [
        (1, ""), (2, "_map"), (2, "page_x"), (2, "_stages"), (2, "_flow"), (2, "stage_tell"),
        (3, "stage_tell_x"), (3, "calls"), (4, "step_calls_x"),
    ]  # fmt: skip


def test_headings_of_the_pages_own_text_are_in_its_contents() -> None:
    link = '<a class="headerlink" href="#page_x" title="Permanent link">¶</a>'
    found = pages(lambda _: f'<h4 id="page_x">A &amp; <em>B</em>{link}</h4>')["persona/ann"]
    assert found.headings == (Heading(2, "page_x", "A & B"),)


@pytest.mark.parametrize(
    ("html", "level", "shifted"),
    [
        ("<p>no heading</p>", 2, "<p>no heading</p>"),
        ("<h4>a</h4><h6 id=x>b</h6><h5>c</h5>", 2, "<h2>a</h2><h4 id=x>b</h4><h3>c</h3>"),
        ("<h2>a</h2><h4>b</h4>", 4, "<h4>a</h4><h5>b</h5>"),
        ("<h1>a</h1><h2>b</h2>", 6, "<h6>a</h6><h6>b</h6>"),
        ("<hr><header>x</header>&lt;h1&gt;", 3, "<hr><header>x</header>&lt;h1&gt;"),
    ],
)
def test_levels_are_moved_without_gaps(html: str, level: int, shifted: str) -> None:
    assert at_level(html, level) == shifted


def test_headings_without_an_id_are_not_in_the_contents() -> None:
    assert headings_in('<h2>a</h2><h3 class="c" id="b">b</h3><h4 id="c">c</h4>') == (Heading(3, "b", "b"),)
