"""Measures how quickly a large map answers its reader, on a processor slowed four times.

`python scripts/dev/bench_map.py` builds a portal whose map has 12 stages, 60 steps and all the lanes they give.
"""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from journeybook.mkdocs.building import build

STAGES, STEPS, SLOWER, TIMES = 12, 60, 4, 5
BUDGET = 100

STEP = """\
      - id: step-{n}
        title: Does what comes as number {n}
        does: Looks for the paper and reads it twice
        thinks: Will it be over soon?
        feels: {feels}
        score: {{ada: {score}, bob: {other}}}
        touchpoint: touchpoint-{touchpoint}
        team: team-{team}
        takes: 20 min
        pains: [{{id: pain-{n}, title: Has to say it again, severity: 3}}]
        gains: [Is called back]
        backstage: [{{team: team-{team}, does: Types it in, system: Ledger}}]
"""

# From the act to the moment when the changed page is painted, as a reader waits for it.
ACT = """
(act) => new Promise((done) => {
  const begun = performance.now()
  new Function(act)()
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)))
})
"""
LANE = "document.querySelector('[data-jb-for={}] input').click()"
LENS = (
    "const lens = document.querySelector('.jb-action--lens select');"
    "lens.value = '{}'; lens.dispatchEvent(new Event('change', {{bubbles: true}}))"
)
ACTS = {
    "a lane off": LANE.format("feels"),
    "a lane on": LANE.format("feels"),
    "the curve off": LANE.format("curve"),
    "the curve on": LANE.format("curve"),
    "a lane down": "document.querySelector('[data-jb-move=\"1\"]').click()",
    "a lens of a channel": LENS.format("channel:phone"),
    "a lens of a team": LENS.format("team:team-1"),
    "no lens": LENS.format(""),
    "a step in place": "document.querySelector('[data-jb-step=step-30] a').click()",
    "the next step": "document.querySelector('[data-jb-go=\"1\"]').click()",
    "the step closed": "document.querySelector('[data-jb-close]').click()",
    "the whole map": "document.querySelector('.jb-action--fit').click()",
    "its own size": "document.querySelector('.jb-action--fit').click()",
}


def main() -> None:
    """Print the median and the worst time of each act."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _write(root)
        build(root)
        with sync_playwright() as playwright:
            page = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"]).new_page()
            page.goto((root / "site/journeys/long.html").as_uri())
            _measure(page)


def _chromium() -> str:
    """The one that the tests use."""
    return os.environ.get("JOURNEYBOOK_CHROMIUM") or shutil.which("chromium") or "chromium"


def _measure(page: Page) -> None:
    size = page.locator(".jb-map").evaluate("map => map.outerHTML.length")
    lanes = page.locator("[data-jb-lane]").count()
    print(f"{STAGES} stages, {STEPS} steps, {lanes} lanes, {size / 1000:.0f} kB of markup, {SLOWER} times slower")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    took: dict[str, list[float]] = {name: [] for name in ACTS}
    for _ in range(TIMES):
        for name, act in ACTS.items():
            took[name].append(page.evaluate(ACT, act))
            page.wait_for_timeout(400)
    for name, times in took.items():
        over = "  over the budget" if statistics.median(times) > BUDGET else ""
        print(f"{name:<30}{statistics.median(times):6.0f} ms  (worst {max(times):.0f} ms){over}")


def _write(root: Path) -> None:
    each = STEPS // STAGES
    journey = "title: A long journey\npersonas: [ada, bob]\nstages:\n"
    for n in range(STEPS):
        if n % each == 0:
            journey += f"  - id: stage-{n // each}\n    title: Stage {n // each + 1}\n    steps:\n"
        journey += STEP.format(
            n=n,
            feels=("worried", "relieved", "cross")[n % 3],
            score=n % 5 + 1,
            other=n % 4 + 1,
            touchpoint=n % 4,
            team=n % 5,
        )
    channels = ("phone", "web", "shop", "letter")
    files = {
        "mkdocs.yml": "site_name: Long\ndocs_dir: content\nuse_directory_urls: false\n"
        "theme: {name: material, font: false}\nplugins: [journeybook]\n",
        "content/index.md": "# Long\n",
        "content/journeys/long.yml": journey,
        "content/personas/ada.md": "---\ntitle: Ada\n---\n",
        "content/personas/bob.md": "---\ntitle: Bob\n---\n",
        "content/channels.yml": "".join(f"{one}: {{title: {one.title()}}}\n" for one in channels),
        "content/teams.yml": "".join(f"team-{n}: {{title: Team {n}}}\n" for n in range(5)),
    } | {
        f"content/touchpoints/touchpoint-{n}.md": f"---\ntitle: Touchpoint {n}\nchannel: {one}\n---\n"
        for n, one in enumerate(channels)
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
