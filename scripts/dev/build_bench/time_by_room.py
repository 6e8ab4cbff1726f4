"""Where the time of a cold build goes, by the rooms of the house."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from build_bench.systems import HERE, Place


def profile(pages: int) -> str:
    """The parts of a cold build that take over a hundredth of it, the largest first, as a table in Markdown."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        place = Place(Path(folder), pages, 36000)
        place.write()
        said = place.python(HERE / "profiled.py", cwd=place.own).said
    parts: dict[str, float] = json.loads(said.splitlines()[-1])
    whole = sum(parts.values())
    lines = [f"A cold build of {pages:,} pages, {whole:.2f} s of processor time under the profiler:", ""]
    lines += ["| part | seconds | share |", "|---|--:|--:|"]
    large = [(name, took) for name, took in parts.items() if took > whole / 100]
    lines += [f"| {name} | {took:.2f} | {100 * took / whole:.0f} % |" for name, took in large]
    return "\n".join(lines)
