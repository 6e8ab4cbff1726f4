"""Where the time of a cold build goes, by the rooms of the house."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from build_bench.systems import HERE, Place


def parts_of_build(pages: int) -> dict[str, float]:
    """Seconds of processor time under the profiler for each part of a cold build, the largest first."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        place = Place(Path(folder), pages, 36000)
        place.write()
        said = place.python(HERE / "profiled.py", cwd=place.own).said
    return json.loads(said.splitlines()[-1])


def profile(parts: dict[str, float], most: int) -> str:
    """The largest parts, so many, as a table in Markdown."""
    whole = sum(parts.values())
    lines = ["| part | seconds | share |", "|---|--:|--:|"]
    large = list(parts.items())[:most]
    lines += [f"| {name} | {took:.2f} | {100 * took / whole:.0f} % |" for name, took in large]
    lines.append(f"| all | {whole:.2f} | 100 % |")
    return "\n".join(lines) + "\n"
