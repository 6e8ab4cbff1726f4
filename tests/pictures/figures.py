"""Pages with diagrams, made with the theme's own markup."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import mermaidx
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from journeybook.pictures import Diagram
from journeybook_theme import ASSETS, TEMPLATES

MERMAID = Path(mermaidx.__file__).parent / "assets" / "mermaid.js"
"""The real Mermaid."""

BROKEN = Diagram("flowchart TB\nn1[this is [not] a chart\n", "Broken", "Cannot be drawn.")


def figure(diagram: Diagram, kind: str) -> str:
    """The figure of `diagram` as every page writes it."""
    templates = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    macro = cast("Any", templates.get_template("journeybook/parts/diagram.html").module).diagram
    return str(macro(diagram, kind))


def add_scripts(folder: Path) -> None:
    """Put the scripts where a site has them."""
    home = folder / "assets" / "journeybook"
    (home / "vendor").mkdir(parents=True)
    for script in ASSETS.glob("mermaid*.js"):
        (home / script.name).symlink_to(script)
    (home / "vendor" / "mermaid.js").symlink_to(MERMAID)


def bare_page(folder: Path, name: str, *figures: str) -> Path:
    """A page without Material that shows `figures`, a screen apart; its scripts are in `folder` already."""
    apart = '<div style="height: 3000px"></div>'
    page = folder / name
    page.parent.mkdir(parents=True, exist_ok=True)
    up = "../" * name.count("/")
    page.write_text(
        f"""<!doctype html><html lang="en" style="color-scheme: light dark"><meta charset="utf-8"><title>T</title>
        <link rel="icon" href="data:,"><body><h1>T</h1>{apart.join(figures)}
        <script src="{up}assets/journeybook/mermaid.js"></script></body></html>""",
        encoding="utf-8",
    )
    return page
