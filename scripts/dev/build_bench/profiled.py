"""Builds the portal in the folder at hand under a profiler; prints the seconds of each part as JSON.

A part is a room of the engine, or a package that is not ours. What the standard library and plain tools take
counts for those who called them.
"""

from __future__ import annotations

import cProfile
import json
import pstats
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, cast

Function = tuple[str, int, str]
Callers = dict[Function, tuple[int, int, float, float]]
PACKAGES = ("markdown", "pymdownx", "pygments", "jinja2", "mkdocs", "material", "yaml", "pydantic", "mermaid")
"""Packages that are parts of their own; all others count for who called them."""


def main() -> None:
    """Print the parts, the largest first."""
    from mkdocs.commands.build import build
    from mkdocs.config.base import load_config  # pyright: ignore[reportUnknownVariableType]

    profiler = cProfile.Profile()
    profiler.enable()
    config: Any = load_config("mkdocs.yml")
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    profiler.disable()
    stats = cast("dict[Function, tuple[int, int, float, float, Callers]]", vars(pstats.Stats(profiler))["stats"])
    print(json.dumps(dict(sorted(parts_of(stats).items(), key=lambda item: -item[1]))))


def parts_of(stats: dict[Function, tuple[int, int, float, float, Callers]]) -> dict[str, float]:
    """Seconds of own time for each part."""
    shares: dict[Function, dict[str, float]] = {}

    def shares_of(function: Function, seen: frozenset[Function]) -> dict[str, float]:
        """To which parts a function's time belongs: to its own, else to those of its callers."""
        if function in shares:
            return shares[function]
        if part := part_of(function):
            return {part: 1.0}
        callers = {one: calls for one, calls in stats[function][4].items() if one not in seen and one in stats}
        whole = sum(calls[2] for calls in callers.values()) or 1.0
        found: dict[str, float] = defaultdict(float)
        for one, calls in callers.items():
            for part, share in shares_of(one, seen | {function}).items():
                found[part] += share * (calls[2] or 1e-9) / whole
        if not seen:
            shares[function] = found
        return found or {"start and else": 1.0}

    parts: dict[str, float] = defaultdict(float)
    for function, (_, _, own, _, _) in stats.items():
        for part, share in shares_of(function, frozenset()).items():
            parts[part] += own * share
    return parts


def part_of(function: Function) -> str | None:
    """The part that a function belongs to; None if it belongs to its callers."""
    folders = Path(function[0]).parts
    for ours in ("journeybook", "journeybook_cli", "journeybook_theme"):
        if ours in folders[:-1]:
            after = folders[folders.index(ours) + 1 :]
            return f"{ours}/{after[0]}" if len(after) > 1 else ours
    if "site-packages" in folders:
        package = folders[folders.index("site-packages") + 1].removesuffix(".py")
        return package if package in PACKAGES else None
    return None


if __name__ == "__main__":
    sys.setrecursionlimit(10000)
    main()
