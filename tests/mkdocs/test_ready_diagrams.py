"""`diagrams: svg`: pages whose diagrams need no script."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from journeybook.drawing import DrawingError, drawer
from journeybook.drawing.drawer import FOLDER
from tests.mkdocs.small_portal import Site, SmallPortal
from tests.tools.axe import axe_findings

if TYPE_CHECKING:
    from tests.conftest import OpenPage

COMMAND = Path(sys.executable).with_name("journeybook")
SVG = "diagrams: svg\n"
BLOCK = "# How\n\n```journeybook\nshow: journey\nid: claim\nas: flow\n```\n"
FENCE = "# How\n\n```mermaid\nflowchart LR\n  a --> b\n```\n"
SCRIPTS = {f"assets/journeybook/{name}" for name in ("mermaid.js", "mermaid-print.js", "vendor/mermaid.js")}


@pytest.fixture
def ready(portal: SmallPortal) -> SmallPortal:
    """A portal whose diagrams come ready drawn: one on a journey's page, one in a building block."""
    portal.write({"journeybook.yml": SVG, "content/about/how.md": BLOCK})
    return portal


def targets(site: Site, name: str) -> list[str]:
    """Where the boxes of the diagram on a page lead, from the site's root."""
    return [urljoin(f"/{name}", one) for one in re.findall(r'xlink:href="([^"]*)"', site.article(name))]


@pytest.mark.parametrize("urls", [True, False])
def test_a_diagram_stands_in_its_page_and_its_links_are_right(ready: SmallPortal, *, urls: bool) -> None:
    ready.settings["use_directory_urls"] = urls
    site = ready.build(strict=True)
    page = "journeys/claim/" if urls else "journeys/claim.html"
    file, block = (f"{name}{'/index' if urls else ''}.html" for name in ("journeys/claim", "about/how"))
    assert targets(site, file) == [f"/{file}#calls", f"/{file}#waits"]
    assert targets(site, block) == [f"/{page}#calls", f"/{page}#waits"]
    for name in (file, block):
        assert "jb-diagram__source" not in site.article(name)
        assert "mermaid" not in site.text(name)
    assert not SCRIPTS & site.files()
    # Machines still get the text, whose links are right as well.
    twin = site.text(block.replace(".html", ".md"))
    assert re.findall(r'^click n1 "(.*)" _self$', twin, re.MULTILINE) == [
        f"{'../../' if urls else '../'}{page}#calls"
    ]


def test_a_second_build_draws_nothing(ready: SmallPortal, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ready.build(strict=True).text("journeys/claim/index.html")
    assert len(list((ready.root / FOLDER).iterdir())) == 1
    monkeypatch.setattr(drawer, "drawn_by_engines", lambda sources: iter(sources and pytest.fail("drawn again")))
    assert ready.build(strict=True).text("journeys/claim/index.html") == first


def test_authors_who_write_mermaid_get_it(ready: SmallPortal) -> None:
    ready.write({"content/about/how.md": FENCE})
    site = ready.build(strict=True)
    assert site.files() >= SCRIPTS
    assert "assets/journeybook/mermaid.js" in site.text("journeys/claim/index.html")
    assert "jb-chart" in site.article("journeys/claim/index.html")


def test_in_a_narrative_too(ready: SmallPortal) -> None:
    ready.write({"content/touchpoints/support-call.md": f"---\ntitle: Support call\n---\n{FENCE}"})
    assert ready.build(strict=True).files() >= SCRIPTS


def test_without_a_picture_the_text_stays(
    ready: SmallPortal, logged: Callable[[str], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        drawer, "drawn_by_engines", lambda sources: iter([DrawingError("no luck") for _ in sources])
    )
    page = ready.build(strict=True).article("journeys/claim/index.html")
    assert "jb-diagram__source" not in page
    assert "2 steps in 2 stages" in page
    assert '<ol>\n<li><a href="#calls">Calls support</a>' in page
    assert [one for one in logged("INFO") if "could not be drawn" in one], logged("INFO")


def test_generated_markdown_holds_it_too(ready: SmallPortal) -> None:
    ready.save_settings()
    out = ready.root / "out"
    command = [COMMAND, "generate", "--root", str(ready.root), "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    page = (out / "docs" / "journeys" / "claim.md").read_text(encoding="utf-8")
    assert page.count('<svg class="jb-chart"') == 1
    assert "```mermaid" not in page
    assert "mermaid.js" not in (out / "mkdocs.yml").read_text(encoding="utf-8")
    assert not SCRIPTS & {path.relative_to(out / "docs").as_posix() for path in out.rglob("*.js")}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "--strict"], cwd=out, check=True)
    site = Site(out / "site")
    assert targets(site, "journeys/claim/index.html") == [
        f"/journeys/claim/index.html#{one}" for one in ("calls", "waits")
    ]
    assert targets(site, "about/how/index.html") == [f"/journeys/claim/#{one}" for one in ("calls", "waits")]


def test_it_is_seen_and_used_without_scripts(
    ready: SmallPortal, open_page: OpenPage, serve_folder: Callable[..., str]
) -> None:
    title = "选择一个新的互联网套餐并比较各家运营商的价格和服务质量以及安装费用"
    arabic = "يوقع الطلب عند الباب ويسأل عن موعد التركيب وعن تكلفة الانتقال"
    ready.write(
        {
            "content/journeys/eu/claim.yml": f"""\
            title: Claim a loss
            stages:
              - title: {title}
                steps:
                  - {{id: calls, title: "{title}", moment_of_truth: Yes indeed}}
                  - {{id: waits, title: "{arabic}", next: [{{step: calls, when: {title}}}, sends]}}
                  - {{id: sends, title: {"Donaudampfschifffahrtselektrizität" * 2}}}
            """
        }
    )
    url = f"{serve_folder(ready.build().folder)}/journeys/claim/"
    page = open_page(url, java_script_enabled=False)
    page.get_by_text("As a diagram").click()
    page.get_by_role("group", name="Ways through: Claim a loss").wait_for()
    over = page.locator(".jb-chart__text").evaluate_all(
        """all => all.filter(one => {
            const [room, said] = [one.parentElement, one.firstChild].map(it => it.getBoundingClientRect())
            return said.height > room.height + 4 || said.width > room.width + 1
        }).map(one => one.textContent)"""
    )
    assert over == []
    page.locator(".jb-chart a", has_text=arabic).click()
    page.wait_for_url("**/#waits")
    seen = open_page(url)
    seen.get_by_text("As a diagram").click()
    for scheme in ("default", "slate"):
        seen.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
        findings = axe_findings(seen)
        assert not findings, "\n".join(map(str, findings))
