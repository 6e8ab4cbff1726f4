"""Where things were written: keys under the model's names, items, entries, narrative."""

from journeybook.model import Initiative, Journey
from journeybook.model.places import Span
from journeybook.reading import read_file

JOURNEY = """\
title: Move
persona: owner
stages:
  - title: Decide
    steps:
      - id: calls
        title: Calls support
        touchpoints: [call, {title: Letter}]
        score: {owner: 2, agent: 3}
        pains:
          - Slow
        narrative: |

          First line.
  - Leave
x-note: mine
"""


def journey(text: str, name: str = "journeys/move.yml") -> Journey:
    found = read_file(name, text).entities[0]
    assert isinstance(found, Journey)
    return found


def text_at(source: str, span: Span) -> str:
    assert span.line == span.end_line
    return source.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


def test_a_key_stands_under_the_name_the_model_gives_it() -> None:
    place = journey(JOURNEY).place
    assert place.file == "content/journeys/move.yml"
    assert place.span == Span(1, 1, 1, 12)
    assert set(place.keys) == {"title", "personas", "stages", "x-note"}
    assert text_at(JOURNEY, place.keys["personas"].key) == "persona"
    assert text_at(JOURNEY, place.of("personas", 0)) == "owner"
    initiative = read_file("initiatives.yml", "crm: {title: CRM, from: 2026-01-01}").entities[0]
    assert isinstance(initiative, Initiative)
    assert initiative.place.of("from_") == Span(1, 25, 1, 35)


def test_whether_an_id_was_written_can_be_seen() -> None:
    decide, leave = journey(JOURNEY).stages
    assert "id" not in decide.place.keys
    assert "id" in decide.steps[0].place.keys
    assert text_at(JOURNEY, leave.place.of("title")) == "Leave"


def test_items_and_entries_have_places() -> None:
    step = journey(JOURNEY).stages[0].steps[0]
    assert text_at(JOURNEY, step.place.of("touchpoints", 0)) == "call"
    assert text_at(JOURNEY, step.place.of("touchpoints", 1)) == "{title: Letter}"
    assert text_at(JOURNEY, step.place.of("score", "agent")) == "agent"
    assert text_at(JOURNEY, step.pains[0].place.of("title")) == "Slow"
    assert step.place.span == Span(6, 9, 14, 22)


def test_a_narrative_s_place_is_its_first_letter() -> None:
    step = journey(JOURNEY).stages[0].steps[0]
    assert step.narrative == "First line."
    assert text_at(JOURNEY, step.place.of("narrative")) == "First line."


def test_an_item_left_out_leaves_no_gap() -> None:
    source = "title: Move\npersonas: [owner, no, agent]\n"
    found = journey(source)
    assert found.personas == ("owner", "agent")
    assert text_at(source, found.place.of("personas", 1)) == "agent"


def test_places_in_markdown_count_from_the_top_of_the_file() -> None:
    source = (
        "---\r\ntitle: Move 😀\r\npersona: owner\r\n---\r\nText.\r\n\r\n## Decide\r\n### 😀 Calls\r\n\r\n"
        "   ```yaml step\r\n   score: {owner: 2}\r\n   ```\r\n\r\n\r\nMore.\r\n"
    )
    lines = source.replace("\r\n", "\n")
    found = journey(source, "journeys/move.md")
    step = found.stages[0].steps[0]
    assert text_at(lines, found.place.of("personas", 0)) == "owner"
    assert text_at(lines, found.place.of("narrative")) == "Text."
    assert text_at(lines, step.place.of("title")) == "😀 Calls"
    assert text_at(lines, step.place.of("score", "owner")) == "owner"
    assert text_at(lines, step.place.of("narrative")) == "More."


def test_columns_count_code_points_even_behind_a_byte_order_mark() -> None:
    source = "\ufeffx-😀: {é: 1}\ntitle: 😀 no\nstatus: nein\n"
    (finding,) = read_file("personas/a.yml", source).diagnostics
    assert (finding.span, finding.code) == (Span(3, 9, 3, 13), "JB146")
    (finding,) = read_file("personas/a.yml", "\ufefftitle: ok\r\nx-é: 1\r\n😀: {😀: 😀}").diagnostics
    assert finding.span == Span(3, 1, 3, 2)


def test_a_record_that_is_one_text_stands_where_the_text_stands() -> None:
    source = "title: A\nlinks: https://example.com\n"
    (link,) = read_file("personas/a.yml", source).entities[0].links
    assert link.title == link.url == "https://example.com"
    (alias,) = read_file("personas/a.yml", "title: A\nalias: old\n").entities[0].aliases
    assert alias == "old"
