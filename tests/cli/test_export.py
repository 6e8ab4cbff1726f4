"""`journeybook export`."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader
from tests.tools.built_once import run_tool

from journeybook_cli.exits import Refusal
from journeybook_cli.exporting.chromium import found_chromium

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

JOURNEY = """\
title: Claim & <settle>
persona: ada
reviewed: 2026-09-14
stages:
  - title: Report
    steps:
      - {title: Calls us, does: Rings the number, thinks: "Who pays?", touchpoint: {id: call, title: Call}}
      - {title: Waits, score: 4, feels: 安心}
  - title: Settle
    steps:
      - {title: يدفع, does: تنتظر الرد, score: 5, moment_of_truth: Money}
"""
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def claim(portal: Path) -> Path:
    """A portal with a journey of three steps in three scripts, and one without a step."""
    (portal / "content/journeys").mkdir(exist_ok=True)
    (portal / "content/journeys/claim.yml").write_text(JOURNEY, encoding="utf-8")
    (portal / "content/personas").mkdir(exist_ok=True)
    (portal / "content/personas/ada.md").write_text("---\ntitle: Ada\n---\n", encoding="utf-8")
    (portal / "content/journeys/idea.yml").write_text("title: Idea\nstages: [{title: One}]\n", encoding="utf-8")
    return portal


def export(portal: Path, *arguments: str) -> None:
    """In a process of its own: the tests' own browser is open in this one."""
    run_tool("journeybook_cli", "export", *arguments, cwd=portal)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_a_pdf_is_tagged_with_outline_title_and_language(claim: Path) -> None:
    export(claim, "pdf", "claim", "--paper", "a3", "--as-of", "2026-10-01")
    reader = PdfReader(claim / "claim.pdf")
    (page,) = reader.pages
    assert [round(float(side) / 72 * 25.4) for side in page.mediabox[2:]] == [420, 297]
    root = reader.trailer["/Root"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert bool(root["/MarkInfo"]["/Marked"])
    assert [one.title for one in reader.outline if not isinstance(one, list)] == ["Claim & <settle>"]
    assert reader.metadata
    assert reader.metadata.title
    assert reader.metadata.title.startswith("Claim & <settle>")
    assert reader.metadata["/CreationDate"] == reader.metadata["/ModDate"] == "D:20261001000000+00'00'"
    text = squeezed(page.extract_text())
    for said in ("Report", "Settle", "Callsus", "Rings", "Ada", "September14,2026"):
        assert said in text


def test_an_svg_holds_the_texts_of_the_map_as_text(claim: Path) -> None:
    export(claim, "svg", "claim", "--out", "map.svg")
    root = ET.fromstring((claim / "map.svg").read_text(encoding="utf-8"))
    assert root.findtext(f"{SVG}title") == "Claim & <settle>"
    assert root.findtext(f"{SVG}desc")
    texts = squeezed("".join("".join(one.itertext()) for one in root.iter(f"{SVG}text")))
    for said in (
        "Claim&<settle>",
        "Report",
        "Callsus",
        "Ringsthenumber",
        "Whopays?",
        "安心",
        "يدفع",
        "تنتظرالرد",
        "5verygood",
    ):
        assert texts.count(said) >= 1, said
    assert texts.count("Ringsthenumber") == 1
    assert not [
        one.tag for one in root.iter() if one.tag.removeprefix(SVG) in {"foreignObject", "style", "script", "svg"}
    ][1:]
    ids = [one.get("id") for one in root.iter(f"{SVG}g") if one.get("id")]
    assert {"stages", "steps", "does", "curve"} <= set(ids)
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    for one in root.iter(f"{SVG}text"):
        assert 0 <= float(one.get("x", -1)) <= width
        assert 0 <= float(one.get("y", -1)) <= height
    assert "file:" not in (claim / "map.svg").read_text(encoding="utf-8")


def test_a_picture_shows_the_lanes_somebody_asked_for(claim: Path, run: Run) -> None:
    run("build", "--site-dir", "ready")
    export(claim, "svg", "claim", "--site", "ready", "--lanes", "curve,does")
    root = ET.fromstring((claim / "claim.svg").read_text(encoding="utf-8"))
    ids = [one.get("id") for one in root.iter(f"{SVG}g") if one.get("id")]
    assert ids == ["stages", "steps", "curve", "does"]


def test_a_png_is_as_fine_as_asked_and_a_site_can_be_used_again(claim: Path, run: Run) -> None:
    run("build", "--site-dir", "ready")
    sizes: list[tuple[int, int]] = []
    for scale in ("1", "3"):
        export(claim, "png", "claim", "--scale", scale, "--out", f"{scale}.png", "--site", "ready")
        sizes.append(struct.unpack(">II", (claim / f"{scale}.png").read_bytes()[16:24]))
    assert sizes[1] == (3 * sizes[0][0], 3 * sizes[0][1])
    assert sizes[0][0] > 500


def test_same_content_same_bytes(claim: Path, run: Run) -> None:
    run("build", "--site-dir", "ready")
    for form in ("pdf", "svg"):
        for name in ("a", "b"):
            export(claim, form, "claim", "--out", f"{name}.{form}", "--site", "ready", "--as-of", "2026-10-01")
        assert (claim / f"a.{form}").read_bytes() == (claim / f"b.{form}").read_bytes(), form


def test_mermaid_needs_no_browser(claim: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYBOOK_CHROMIUM", "/nowhere")
    assert "wrote claim.mmd" in run("export", "mermaid", "claim").output
    flow = (claim / "claim.mmd").read_text(encoding="utf-8")
    assert flow.startswith("flowchart TB\n")
    assert "Calls us" in flow
    assert "\nclick " not in flow
    run("export", "mermaid", "journey/claim", "--diagram", "mood", "--out", "mood.mmd")
    assert (claim / "mood.mmd").read_text(encoding="utf-8").startswith("journey\n")
    assert "has no flow diagram" in run("export", "mermaid", "idea", expect=2).output


def test_what_cannot_be_done_says_what_to_do(claim: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "did you mean journey/claim" in run("export", "pdf", "clam", expect=2).output
    assert "touchpoint/call is no journey" in run("export", "pdf", "touchpoint/call", expect=2).output
    assert "not published in 'xx'" in run("export", "pdf", "claim", "--language", "xx", expect=2).output
    (claim / "claim.pdf").write_text("mine", encoding="utf-8")
    assert "--force overwrites it" in run("export", "pdf", "claim", expect=2).output
    assert (claim / "claim.pdf").read_text(encoding="utf-8") == "mine"
    (claim / "empty").mkdir()
    assert "holds no page" in run("export", "svg", "claim", "--site", "empty", expect=2).output
    monkeypatch.setenv("JOURNEYBOOK_CHROMIUM", "/nowhere")
    with pytest.raises(Refusal, match="JOURNEYBOOK_CHROMIUM names /nowhere"):
        found_chromium(claim)
    monkeypatch.delenv("JOURNEYBOOK_CHROMIUM")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Refusal, match="playwright install chromium"):
        found_chromium(claim)


def test_a_machine_without_playwright_hears_what_to_install(
    claim: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "playwright.sync_api", None)
    run("build", "--site-dir", "ready")
    output = run("export", "pdf", "claim", "--site", "ready", expect=2).output
    assert "pip install 'journeybook[export]'" in output
