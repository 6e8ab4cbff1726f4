"""The real Mermaid in a real browser: every diagram parses, and every text comes back as it went in."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from journeybook.model import Journey
from journeybook.model.inline import to_plain
from journeybook.pictures import Diagram, flow_diagram, mood_diagram
from journeybook.words import Words
from tests.pictures.figures import MERMAID
from tests.pictures.hostile import NASTY, PLACES, hostile_portal, mixed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.conftest import OpenPage

WORDS = Words()

DRAW = """
async source => {
    await mermaid.parse(source)
    const {svg} = await mermaid.render("d", source)
    document.body.innerHTML = svg
    const read = element => {
        const copy = element.cloneNode(true)
        copy.querySelectorAll("br").forEach(one => one.replaceWith("\\n"))
        return copy.textContent
    }
    const all = (selector, name) =>
        Object.fromEntries([...document.querySelectorAll(selector)].map((one, n) => [name(one) ?? n, read(one)]))
    return {
        title: read(document.querySelector("svg > title")),
        description: read(document.querySelector("svg > desc")),
        boxes: all(".node", one => one.id.split("-")[2]),
        frames: all(".cluster", one => one.id.split("-")[1]),
        arrows: all(".edgeLabels .label", one => one.dataset.id),
        labels: Object.values(all("foreignObject .label", () => undefined)),
        alien: document.querySelectorAll("svg :is(script, img, b, em, code, foreignObject a)").length,
    }
}
"""
NO_SIGN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\U0001fffe]")


def seen(text: str) -> str:
    """What a reader sees of a text: no markup, blanks as one blank, no signs that are none."""
    line = " ".join(NO_SIGN.sub("", to_plain(text)).replace("\u2060", "").split())
    return line if any(unicodedata.category(sign)[0] in "LNPS" for sign in line) else "–"


@pytest.fixture
def mermaid(open_page: OpenPage, tmp_path: Path) -> Page:
    """A page that holds nothing but Mermaid."""
    (tmp_path / "mermaid.js").symlink_to(MERMAID)
    page = tmp_path / "index.html"
    page.write_text(
        '<!doctype html><meta charset="utf-8"><script src="mermaid.js"></script><body>', encoding="utf-8"
    )
    opened = open_page(page.as_uri())
    opened.evaluate("mermaid.initialize({startOnLoad: false})")
    return opened


def drawn(mermaid: Page, diagram: Diagram | None) -> dict[str, Any]:
    """The texts of the picture Mermaid makes of `diagram`, without what we put in to keep lines whole."""
    assert diagram
    found = mermaid.evaluate(DRAW, diagram.source)
    assert without_joiners(found["title"]) == without_joiners(diagram.title)
    assert without_joiners(found["description"]) == without_joiners(diagram.description)
    assert not found["alien"]
    return {key: clean(value) for key, value in found.items()}


def clean(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: clean(one) for key, one in value.items()}
    if isinstance(value, list):
        return [clean(one) for one in value]
    return (
        "\n".join(" ".join(without_joiners(line).split()) for line in value.split("\n"))
        if isinstance(value, str)
        else value
    )


def without_joiners(text: str) -> str:
    return text.replace("\u2060", "")


def in_all_places(texts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """As many of `texts` at a time as a portal takes, until each has stood in every place."""
    places = len(PLACES)
    for shift in range(places):
        moved = texts[shift:] + texts[:shift] + texts[:places]
        yield from (moved[start : start + places] for start in range(0, len(texts), places))


def once(texts: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The same, but each stands in one place."""
    places = len(PLACES)
    yield from (texts[start : start + places] for start in range(0, len(texts) - places + 1, places))


def test_every_text_comes_back(mermaid: Page) -> None:
    for texts in (*in_all_places(NASTY), *once(mixed(300))):
        portal = hostile_portal(*texts)
        claim = portal.get(Journey, "claim")
        _, frame, first, second, third, when = map(seen, texts)

        chart = drawn(mermaid, flow_diagram(portal, claim, WORDS, lambda address: f"#{address.anchor}"))
        assert chart["frames"] == {"s1": frame, "s2": "Other stage"}
        assert chart["boxes"] == {"n1": first, "n2": second, "n3": third, "j1": f"Journey: {second}\n{third}"}
        assert chart["arrows"]["L_n1_n2_0"] == f"⇄ {third} → {when}"
        assert chart["arrows"]["L_n3_n1_0"] == when

        picture = drawn(mermaid, mood_diagram(portal, claim, WORDS))
        assert picture["labels"] == [frame, f"{first} (1)", f"{second} (2.5)", "Other stage", f"{third} (4)"]


def test_long_texts_come_back_shortened(mermaid: Page) -> None:
    texts = ["Once " * 1000, "致电" * 2500, "a" * 5000, "👩‍👩‍👧‍👦" * 700, "e\u0301" * 2500, "ไทย" * 1700]
    portal = hostile_portal(*texts)
    claim = portal.get(Journey, "claim")
    chart = drawn(mermaid, flow_diagram(portal, claim, WORDS, lambda address: f"#{address.anchor}"))
    found = [chart["frames"]["s1"], chart["boxes"]["n1"], chart["boxes"]["n2"], chart["boxes"]["n3"]]
    for whole, part in zip(texts[1:5], found, strict=True):
        assert part.endswith("…")
        assert whole.startswith(part[:-1])
        assert 20 < len(part) <= 200
    assert len(flow_diagram(portal, claim, WORDS, lambda _: "#").source) < 5000  # type: ignore[union-attr]
