"""Measures a hub over many other portals: writes them, pins them, reads them, builds the hub.

`python scripts/dev/bench_federation.py [PORTALS] [JOURNEYS]`; the same numbers give the same portals.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from journeybook.exchange.pinning import Fetched, fetch_all, write_pins
from journeybook.exchange.portal_document import as_json, portal_document
from journeybook.mkdocs.building import build
from journeybook.model import Channel, Entity, Journey, Pain, Persona, Stage, Step, Team, Touchpoint
from journeybook.model.elsewhere import Elsewhere
from journeybook.model.portal_options import PortalOptions
from journeybook.portal import assemble
from journeybook.reading import read_options, read_others
from journeybook.reading.content import Content

SEED = 20261122
STAGES, STEPS = 5, 20
WORDS = ("call", "order", "invoice", "visit", "letter", "offer", "claim", "move", "repair", "refund", "meter")

_T = TypeVar("_T")


def main() -> None:
    """Print what each part takes."""
    portals, journeys = (int(one) for one in (sys.argv[1:] + ["200", "50"][len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _timed(f"write {portals} portals of {journeys} journeys", lambda: write_portals(root, portals, journeys))
        hub = root / "hub"
        options, _ = read_options(hub)
        fetched = _timed("fetch and pin (from disk)", lambda: fetch_all(hub, options.portals, {}))
        write_pins(hub, [one for one in fetched if isinstance(one, Fetched)], {})
        kept = sum(path.stat().st_size for path in (hub / "portals").iterdir())
        print(f"{'kept in portals/':<45}{kept / 1e6:9.1f} MB")
        del fetched
        print(f"{'peak memory so far, writing included':<45}{_peak():9.0f} MB")
        sys.stdout.flush()
        subprocess.run([sys.executable, __file__, "--hub", hub], check=True)


def measure_hub(hub: Path) -> None:
    """Read and build the hub, in a process of its own so that its memory is its own."""
    print(f"{'memory before anything is read':<45}{_peak():9.0f} MB")
    options, _ = read_options(hub)
    others, findings = _timed("read what was fetched", lambda: read_others(hub, options))
    if findings:
        sys.exit(str(findings[0]))
    print(f"{'things known':<45}{sum(len(one.things) for one in others.by_name.values()):9d}")
    print(f"{'journeys known':<45}{sum(len(one.journeys) for one in others.by_name.values()):9d}")
    print(f"{'peak memory with all of them':<45}{_peak():9.0f} MB")
    keys = [Elsewhere(name, "journey/j7") for name in others.by_name]
    _timed("look up a journey in each", lambda: [others.find(key) for key in keys])
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    _timed("build the hub", lambda: build(hub))
    print(f"{'peak memory':<45}{_peak():9.0f} MB")


def _timed(what: str, action: Callable[[], _T]) -> _T:
    start, worked = time.perf_counter(), time.process_time()
    found = action()
    took, worked = time.perf_counter() - start, time.process_time() - worked
    print(f"{what:<45}{took:9.2f} s  ({worked:.2f} s of work)")
    return found


def _peak() -> float:
    """The most memory this process has had, in MB; nothing where the system does not say."""
    status = Path("/proc/self/status")  # what `resource` says includes the parent's
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(float(line.split()[1]) for line in lines if line.startswith("VmHWM:")) / 1000


def write_portals(root: Path, portals: int, journeys: int) -> None:
    """Write so many portals of so many journeys into `root`, and a hub that names them all into `root/hub`."""
    chance = random.Random(SEED)  # noqa: S311  # the same portals every time
    for number in range(portals):
        portal = assemble(Content("content", tuple(_entities(chance, journeys)), (), (), ()))
        document = portal_document(
            portal, PortalOptions(), title=f"Portal {number}", site=f"https://p{number}.example/"
        )
        (root / f"p{number}.json").write_text(as_json(document), encoding="utf-8")
    hub = root / "hub"
    (hub / "content" / "journeys").mkdir(parents=True)
    names = {f"p{number}": f"../p{number}.json" for number in range(portals)}
    (hub / "journeybook.yml").write_text(f"portals: {json.dumps(names)}\n", encoding="utf-8")
    (hub / "mkdocs.yml").write_text(
        "site_name: Hub\ndocs_dir: content\ntheme: {name: material}\nplugins: [search, journeybook]\n"
    )
    mentions = "\n".join(f"- [[{name}:journey/j7]], [[{name}:step/j1/s{STEPS}]]" for name in names)
    (hub / "content" / "index.md").write_text(f"# Hub\n\n{mentions}\n", encoding="utf-8")
    for number, name in enumerate(names):
        text = (
            f"title: {_title(chance)}\npart_of: {name}:journey/j3\nstages: [{{title: Only, steps: [One, Two]}}]\n"
        )
        (hub / "content" / "journeys" / f"own-{number}.yml").write_text(text, encoding="utf-8")


def _title(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(2, 5))).capitalize()


def _entities(chance: random.Random, journeys: int) -> Iterator[Entity]:
    for number in range(5):
        yield Persona(id=f"who{number}", title=_title(chance))
        yield Team(id=f"team{number}", title=_title(chance))
        yield Channel(id=f"way{number}", title=_title(chance))
    for number in range(30):
        yield Touchpoint(
            id=f"t{number}", title=_title(chance), team=f"team{number % 5}", channels=(f"way{number % 5}",)
        )
    for number in range(1, journeys + 1):
        steps = [_step(chance, one) for one in range(1, STEPS + 1)]
        size = STEPS // STAGES
        stages = tuple(
            Stage(id=f"stage{one}", title=_title(chance), steps=tuple(steps[one * size : (one + 1) * size]))
            for one in range(STAGES)
        )
        yield Journey(
            id=f"j{number}",
            title=_title(chance),
            personas=(f"who{number % 5}",),
            status=chance.choice(("draft", "in-review", "reviewed")),
            stages=stages,
        )


def _step(chance: random.Random, number: int) -> Step:
    pains = (Pain(id=f"p{number}", title=_title(chance), severity=3),) if chance.random() < 0.3 else ()
    return Step(
        id=f"s{number}",
        title=_title(chance),
        does=_title(chance),
        touchpoints=(f"t{chance.randrange(30)}",),
        score={"*": chance.randint(2, 10) / 2},
        pains=pains,
    )


if __name__ == "__main__":
    if "--hub" in sys.argv:
        measure_hub(Path(sys.argv[-1]))
    else:
        main()
