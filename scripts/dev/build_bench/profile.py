"""Where the time of a cold build goes, by the rooms of the house."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from build_bench.systems import HERE, Place


def profile(pages: int) -> str:
    """The five largest parts of a cold build in one process, and all parts, as tables in Markdown."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        place = Place(Path(folder), pages, 36000)
        place.write()
        said = place.python(HERE / "profiled.py", cwd=place.own).said
    parts: dict[str, float] = json.loads(said.splitlines()[-1])
    whole = sum(parts.values())
    lines = [f"A cold build of {pages:,} pages in one process, {whole:.2f} s under the profiler:", ""]
    lines += ["| part | seconds | share |", "|---|--:|--:|"]
    lines += [f"| {name} | {took:.2f} | {100 * took / whole:.0f} % |" for name, took in list(parts.items())]
    return "\n".join(lines)
