"""Templates, styles and scripts of a portal; read as files, never imported for what they say."""

from collections.abc import Iterator
from pathlib import Path

_HERE = Path(__file__).parent

TEMPLATES = _HERE / "templates"
"""The folder of the page templates, `journeybook/<kind>.html` and their parts."""

HOST_TEMPLATES = _HERE / "host"
"""Templates that stand before Material's own and behind the author's."""

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
    yield "journeybook.css", b"\n".join((_HERE / "styles" / f"{name}.css").read_bytes() for name in _STYLE_PARTS)
    yield "journeybook.js", b";\n".join(path.read_bytes() for path in sorted((_HERE / "scripts").glob("*.js")))
