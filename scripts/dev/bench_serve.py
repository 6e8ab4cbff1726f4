"""Measures `journeybook serve`: from saving a file to the new text in a browser.

`python scripts/dev/bench_serve.py [PAGES …]`; the same numbers give the same portals. `work` is the time of the
server's processor for one edit, which is the same whatever else the machine does; all else is wall clock.
"""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from big_portal import write_portal
from playwright.sync_api import Page, sync_playwright

SIZES = (1_000, 10_000)
EDITS = 15
QUIET = 10.0
"""Seconds for which the server is left alone, to see what it does then."""
LONGEST_WAIT = 600.0

_SHOWS = "text => document.body?.textContent.includes(text)"
_SEES = "text => document.body.innerText.includes(text)"
_PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""What stands in the document is laid out for the first frame after that, and seen when the second begins."""
_OVERLAY = ".jb-problems"
_STEP = re.compile(r"(?m)^(\s+(?:- )?title: ).+$")


def main() -> None:
    """Print what edits of each portal take."""
    sizes = [int(one) for one in sys.argv[1:]] or SIZES
    print("   pages   started    median     worst      work     error    mended      idle    memory")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_program(), args=["--no-sandbox"])
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                root = Path(folder)
                pages = write_portal(root, size)
                print(f"{pages:>8,} {measured(root, browser.new_page())}", flush=True)
        browser.close()


def browser_program() -> str:
    """The one that the tests use."""
    return os.environ.get("JOURNEYBOOK_CHROMIUM") or shutil.which("chromium") or "chromium"


def measured(root: Path, page: Page) -> str:
    """The figures of the portal in `root`, in a line."""
    file = min((root / "content" / "journeys").glob("*.yml"))
    with served(root) as (process, address, started):
        page.goto(f"{address}journeys/{file.stem}/")
        page.wait_for_load_state("networkidle")
        before = file.read_text(encoding="utf-8")
        edit(page, file, before, "Warm")
        work = worked(process)
        took = [edit(page, file, before, f"Edit {number}") for number in range(EDITS)]
        work = (worked(process) - work) / EDITS
        error = until(lambda: file.write_text(f"persona: [\n{before}", encoding="utf-8"), page, "attached")
        mended = until(lambda: file.write_text(before, encoding="utf-8"), page, "detached")
        time.sleep(QUIET)
        idle = worked(process)
        time.sleep(QUIET)
        idle = (worked(process) - idle) / QUIET
        memory = peak(process)
    figures = [started, statistics.median(took), max(took), work, error, mended]
    return " ".join(f"{one:>7.2f} s" for one in figures) + f" {idle:>8.1%} {memory:>6.0f} MB"


def edit(page: Page, file: Path, text: str, title: str) -> float:
    """Seconds until the second title in `file`, whose text is `text`, is `title` in the browser."""
    found = list(_STEP.finditer(text))[1]
    new = text[: found.start()] + found[1] + title + text[found.end() :]
    start = time.perf_counter()
    file.write_text(new, encoding="utf-8")
    page.wait_for_function(_SHOWS, arg=title, timeout=1000 * LONGEST_WAIT)
    page.evaluate(_PAINTED)
    took = time.perf_counter() - start
    page.wait_for_load_state("load")
    if not page.evaluate(_SEES, title):
        sys.exit(f"{title} stands in the document and is not to be seen")
    return took


def until(act: Callable[[], Any], page: Page, state: Any) -> float:
    """Seconds from an act until what is wrong is laid over the page, or no more."""
    start = time.perf_counter()
    act()
    page.wait_for_selector(_OVERLAY, state=state, timeout=1000 * LONGEST_WAIT)
    return time.perf_counter() - start


@contextmanager
def served(root: Path) -> Generator[tuple[int, str, float]]:
    """The process that serves the portal in `root`, its address, and after how many seconds it showed it."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "journeybook_cli",
        "serve",
        "--root",
        str(root),
        "--address",
        f"127.0.0.1:{port}",
    ]
    start = time.perf_counter()
    with (root / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        while status(port) != http.client.OK:
            if process.poll() is not None:
                sys.exit((root / "log").read_text(encoding="utf-8"))
            time.sleep(0.02)
        yield process.pid, f"http://127.0.0.1:{port}/", time.perf_counter() - start
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def status(port: int) -> int:
    """What the server answers; 0 while it does not."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def worked(process: int) -> float:
    """Seconds of its processor that a process has had; of Linux."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak(process: int) -> float:
    """Megabytes of memory that a process has had at most; of Linux."""
    found = re.search(r"VmHWM:\s*(\d+)", Path(f"/proc/{process}/status").read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    main()
