from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.tools.page_watch import PageWatch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.conftest import OpenPage

PAGE = "<!doctype html><html lang=en><title>Page</title><link rel=icon href=data:,><body>{}</body></html>"


def write_page(folder: Path, body: str) -> None:
    """Writes the front page of a site."""
    (folder / "index.html").write_text(PAGE.format(body), encoding="utf-8")


@pytest.fixture
def findings(chromium: Browser, serve_folder: Callable[..., str], tmp_path: Path) -> Callable[..., list[str]]:
    """What the watch finds on a page with this body."""

    def watch(body: str, *, scripts_run: bool = True) -> list[str]:
        write_page(tmp_path, body)
        url = serve_folder(tmp_path)
        with chromium.new_context(java_script_enabled=scripts_run) as context:
            page_watch = PageWatch(context, url, scripts_run=scripts_run)
            context.new_page().goto(url)
            return page_watch.findings()

    return watch


def test_a_healthy_page_has_no_findings(findings: Callable[..., list[str]]) -> None:
    assert findings("<p>Hello</p><script>console.log('fine')</script>") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "<img alt='' src='https://elsewhere.example/a.png'>",
            "request to another host: https://elsewhere.example/",
        ),
        (
            "<script>fetch('http://localhost:9/').catch(() => 0)</script>",
            "request to another host: http://localhost:9/",
        ),
        ("<script>throw new Error('torn')</script>", "page error: torn"),
        ("<script>Promise.reject(new Error('late'))</script>", "page error: late"),
        ("<script>console.error('loud')</script>", "console error: loud"),
        ("<img alt='' src='missing.png'>", "status 404: http://127.0.0.1:"),
        ("<pre class=mermaid>journey</pre>", "diagram not rendered"),
    ],
)
def test_each_fault_is_found(
    findings: Callable[..., list[str]], body: str, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.tools.page_watch.RENDER_MS", 300)
    assert any(finding.startswith(found) for finding in findings(body)), findings(body)


def test_a_diagram_that_is_drawn_only_in_view_is_no_finding(findings: Callable[..., list[str]]) -> None:
    draw_in_view = """<script>
        const source = document.querySelector("pre.mermaid");
        const draw = () => setTimeout(() => source.replaceWith("drawn"), 200);
        new IntersectionObserver(entries => entries[0].isIntersecting && draw()).observe(source);
    </script>"""
    assert findings(f"<p style='height: 5000px'></p><pre class=mermaid>journey</pre>{draw_in_view}") == []


def test_without_scripts_the_source_of_a_diagram_may_stand(findings: Callable[..., list[str]]) -> None:
    assert findings("<pre class=mermaid>journey</pre>", scripts_run=False) == []


def test_open_page_gives_the_page_as_asked_for(
    open_page: OpenPage, serve_folder: Callable[..., str], tmp_path: Path
) -> None:
    write_page(tmp_path, "<script>document.title = 'run'</script>")
    url = serve_folder(tmp_path, "/docs")
    page = open_page(f"{url}/", viewport=(390, 800), color_scheme="dark", media="print")
    asked = "print and (width: 390px) and (prefers-color-scheme: dark) and (prefers-reduced-motion: reduce)"
    assert page.evaluate("query => matchMedia(query).matches", asked)
    assert page.title() == "run"
    assert open_page(f"{url}/", java_script_enabled=False).title() == "Page"


SUITE = """
from pathlib import Path
import pytest

def test_loud(open_page, serve_folder):
    open_page(serve_folder(Path(__file__).parent))

@pytest.mark.skip(reason="no Chromium")
def test_skipped(chromium): ...
"""


def test_open_page_fails_a_test_at_its_end(repository: Path, tmp_path: Path) -> None:
    write_page(tmp_path, "<script>console.error('loud')</script>")
    (tmp_path / "conftest.py").write_text("from tests.conftest import *", encoding="utf-8")
    (tmp_path / "test_suite.py").write_text(SUITE, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-c", repository / "pyproject.toml"]
    run = subprocess.run([*command, tmp_path], cwd=repository, capture_output=True, encoding="utf-8", check=False)
    assert "1 passed, 2 errors" in run.stdout, run.stdout
    assert "console error: loud" in run.stdout
    assert "browser tests are never skipped" in run.stdout
