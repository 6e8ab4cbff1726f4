"""The floor of a build: deletes a site and writes the same files again, from memory.

`python floor.py SITE COPY`: COPY is deleted and gets the files of SITE; prints the seconds of that, by the
clock and of processor time. Reading the files does not count: a build would have made them.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

AT_ONCE = 2000
"""How many files are held in memory, so that a large site fits."""


def main(site: Path, copy: Path) -> None:
    """Print how long it takes to delete `copy` and to write it anew."""
    paths = sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())
    seconds, work = timed(lambda: shutil.rmtree(copy, ignore_errors=True))
    for first in range(0, len(paths), AT_ONCE):
        files = {copy / path: (site / path).read_bytes() for path in paths[first : first + AT_ONCE]}
        more, more_work = timed(partial(write, files))
        seconds, work = seconds + more, work + more_work
    print(seconds, work)


def timed(deed: Callable[[], object]) -> tuple[float, float]:
    """Seconds that a deed takes: by the clock, and of processor time."""
    begun, worked = time.perf_counter(), time.process_time()
    deed()
    return time.perf_counter() - begun, time.process_time() - worked


def write(files: dict[Path, bytes]) -> None:
    """Write the files, and the folders they need."""
    for folder in {path.parent for path in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
