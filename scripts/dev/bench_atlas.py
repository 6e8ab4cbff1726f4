"""Measures the atlas of a portal with many journeys, and that of a hub: how heavy, how quick.

`python scripts/dev/bench_atlas.py [JOURNEYS] [PORTALS]`; the same numbers give the same pages. `work` is what the
page's own thread does, which is the same whatever else the machine does; all else is wall clock.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import json
import os
import random
import sys
import tempfile
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from bench_federation import write_portals
from playwright.sync_api import CDPSession, Page, sync_playwright

from journeybook.exchange.pinning import Fetched, fetch_all, write_pins
from journeybook.mkdocs.building import build
from journeybook.reading import read_options

SEED = 20261122
SLOWER = 4
CHOICES = (
    ("title", "call"),
    ("title", ""),
    ("status", "draft"),
    ("status", ""),
    ("order", "worst"),
    ("order", ""),
)
WORDS = ("call", "order", "invoice", "visit", "letter", "offer", "claim", "move", "repair", "refund", "meter")

_PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
_READY = "() => performance.timing.loadEventEnd - performance.timing.navigationStart"
_SHIFTED = """() => new Promise(done => new PerformanceObserver(list =>
  done(list.getEntries().reduce((sum, one) => sum + one.value, 0))).observe({type: 'layout-shift', buffered: true})
  || setTimeout(() => done(0), 500))"""
_FILTERED = """async ([name, value]) => {
  const field = document.querySelector(`form[data-jb-atlas] [name=${name}]`)
  const begun = performance.now()
  field.value = value
  field.dispatchEvent(new Event(field.matches('select') ? 'change' : 'input', {bubbles: true}))
  const worked = performance.now() - begun
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  return [worked, performance.now() - begun]
}"""


def main() -> None:
    """Print what both atlases weigh and take."""
    journeys, portals = (int(one) for one in (sys.argv[1:] + ["300", "200"][len(sys.argv) - 1 :]))
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_portal(root / "portal", journeys)
        build(root / "portal")
        print(f"{journeys} journeys")
        measure(root / "portal" / "site", ["atlas"])
        if portals:
            write_portals(root, portals, 50)
            options, _ = read_options(root / "hub")
            fetched = fetch_all(root / "hub", options.portals, {})
            write_pins(root / "hub", [one for one in fetched if isinstance(one, Fetched)], {})
            build(root / "hub")
            print(f"a hub over {portals} portals of 50 journeys")
            measure(root / "hub" / "site", ["atlas", "atlas/p0"])


def write_portal(folder: Path, journeys: int) -> None:
    """A portal of so many journeys, of three to seven stages each."""
    chance = random.Random(SEED)  # noqa: S311  # the same portal every time
    content = folder / "content"
    (content / "journeys").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: Many\ndocs_dir: content\n"
        "theme: {name: material, font: false}\nplugins: [search, journeybook]\n"
    )
    for name in ("teams", "channels"):
        entries = {f"{name[:-1]}{number}": {"title": _title(chance)} for number in range(12)}
        (content / f"{name}.yml").write_text(json.dumps(entries), encoding="utf-8")
    (content / "personas").mkdir()
    for number in range(10):
        (content / "personas" / f"who{number}.md").write_text(
            f"---\ntitle: {_title(chance)}\n---\n", encoding="utf-8"
        )
    for number in range(journeys):
        text = json.dumps(_journey(chance, number))
        (content / "journeys" / f"j{number}.yml").write_text(text, encoding="utf-8")


def _title(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(2, 5))).capitalize()


def _journey(chance: random.Random, number: int) -> dict[str, object]:
    journey: dict[str, object] = {
        "title": _title(chance),
        "personas": [f"who{number % 10}"],
        "scope": chance.choice(("buying", "experience", "employee")),
        "status": chance.choice(("draft", "in-review", "reviewed")),
        "owner": f"team{chance.randrange(12)}",
        "tags": chance.sample(WORDS, 2),
        "stages": [_stage(chance, one) for one in range(chance.randint(3, 7))],
    }
    if number % 6 == 5:
        journey |= {"state": "future", "improves": f"j{number - 1}"}
    elif number % 6 == 3:
        journey["part_of"] = f"j{number - 1}"
    return journey


def _stage(chance: random.Random, number: int) -> dict[str, object]:
    steps = [
        {
            "id": f"s{number}-{one}",
            "title": _title(chance),
            "channel": f"channel{chance.randrange(12)}",
            "team": f"team{chance.randrange(12)}",
            "score": chance.randint(2, 10) / 2,
            "pains": [{"id": f"p{number}-{one}", "title": _title(chance)}] if chance.random() < 0.3 else [],
        }
        for one in range(chance.randint(2, 5))
    ]
    return {"id": f"stage{number}", "title": _title(chance), "steps": steps if chance.random() < 0.95 else []}


def measure(site: Path, pages: list[str]) -> None:
    """Print what `pages` of `site` weigh, and how quickly they are there and are filtered."""
    with _served(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for path in pages:
            html = (site / path / "index.html").read_bytes()
            _say(f"{path}: HTML", len(html) / 1000, "kB")
            _say(f"{path}: HTML, compressed", len(gzip.compress(html)) / 1000, "kB")
            for slower in (1, SLOWER):
                print(f"  a processor slowed {slower} times")
                page = browser.new_page(viewport={"width": 1440, "height": 900})
                _measure(page, f"{base}/{path}/", slower)
                page.close()
        browser.close()


def _measure(page: Page, url: str, slower: int) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    begun = _busy(devtools)
    _say("loaded, wall clock", _loaded(page, url), "ms")
    page.wait_for_timeout(300)
    _say("loaded, work", _busy(devtools) - begun, "ms")
    _say("first paint", page.evaluate(_PAINTED), "ms")
    _say("loaded", page.evaluate(_READY), "ms")
    _say("layout shift", page.evaluate(_SHIFTED), "")
    for name, value in CHOICES:
        if page.locator(f"form[data-jb-atlas] [name={name}]").count():
            begun = _busy(devtools)
            worked, painted = page.evaluate(_FILTERED, [name, value])
            page.wait_for_timeout(300)
            _say(f"{name}={value}, work", _busy(devtools) - begun, "ms")
            _say(f"{name}={value}, script", worked, "ms")
            _say(f"{name}={value}, drawn", painted, "ms")


def _busy(devtools: CDPSession) -> float:
    """For how many milliseconds the page's thread has worked."""
    found = cast("dict[str, list[dict[str, Any]]]", devtools.send("Performance.getMetrics"))
    return next(float(one["value"]) for one in found["metrics"] if one["name"] == "TaskDuration") * 1000


def _loaded(page: Page, url: str) -> float:
    begun = time.perf_counter()
    page.goto(url)
    return 1000 * (time.perf_counter() - begun)


def _say(what: str, value: float, unit: str) -> None:
    print(f"  {what:<45}{value:9.2f} {unit}")


@contextmanager
def _served(site: Path) -> Generator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


if __name__ == "__main__":
    main()
