"""Builds the portal in the folder at hand under a profiler; prints the seconds of each part as JSON.

A part is a room of the engine, or a package that is not ours. What the standard library and plain tools take
counts for those who called them.
"""

from __future__ import annotations

import cProfile
import json
import os
import pstats
import time
from collections import defaultdict
from pathlib import Path
from typing import Any, cast

Function = tuple[str, int, str]
Callers = dict[Function, tuple[int, int, float, float]]
PACKAGES = ("markdown", "pymdownx", "pygments", "jinja2", "mkdocs", "material", "yaml", "pydantic", "mermaid")
"""Packages that are parts of their own; all others count for who called them."""
REST = "start and all else"
DEEPEST = 40
"""How many calls of others lie between two of parts at most; what lies deeper is not worth the time."""


def main() -> None:
    """Print the parts, the largest first."""
    from mkdocs.commands.build import build
    from mkdocs.config.base import load_config  # pyright: ignore[reportUnknownVariableType]

    from journeybook.reading.processes import PROCESSES

    os.environ[PROCESSES] = "1"  # a profiler sees what its own process does
    profiler = cProfile.Profile(time.process_time)
    profiler.enable()
    config: Any = load_config("mkdocs.yml")
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    profiler.disable()
    stats = cast("dict[Function, tuple[int, int, float, float, Callers]]", vars(pstats.Stats(profiler))["stats"])
    print(json.dumps(dict(sorted(parts_of(stats).items(), key=lambda item: -item[1]))))


def parts_of(stats: dict[Function, tuple[int, int, float, float, Callers]]) -> dict[str, float]:
    """Seconds of own time for each part; what belongs to no part is handed up to those who called it."""
    parts: dict[str, float] = defaultdict(float)
    pending = {function: own for function, (_, _, own, _, _) in stats.items()}
    for _ in range(DEEPEST):
        handed_up: dict[Function, float] = defaultdict(float)
        for function, seconds in pending.items():
            callers = stats[function][4]
            whole = sum(calls[2] for calls in callers.values())
            if (part := part_of(function)) or not whole:
                parts[part or REST] += seconds
                continue
            for caller, calls in callers.items():
                handed_up[caller] += seconds * calls[2] / whole
        pending = {one: seconds for one, seconds in handed_up.items() if one in stats}
    parts[REST] += sum(pending.values())
    return parts


def part_of(function: Function) -> str | None:
    """The part that a function belongs to; None if it belongs to its callers."""
    folders = Path(function[0]).parts
    if function[0].endswith(".html"):
        return "the host's templates" if "material" in folders else "our templates"
    for ours in ("journeybook", "journeybook_cli", "journeybook_theme"):
        if ours in folders[:-1]:
            after = folders[folders.index(ours) + 1 :]
            return f"{ours}/{after[0]}" if len(after) > 1 else ours
    if "site-packages" in folders:
        package = folders[folders.index("site-packages") + 1].removesuffix(".py")
        return package if package in PACKAGES else None
    return None


if __name__ == "__main__":
    main()
