"""Content in another language: the originals' structure, with the texts that are translated."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from journeybook.model import Channel, Journey, Persona, Stage, Step
from journeybook.model.text import Image
from journeybook.reading import read_content
from journeybook.reading.translated import translated

if TYPE_CHECKING:
    from pathlib import Path

    from journeybook.reading import Content

ORIGINAL = """\
title: Claim a loss
persona: ada
goal: Get the money back
reviewed: 2026-09-01
links:
  - {title: The law, url: https://example.com/law}
stages:
  - id: report
    title: Report
    goal: Be believed
    steps:
      - id: calls
        title: Calls support
        does: Rings the number
        thinks: Will they pay?
        score: 2
        touchpoint: hotline
        image: {src: phone.png, alt: A telephone}
        gains: [Quick answer, Friendly voice]
        backstage:
          - {team: support, does: Opens a ticket, system: Desk}
        next: [{step: waits, when: they answer}]
        pains:
          - {id: twice, title: Told twice, severity: 4}
      - id: waits
        title: Waits
"""

IN_YAML = """\
title: Zgłoszenie szkody
goal: Odzyskać pieniądze
translated: 2026-09-14
links: [Ustawa]
narrative: ""
stages:
  - id: report
    title: Zgłoszenie
    goal: Żeby uwierzyli
    steps:
      - id: calls
        title: Dzwoni
        does: Wybiera numer
        image: {alt: Telefon}
        gains: [Szybka odpowiedź, ""]
        backstage: [Otwiera zgłoszenie]
        next: [gdy odbiorą]
        pains:
          - {id: twice, title: Dwa razy to samo}
"""

IN_MARKDOWN = """\
---
goal: Odzyskać pieniądze
translated: 2026-09-14
links: [Ustawa]
---
# Zgłoszenie szkody

## Zgłoszenie

```yaml stage
id: report
goal: Żeby uwierzyli
```

### Dzwoni

```yaml step
id: calls
does: Wybiera numer
image: {alt: Telefon}
gains: [Szybka odpowiedź, ""]
backstage: [Otwiera zgłoszenie]
next: [gdy odbiorą]
pains:
  - {id: twice, title: Dwa razy to samo}
```
"""


def content(root: Path, files: dict[str, str]) -> Content:
    for name, text in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = read_content(root, languages=("en", "pl", "zh-Hans"))
    assert [str(one) for one in found.diagnostics] == []
    return found


def journey(found: Content) -> Journey:
    (only,) = (one for one in found.entities if isinstance(one, Journey))
    return only


@pytest.mark.parametrize(("name", "text"), [("claim.pl.yml", IN_YAML), ("claim.PL.md", IN_MARKDOWN)])
def test_a_journey(tmp_path: Path, name: str, text: str) -> None:
    read = content(tmp_path, {"journeys/claim.yml": ORIGINAL, f"journeys/{name}": text})
    found = journey(translated(read, "pl", "en"))
    (stage,) = found.stages
    calls, waits = stage.steps
    assert (found.title, found.goal, found.lang) == ("Zgłoszenie szkody", "Odzyskać pieniądze", "pl")
    assert [(one.title, one.url) for one in found.links] == [("Ustawa", "https://example.com/law")]
    assert (stage.title, stage.goal) == ("Zgłoszenie", "Żeby uwierzyli")
    assert (calls.title, calls.does, calls.thinks) == ("Dzwoni", "Wybiera numer", "Will they pay?")
    assert calls.image == Image(src="phone.png", alt="Telefon")
    assert [one.title for one in calls.gains] == ["Szybka odpowiedź", "Friendly voice"]
    assert [(one.team, one.does, one.system) for one in calls.backstage] == [
        ("support", "Otwiera zgłoszenie", "Desk")
    ]
    assert [(one.step, one.when) for one in calls.next or ()] == [("waits", "gdy odbiorą")]
    assert [(one.title, one.severity) for one in calls.pains] == [("Dwa razy to samo", 4)]
    assert (calls.score, calls.touchpoints) == ({"*": 2.0}, ("hotline",))
    assert (waits.title, waits.lang) == ("Waits", "en")


@pytest.mark.parametrize(("name", "text"), [("claim.pl.yml", IN_YAML), ("claim.pl.md", IN_MARKDOWN)])
def test_what_is_translated_is_known_text_by_text(tmp_path: Path, name: str, text: str) -> None:
    read = content(tmp_path, {"journeys/claim.yml": ORIGINAL, f"journeys/{name}": text})
    found = journey(translated(read, "pl", "en"))
    calls, waits = found.stages[0].steps
    assert found.rendition.day == date(2026, 9, 14)
    assert found.rendition.place.file == f"content/journeys/{name}"
    assert (found.rendition.missing, found.stages[0].rendition.missing) == (0, 0)
    assert calls.rendition.left == {"Will they pay?": "en", "Friendly voice": "en"}
    assert calls.rendition.is_partial
    assert waits.rendition.is_missing
    assert waits.rendition.left == {}


def test_without_a_translation_everything_stays(tmp_path: Path) -> None:
    read = content(tmp_path, {"journeys/claim.yml": ORIGINAL, "journeys/claim.pl.yml": IN_YAML})
    found = journey(translated(read, "zh-Hans", "en"))
    original = journey(read)
    assert found.title == original.title
    assert {found.lang, found.stages[0].lang, found.stages[0].steps[0].lang} == {"en"}
    assert found.rendition.is_missing
    assert (found.personas, found.reviewed) == (original.personas, original.reviewed)


def test_a_step_that_moved_keeps_its_translation(tmp_path: Path) -> None:
    moved = ORIGINAL.replace(
        "      - id: waits", "  - id: decide\n    title: Decide\n    steps:\n      - id: waits"
    )
    told = IN_YAML + "      - {id: waits, title: Czeka}\n"
    read = content(tmp_path, {"journeys/claim.yml": moved, "journeys/claim.pl.yml": told})
    assert journey(translated(read, "pl", "en")).stages[1].steps[0].title == "Czeka"


def test_what_is_written_in_the_language_already_is_not_missing(tmp_path: Path) -> None:
    read = content(tmp_path, {"journeys/claim.yml": f"lang: pl\n{ORIGINAL}"})
    found = journey(translated(read, "pl", "en"))
    assert not found.rendition.is_missing
    assert not found.stages[0].steps[0].rendition.is_missing
    assert found.stages[0].lang == "pl"


def test_lists_and_files_of_another_name_than_their_id(tmp_path: Path) -> None:
    files = {
        "channels.yml": "phone: {title: Telephone, kind: human}\nletter: {title: Letter}\n",
        "channels.pl.yml": "phone: Telefon\nletter: {summary: ~}\n",
        "channels.zh-Hans.yml": "phone: {title: 电话}\n",
        "personas/a.md": "---\ntitle: Ada\nid: ada\ngoals: [Live]\n---\nSells tea.\n",
        "personas/a.pl.md": "---\ngoals: [Żyć]\n---\nSprzedaje herbatę.\n",
    }
    read = content(tmp_path, files)
    found = translated(read, "pl", "en").entities
    assert [one.title for one in found if isinstance(one, Channel)] == ["Telefon", "Letter"]
    (ada,) = (one for one in found if isinstance(one, Persona))
    assert (ada.title, ada.goals, ada.narrative) == ("Ada", ("Żyć",), "Sprzedaje herbatę.")
    assert ada.rendition.left == {"Ada": "en"}
    assert ada.place_of("narrative").file == "content/personas/a.pl.md"
    assert ada.place_of("title").file == "content/personas/a.md"
    assert [one.title for one in translated(read, "zh-Hans", "en").entities][:2] == ["电话", "Letter"]


def test_ordinary_pages(tmp_path: Path) -> None:
    files = {
        "about.md": "See [[ada]]",
        "about.pl.md": "Zobacz [[ada]]",
        "only.zh-Hans.md": "只有",
        "v.no.md": "no",
    }
    read = content(tmp_path, {"personas/ada.md": "# Ada\n", **files})
    assert read.pages == ("about.md", "v.no.md")
    assert [(one.path, one.of, one.language) for one in read.translated_pages] == [
        ("about.pl.md", "about.md", "pl"),
        ("only.zh-Hans.md", "only.md", "zh-Hans"),
    ]
    assert [one.text for one in read.page_texts] == ["See [[ada]]", "no"]
    assert [one.text for one in translated(read, "pl", "en").page_texts] == ["Zobacz [[ada]]", "no"]


def test_nothing_but_texts_and_languages_changes(tmp_path: Path) -> None:
    read = content(tmp_path, {"journeys/claim.yml": ORIGINAL})
    found, original = journey(translated(read, "pl", "en")), journey(read)
    assert Stage(id="a", title="A") != found.stages[0]
    assert [one.id for one in found.stages[0].steps] == [one.id for one in original.stages[0].steps]
    assert isinstance(found.stages[0].steps[0], Step)
