"""Measures `journeybook check`: portals of ever more journeys, read cold and with nothing changed.

`python scripts/dev/bench_check.py [JOURNEYS …]`; the same numbers give the same portals. The time per journey says
whether anything grows faster than the portal does.
"""

from __future__ import annotations

import cProfile
import pstats
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SEED = 20261122
SIZES = (250, 1000, 4000)
STAGES, STEPS = 5, 15
TODAY = date(2026, 11, 22)
WORDS = ("call", "order", "invoice", "visit", "letter", "offer", "claim", "move", "repair", "refund", "meter")
FEELINGS = ("worried", "curious", "annoyed", "relieved", "hopeful")


def main() -> None:
    """Print what each portal takes."""
    print("journeys  findings      cold      work  per journey     again    memory")
    for journeys in [int(one) for one in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            write_portal(root, journeys)
            cold, work, memory, found = _check(root)
            again, _, _, same = _check(root)
            if found != same:
                sys.exit("the second run found something else")
            each = 1000 * work / journeys
            print(
                f"{journeys:>8,} {found:>9,} {cold:>7.2f} s {work:>7.2f} s {each:>9.2f} ms {again:>7.2f} s"
                f" {memory:>6.0f} MB",
                flush=True,
            )


def _check(root: Path) -> tuple[float, float, float, int]:
    """Seconds by the clock and of work, megabytes and findings of a run in a new process, start included."""
    start = time.perf_counter()
    command = [sys.executable, __file__, "--one", str(root)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    took = time.perf_counter() - start
    found, work, memory = run.stdout.split()
    return took, float(work), float(memory), int(found)


def check_one(root: Path) -> None:
    """Check the portal in `root`, as the command does, and print its findings, its work and its memory."""
    from journeybook_cli.checking import Wanted, checked

    result = checked(Wanted(root, TODAY))
    status = Path("/proc/self/status")  # what `resource` says includes the parent's
    lines = status.read_text().splitlines() if status.exists() else []
    peak = sum(float(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1000
    print(len(result.found), time.process_time(), peak)


def profile(journeys: int) -> None:
    """Print where the time of a cold run goes."""
    from journeybook_cli.checking import Wanted, checked

    with tempfile.TemporaryDirectory() as folder:
        write_portal(Path(folder), journeys)
        profiler = cProfile.Profile()
        profiler.runcall(checked, Wanted(Path(folder), TODAY, may_remember=False))
        pstats.Stats(profiler).sort_stats("tottime").print_stats(45)


def write_portal(root: Path, journeys: int) -> None:
    """Write a portal of so many journeys, every third in Markdown, with all that they name."""
    chance = random.Random(SEED)  # noqa: S311  # the same portal every time
    content = root / "content"
    for folder in ("journeys", "personas", "touchpoints", "evidence"):
        (content / folder).mkdir(parents=True)
    (root / "journeybook.yml").write_text("format: 1\n", "utf-8")
    (content / "index.md").write_text("# A portal\n", "utf-8")
    teams = [f"team{number}" for number in range(20)]
    (content / "teams.yml").write_text("".join(f"{one}: {{title: Team {one}}}\n" for one in teams), "utf-8")
    (content / "channels.yml").write_text("phone: {title: Phone}\nletter: {title: Letter}\n", "utf-8")
    for number in range(10):
        text = f"---\ntitle: Persona {number}\nbasis: research\nowner: team{number}\n---\nSomebody.\n"
        (content / f"personas/who{number}.md").write_text(text, "utf-8")
    for number in range(100):
        text = f"---\ntitle: {_title(chance)}\nteam: {chance.choice(teams)}\nchannels: [phone, letter]\n---\n"
        (content / f"touchpoints/t{number}.md").write_text(text, "utf-8")
        text = f"---\ntitle: {_title(chance)}\ndate: {_day(chance)}\nvoice: customer\nn: {number}\n---\n"
        (content / f"evidence/e{number}.md").write_text(text, "utf-8")
    for number in range(journeys):
        lines = _markdown(chance, number) if number % 3 == 0 else _yaml(chance, number)
        ending = "md" if number % 3 == 0 else "yml"
        (content / f"journeys/j{number}.{ending}").write_text("\n".join(lines) + "\n", "utf-8")


def _head(chance: random.Random, number: int) -> Iterator[str]:
    yield f"title: {_title(chance)} {number}"
    yield f"personas: [who{number % 10}]"
    yield f"owner: team{number % 20}"
    yield f"status: {chance.choice(('draft', 'in-review', 'reviewed'))}"
    yield f"reviewed: {_day(chance)}"
    yield "review_every: 6 months"
    yield f"goal: {_title(chance)}"


def _keys(chance: random.Random) -> Iterator[str]:
    """The keys of a step."""
    yield f"does: {_title(chance)}"
    yield f"touchpoint: t{chance.randrange(100)}"
    yield "channel: phone"
    yield f"score: {chance.randint(2, 10) / 2:g}"
    yield f"feels: {chance.choice(FEELINGS)}"
    yield f"thinks: {_title(chance)}?"
    if chance.random() < 0.3:
        yield "backstage:"
        yield f"  - {{team: team{chance.randrange(20)}, does: {_title(chance)}}}"
    if chance.random() < 0.3:
        yield "pains:"
        yield f"  - {{title: {_title(chance)}, severity: {chance.randint(1, 5)}}}"
    if chance.random() < 0.2:
        yield f"moment_of_truth: {_title(chance)}"
    if chance.random() < 0.4:
        yield f"evidence: [e{chance.randrange(100)}]"


def _yaml(chance: random.Random, number: int) -> Iterator[str]:
    yield from _head(chance, number)
    yield "stages:"
    for stage in range(STAGES):
        yield f"  - id: stage{stage}"
        yield f"    title: {_title(chance)}"
        yield "    steps:"
        for step in range(stage * STEPS // STAGES, (stage + 1) * STEPS // STAGES):
            yield f"      - id: s{step}"
            yield f"        title: {_title(chance)}"
            yield from (f"        {line}" for line in _keys(chance))


def _markdown(chance: random.Random, number: int) -> Iterator[str]:
    yield from ("---", *_head(chance, number), "---", "", _text(chance))
    for stage in range(STAGES):
        yield from ("", f"## {_title(chance)} {stage}", "")
        for step in range(stage * STEPS // STAGES, (stage + 1) * STEPS // STAGES):
            yield from (f"### {_title(chance)} {step}", "", "```yaml step", f"id: s{step}")
            yield from _keys(chance)
            yield from ("```", "", _text(chance), "")


def _title(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(2, 5))).capitalize()


def _text(chance: random.Random) -> str:
    return ". ".join(_title(chance) for _ in range(4)) + "."


def _day(chance: random.Random) -> date:
    return TODAY - timedelta(days=chance.randrange(900))


if __name__ == "__main__":
    if "--one" in sys.argv:
        check_one(Path(sys.argv[-1]))
    elif "--profile" in sys.argv:
        profile(int(sys.argv[-1]))
    else:
        main()
