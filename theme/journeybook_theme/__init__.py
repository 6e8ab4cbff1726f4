"""Templates, styles and scripts of a portal; read as files, never imported for what they say."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import rjsmin

_HERE = Path(__file__).parent

TEMPLATES = _HERE / "templates"
"""The folder of the page templates, `journeybook/<kind>.html` and their parts."""

HOST_TEMPLATES = _HERE / "host"
"""Templates that stand before Material's own and behind the author's."""

STANDALONE = _HERE / "standalone"
"""Templates, with their styles, of files that stand alone, outside any site."""

ASSETS = _HERE / "assets"
"""The folder of files that are published as they are."""

STYLES = ("journeybook.css",)
"""Published files that every page loads as styles."""

SCRIPTS = ("mermaid.js", "journeybook.js")
"""Published files that every page loads as scripts."""

MERMAID_SCRIPTS = ("mermaid.js", "mermaid-print.js")
"""Published files that draw diagrams in the page; where nothing is to be drawn, nobody needs them."""

OFFLINE_WORKER = "iframe-worker.js"
"""The published file with which search works from a folder; its name is what Material's plugin looks for."""

SEARCH_WORKER = "search-worker.js"
"""The published file with which the search of large portals works; smaller ones have no use for it."""

_STYLE_PARTS = (
    "tokens",
    "icons",
    "ground",
    "head",
    "facts",
    "scores",
    "cards",
    "tables",
    "sections",
    "charts",
    "steps",
    "map",
    "curve",
    "map_tools",
    "walk_through",
    "sheets",
    "atlas",
    "people",
    "boards",
    "blocks",
    "foot",
    "past",
    "writing",
    "paper",
    "below",
    "around",
)
"""The files of `styles/`, in the order in which later ones may outweigh earlier ones."""


def published_files() -> Iterator[tuple[str, bytes]]:
    """Every file of the theme that stands in a site, with its name; the parts of styles and scripts are joined."""
    for path in sorted(ASSETS.rglob("*")):
        if path.is_file():
            yield path.relative_to(ASSETS).as_posix(), path.read_bytes()
    yield "journeybook.css", "".join(map(_style, _STYLE_PARTS)).encode()
    yield "journeybook.js", _scripts(_HERE / "scripts")
    yield "presenting.js", _scripts(_HERE / "scripts" / "presenting")
    yield SEARCH_WORKER, _scripts(_HERE / "scripts" / "searching")


_NOTE_OR_INDENT = re.compile(r"/\*.*?\*/|^\s+", re.DOTALL | re.MULTILINE)


def _style(name: str) -> str:
    """A part of the styles without what only its authors read.

    Lines stay: where a blank matters in nested rules, minifiers of style sheets err.
    """
    return _NOTE_OR_INDENT.sub("", (_HERE / "styles" / f"{name}.css").read_text(encoding="utf-8"))


def _scripts(folder: Path) -> bytes:
    """The scripts of a folder in one."""
    return ";\n".join(map(_script, sorted(folder.glob("*.js")))).encode()


def _script(path: Path) -> str:
    """A part of the scripts without what only its authors read."""
    return str(cast("Any", rjsmin).jsmin(path.read_text(encoding="utf-8")))
