"""Measures builds of portals of several sizes: Journeybook, and other ways to the same pages.

`python scripts/dev/bench_build.py [--sizes 100 1000] [--systems cold mkdocs] [--repeat 3] [--publish]`; the same
sizes give the same portals. Seconds are by the clock, so the machine should do nothing else; work is processor
time.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from build_bench import report
from build_bench.figures import Bench, Size, load, machine, measured, save
from build_bench.systems import SYSTEMS, Place
from build_bench.time_by_room import parts_of_build, profile

REPOSITORY = Path(__file__).resolve().parent.parent.parent
SIZES = (100, 1000, 5000, 20000)
LIMIT = 1200


def main(arguments: list[str] | None = None) -> None:
    """Measure, and write the figures, a table and plots."""
    asked = _asked(arguments)
    if asked.profile:
        _profile(asked.profile, publish=asked.publish)
        return
    if not asked.again:
        save(_bench(asked), asked.out / "figures.json")
    bench = load(asked.out / "figures.json")
    print(report.table(bench))
    report.write(bench, asked.out)
    if asked.publish:
        report.publish(bench, REPOSITORY / "docs/manual")


def _profile(pages: int, *, publish: bool) -> None:
    parts = parts_of_build(pages)
    print(profile(parts, 20))
    if publish:
        told = f"The cold build of {pages:,} pages under the profiler, in processor time:\n\n{profile(parts, 5)}"
        report.put_between("profile", told, REPOSITORY / "CONTRIBUTING.md")


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    names = [one.name for one in SYSTEMS if one.title]
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many pages the portals have")
    parser.add_argument("--systems", nargs="+", choices=names, default=names, help="what is measured")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each; the median is told (default: 3)")
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds for one run (default: 1200)")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "build/bench", help="where figures are written")
    parser.add_argument("--publish", action="store_true", help="also write them into the manual")
    parser.add_argument("--again", action="store_true", help="measure nothing, write what was measured before")
    parser.add_argument("--profile", type=int, metavar="PAGES", help="only tell where the time of a build goes")
    return parser.parse_args(arguments)


def _bench(asked: argparse.Namespace) -> Bench:
    where = machine()
    sizes: list[Size] = []
    for pages in sorted(asked.sizes):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            place = Place(Path(folder), pages, asked.limit)
            place.write()
            sizes.append(measured(place, asked.systems, asked.repeat, _tell))
    return Bench(where, tuple(sizes))


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
