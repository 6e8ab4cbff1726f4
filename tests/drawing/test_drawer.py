"""Diagrams drawn beforehand, and kept."""

from __future__ import annotations

import os
import re
import time
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from journeybook.drawing import Drawer, drawer, workers
from journeybook.drawing.drawer import FOLDER
from journeybook.drawing.engine import as_measured
from journeybook.pictures.escape import escaped, escaped_address, one_line
from journeybook.reading.kept import KEPT_FOR
from tests.pictures.hostile import NASTY
from tests.pictures.rich import rich_diagrams

FLOW = rich_diagrams()[1]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal's root folder whose diagrams are shared by these tests."""
    return tmp_path_factory.mktemp("portal")


def links(svg: str) -> list[str]:
    return re.findall(r'xlink:href="([^"]*)"', svg)


def kept(root: Path) -> list[Path]:
    return sorted((root / FOLDER).iterdir())


def test_a_flow_is_drawn_with_its_links_and_its_texts(root: Path) -> None:
    svg = Drawer(root)(FLOW.source)
    assert tuple(links(svg)) == FLOW.links
    tree = ET.fromstring(svg.replace("<svg", '<svg xmlns:xlink="x"', 1).replace("<br>", "<br/>"))
    assert (tree.findtext("title"), tree.get("role")) == (FLOW.title, "group")
    said = [" ".join(one.itertext()) for one in tree.iter("span") if one.get("dir")]
    assert "Waits at home for six hours" in said
    assert "⇄ Field sales → Service ⇄ Order desk → Service" in [" ".join(one.split()) for one in said]
    shapes = [one.get("class", "") for one in tree.iter() if "jb-chart__box" in one.get("class", "")]
    assert sorted(shapes)[-3:] == ["jb-chart__box jb-chart__box--away", "jb-chart__box jb-chart__box--empty",
                                   "jb-chart__box jb-chart__box--truth"]  # fmt: skip
    ways = [one.get("class", "").rpartition("--")[2] for one in tree.iter("path") if "way" in one.get("class", "")]
    assert ways.count("dotted") == 1
    assert ways.count("thick") == 4
    # Several may stand on one page, which has its own ids, and nothing in them runs or is fetched.
    assert {one.tag for one in tree.iter()} <= {
        "svg", "title", "rect", "polygon", "path", "foreignObject", "span", "br", "a"
    }  # fmt: skip
    assert not any({"id", "href", "src", "onclick", "fill"} & set(one.attrib) for one in tree.iter())


def test_everything_lies_inside_the_picture(root: Path) -> None:
    svg = Drawer(root)(FLOW.source)
    left, top, width, height = map(float, re.findall(r'viewBox="([^"]*)"', svg)[0].split())
    places = re.findall(r' x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg)
    assert len(places) > 20
    for x, y, wide, high in (map(float, one) for one in places):
        assert left - 12 <= x <= x + wide <= left + width + 12
        assert top <= y <= y + high <= top + height


def test_no_text_breaks_out(root: Path) -> None:
    texts = [one_line(text, 90) for text in NASTY]
    boxes = "\n".join(f'n{number}["{escaped(text)}"]' for number, text in enumerate(texts))
    address = escaped_address('x" onclick="alert(1)&quot;</a><script>')
    svg = Drawer(root)(f'flowchart TB\naccTitle: {escaped("<i>&T</i>")}\n{boxes}\nclick n0 "{address}" _self\n')
    said = [unescape(one) for one in re.findall(r'--box"><span dir="auto">(.*?)</span>', svg)]
    assert [one.replace("\N{WORD JOINER}", "") for one in said] == texts
    assert "<script" not in svg
    assert 'onclick="' not in svg
    assert "<title>&lt;i&gt;&amp;T&lt;/i&gt;</title>" in svg
    assert links(svg) == ["x%22 onclick=%22alert(1)&amp;quot%3B&lt;/a&gt;&lt;script&gt;"]


def test_the_same_chart_at_another_address_is_not_drawn_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Drawer(root)(FLOW.source)
    before = kept(root)
    monkeypatch.setattr(drawer, "drawn_by_engines", lambda sources: iter(sources and pytest.fail("drawn again")))
    moved = re.sub(r'(click \w+ ")#', r"\1../journeys/move/#", FLOW.source)
    assert links(Drawer(root)(moved))[0] == "../journeys/move/#compares"
    assert kept(root) == before


def test_a_damaged_one_is_drawn_anew(tmp_path: Path) -> None:
    source = 'flowchart TB\na["One"]\n'
    svg = Drawer(tmp_path)(source)
    (file,) = kept(tmp_path)
    good = file.read_bytes()
    for damaged in (good[:-9], b"", b"\xff", good.replace(b"One", b"Two")):
        file.write_bytes(damaged)
        assert Drawer(tmp_path)(source) == svg
        assert file.read_bytes() == good


def test_what_nobody_has_asked_for_in_a_month_goes(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir(parents=True)
    then = time.time() - KEPT_FOR - 60
    for name in ("old.svg", "new.svg", "half.part", "mine.txt"):
        (folder / name).write_text("x", encoding="utf-8")
        if name != "new.svg":
            os.utime(folder / name, (then, then))
    Drawer(tmp_path).tidy()
    assert [one.name for one in kept(tmp_path)] == ["mine.txt", "new.svg"]


def test_without_a_place_to_keep_them_they_are_drawn_all_the_same(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file, where the folder would be", encoding="utf-8")
    assert "One" in Drawer(tmp_path)('flowchart TB\na["One"]\n')


def test_one_that_cannot_be_drawn_is_told_of_once_and_harms_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    draws = Drawer(tmp_path, said.append)
    draws.prepare(["flowchart TB\naccTitle: Broken\na[this is [not] it\n", 'flowchart TB\na["One"]\n'])
    assert "One" in draws('flowchart TB\na["One"]\n')
    assert draws("flowchart TB\naccTitle: Broken\na[this is [not] it\n") == ""
    assert [one for one in said if "accTitle: Broken" in one] == said[-1:]
    monkeypatch.setattr(workers, "LONGEST", 0.01)
    assert draws('flowchart TB\na["Too long"]\n') == ""
    assert "took too long" in said[-1]


def test_a_frame_that_no_arrow_leaves_stands_where_it_is_said_to(root: Path) -> None:
    svg = Drawer(root)('flowchart TB\nsubgraph s1 ["Frame"]\ndirection TB\na["A"]\nb["B"]\nend\na --> b\n')
    (frame,) = re.findall(r'jb-chart__frame" rx="6" x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height', svg)
    left, _, width = map(float, frame)
    for x in map(float, re.findall(r'<rect class="jb-chart__box" rx="2" x="([-\d.]+)"', svg)):
        assert left < x < left + width
    assert all(left < float(x) < left + width for x in re.findall(r'd="M([-\d.]+),', svg))


@pytest.mark.parametrize(
    ("said", "measured"),
    [
        ("<p>Pays</p>", "<p>Pays</p>"),
        ('<p class="sixteen-letters-">中文</p>', '<p class="sixteen-letters-">U U </p>'),
        ("<p>Donaudampfschifffahrt</p>", "<p>Donaudampfschif ffahrt</p>"),
    ],
)
def test_texts_are_measured_as_wide_as_any_font_has_them(said: str, measured: str) -> None:
    assert as_measured(said) == measured
