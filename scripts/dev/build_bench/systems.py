"""What is measured: how each system makes a site of the same portal."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from big_portal import write_portal

from build_bench.run import Took, run

HERE = Path(__file__).parent
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1796083200"}  # 2026-12-01: nothing is stale
_THOUGHT = re.compile(r"^( *thinks: ).*$", re.MULTILINE)


@dataclass
class Place:
    """A folder with one portal, and a copy of it for each system."""

    folder: Path
    """Where everything stands; it must be empty."""
    pages: int
    """How many pages the portal shall give."""
    limit: float
    """Seconds after which a run is stopped."""
    changes: int = field(default=0, init=False)
    """How many changes have been made."""

    def write(self) -> int:
        """Write the portal for all systems; return how many pages it gives."""
        self.pages = write_portal(self.source, self.pages)
        shutil.copytree(self.source, self.own)
        scripted = self.folder / "gen-files"
        shutil.copytree(HERE / "gen_files", scripted, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(self.source / "content", scripted / "content")
        shutil.copytree(HERE / "ordinary", scripted / "docs")
        shutil.copytree(HERE / "empty", self.folder / "empty")
        return self.pages

    @property
    def source(self) -> Path:
        """The portal that other systems' sources are generated from."""
        return self.folder / "source"

    @property
    def own(self) -> Path:
        """The portal that Journeybook builds."""
        return self.folder / "journeybook"

    def python(self, *arguments: str | Path, cwd: Path | None = None) -> Took:
        """Run this Python with these arguments."""
        where = cwd or self.folder
        return run([sys.executable, *arguments], where, self.limit, {**ENVIRONMENT, "PYTHONPATH": str(where)})


def cold(place: Place) -> Took:
    """Journeybook with neither site nor cache."""
    _forget(place.own, "site", ".cache", ".journeybook")
    return warm(place)


def warm(place: Place) -> Took:
    """Journeybook over what stands there."""
    return place.python("-m", "mkdocs", "build", "-q", cwd=place.own)


def changed(place: Place) -> Took:
    """Journeybook after one step was changed."""
    place.changes += 1
    path = min((place.own / "content/journeys").iterdir())
    text = path.read_text("utf-8")
    path.write_text(_THOUGHT.sub(rf"\g<1>A thought of run {place.changes}", text, count=1), "utf-8")
    return warm(place)


def generated(place: Place, builder: Literal["mkdocs", "zensical"]) -> Took:
    """`journeybook generate` with no cache, for that builder."""
    _forget(place.source, ".cache", ".journeybook")
    out = place.folder / f"for-{builder}"
    shutil.rmtree(out, ignore_errors=True)
    command = ("-m", "journeybook_cli", "generate", "--root", place.source, "--out", out, "--for", builder)
    return place.python(*command)


def by_mkdocs(place: Place) -> Took:
    """MkDocs and Material over what was generated for them."""
    return place.python("-m", "mkdocs", "build", "-q", cwd=place.folder / "for-mkdocs")


def by_zensical(place: Place) -> Took:
    """Zensical over what was generated for it."""
    return place.python("-m", "zensical", "build", cwd=place.folder / "for-zensical")


def by_gen_files(place: Place) -> Took:
    """MkDocs and Material with a script of the plugin gen-files."""
    _forget(place.folder / "gen-files", "site", ".cache")
    return place.python("-m", "mkdocs", "build", "-q", cwd=place.folder / "gen-files")


def empty(place: Place) -> Took:
    """MkDocs and Material with a single page."""
    return place.python("-m", "mkdocs", "build", "-q", cwd=place.folder / "empty")


def floor(place: Place) -> Took:
    """A Python process that deletes and writes what Journeybook wrote, and does nothing else."""
    start = place.python("-c", "pass")
    copied = _told(place.python(HERE / "floor.py", place.own / "site", place.folder / "floor"))
    return start.then(copied)


def narratives(place: Place) -> Took:
    """Python-Markdown over all narratives, and nothing else."""
    return _told(place.python(HERE / "narratives.py", place.source))


def _told(took: Took) -> Took:
    """A run with the times that it printed itself."""
    if took.stopped:
        return took
    seconds, work = took.said.split()[-2:]
    return replace(took, seconds=float(seconds), work=float(work))


@dataclass(frozen=True, slots=True)
class System:
    """One line of the table."""

    name: str
    """What it is called in the figures, and when it is chosen."""
    title: str
    """What the table says."""
    measure: Callable[[Place], Took]
    """Runs it once."""
    site: str = ""
    """The folder of the site that it leaves, if that is of interest."""
    after: str = ""
    """The line whose time is the first part of this one's."""

    @property
    def is_ours(self) -> bool:
        """Whether nothing but Journeybook runs."""
        return self.name in {"cold", "warm", "changed", "generate", "zensical-generate"}


SYSTEMS = (
    System("cold", "Journeybook, cold", cold, "journeybook/site"),
    System("warm", "Journeybook, nothing changed", warm, "journeybook/site"),
    System("changed", "Journeybook, one step changed", changed, "journeybook/site"),
    System("generate", "`journeybook generate`", lambda place: generated(place, "mkdocs"), "for-mkdocs/docs"),
    System("mkdocs", "generated, then MkDocs and Material", by_mkdocs, "for-mkdocs/site", after="generate"),
    System("zensical-generate", "", lambda place: generated(place, "zensical")),
    System("zensical", "generated, then Zensical", by_zensical, "for-zensical/site", after="zensical-generate"),
    System("gen-files", "a gen-files script, MkDocs and Material", by_gen_files, "gen-files/site"),
    System("empty", "MkDocs and Material, one page", empty, "empty/site"),
    System("narratives", "Python-Markdown, the narratives alone", narratives),
    System("floor", "deleting and writing the same files", floor, "floor"),
)
"""Everything that is measured, in this order; a line that builds on another one comes right after it."""


def _forget(folder: Path, *names: str) -> None:
    for name in names:
        shutil.rmtree(folder / name, ignore_errors=True)
