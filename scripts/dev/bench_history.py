"""Measures what Git is asked for: `journeybook diff` between two revisions, and the past that pages tell.

`python scripts/dev/bench_history.py [JOURNEYS] [COMMITS]`; the same numbers give the same repositories. Each
commit changes what somebody thinks at one step of one journey.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from big_portal import PER_JOURNEY, write_portal
from build_bench.run import Took, run

JOURNEYS, COMMITS = 200, 1000
LIMIT = 600
_THOUGHT = re.compile(r"^( *thinks: ).*$", re.MULTILINE)
_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    **{f"GIT_{who}_{what}": "bench@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def main() -> None:
    """Print what both take, with and without what is kept from the run before."""
    journeys, commits = (int(one) for one in (sys.argv[1:] + [str(JOURNEYS), str(COMMITS)][len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = Path(folder)
        write_portal(root, journeys * (PER_JOURNEY + 3))
        write_repository(root, commits)
        print(f"{len(list((root / 'content/journeys').iterdir()))} journeys, {commits + 1:,} commits")
        _say("diff with the first commit", _diff(root, "first"))
        _say("the same again", _diff(root, "first"))
        _say("diff with the commit before", _diff(root, "HEAD~1"))
        _say("the past of all pages", _past(root))
        _say("the same again", _past(root))


def write_repository(root: Path, commits: int) -> None:
    """Make a repository of the portal in `root`, with so many commits after the first."""
    _git(root, "init", "-q")
    (root / ".gitignore").write_text(".cache/\n.bench-output\n", "utf-8")
    _commit(root, 0)
    _git(root, "tag", "first")
    journeys = sorted((root / "content/journeys").iterdir())
    for number in range(1, commits + 1):
        path = journeys[number % len(journeys)]
        thoughts = list(_THOUGHT.finditer(text := path.read_text("utf-8")))
        thought = thoughts[number % len(thoughts)]
        changed = f"{text[: thought.start()]}{thought[1]}A thought of commit {number}{text[thought.end() :]}"
        path.write_text(changed, "utf-8")
        _commit(root, number)


def tell_past(root: Path) -> None:
    """Read the past of the portal in `root`, as a build does."""
    from journeybook.history.looking_back import Memory

    if not Memory().history(root, "content"):
        sys.exit("there is no past")


def _commit(root: Path, number: int) -> None:
    _git(root, "add", "-A")
    day = f"{1700000000 + 3600 * number} +0000"
    _git(root, "commit", "-q", "-m", f"Change {number}", GIT_AUTHOR_DATE=day, GIT_COMMITTER_DATE=day)


def _git(root: Path, *arguments: str, **environment: str) -> None:
    command = ["git", *arguments]
    subprocess.run(command, cwd=root, check=True, env={**os.environ, **_GIT, **environment})


def _diff(root: Path, base: str) -> Took:
    return run([sys.executable, "-m", "journeybook_cli", "diff", base], root, LIMIT, {})


def _past(root: Path) -> Took:
    return run([sys.executable, __file__, "--past", root], root, LIMIT, {})


def _say(what: str, took: Took) -> None:
    print(f"  {what:<30}{took.seconds:8.2f} s{took.work:8.2f} s of work{took.memory:8.0f} MB", flush=True)


if __name__ == "__main__":
    if "--past" in sys.argv:
        tell_past(Path(sys.argv[-1]))
    else:
        main()
