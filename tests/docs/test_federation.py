"""What the pages about programs and about several portals say is so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeybook.exchange.portal_document import DOCUMENT_FILE, SCHEMA_FILE
from journeybook.exchange.things import Thing
from journeybook.model.codes import CODES
from journeybook.model.codes.other_portals import CODES as OF_OTHERS
from journeybook.model.elsewhere import elsewhere
from journeybook.model.mention_syntax import LABELLED, WIKI
from journeybook.model.portal_options import OtherSource
from journeybook.reading import options_of
from tests.rendering.everything import everything
from tests.rendering.sites import site_of

if TYPE_CHECKING:
    from pathlib import Path


def page(repository: Path, name: str) -> str:
    return (repository / "docs" / "manual" / name).read_text(encoding="utf-8")


def fences(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}(?: title=.*)?\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def test_the_options_are_options(repository: Path) -> None:
    options, findings = options_of(fences(page(repository, "federation.md"), "yaml")[0])
    assert findings == ()
    assert options.portals.keys() == {"hosting", "cable"}
    told = re.findall(
        r"^\| `(\w+)` \|", page(repository, "federation.md").partition("## Fetching")[0], re.MULTILINE
    )
    assert {*told, "place"} == set(OtherSource.__annotations__)


def test_the_names_are_names(repository: Path) -> None:
    text = page(repository, "federation.md")
    mentions = fences(text, "markdown")[0]
    named = [found["target"] for form in (WIKI, LABELLED) for found in form.finditer(mentions)]
    named += re.findall(r"hosting:\w+/\S+?(?=\]|$)", fences(text, "yaml")[1], re.MULTILINE)
    assert len(named) == 5
    assert [one for one in named if not elsewhere(one)] == []


def test_every_code_is_told(repository: Path) -> None:
    told = set(re.findall(r"JB\d{3}", page(repository, "federation.md")))
    assert {code.code for code in OF_OTHERS} <= told <= CODES.keys()


def test_every_key_of_a_thing_is_told(repository: Path) -> None:
    text = page(repository, "data.md")
    rows = re.findall(r"^\| (.*?) \|", text, re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == set(Thing.__annotations__)
    assert DOCUMENT_FILE in text
    assert SCHEMA_FILE in text


def test_pages_need_not_describe_themselves(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "journeybook").mkdir()
    (tmp_path / "journeybook" / "page.html").write_text(fences(page(repository, "data.md"), "jinja")[0])
    for rendered in site_of(everything("Text"), overrides=[tmp_path]).values():
        assert "ld+json" not in rendered.html
