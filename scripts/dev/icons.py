"""Writes `styles/icons.css` of the theme: the icons we use, taken from the set that comes with Material.

They are kept in the repository, so that the theme needs no Material where its pages stand elsewhere.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

STYLES = Path(__file__).resolve().parents[2] / "theme" / "journeybook_theme" / "styles" / "icons.css"

ICONS = {
    "comment": "comment-outline",
    "comments": "comment-text-outline",
    "edit": "pencil-outline",
    "star": "star",
    "kept": "check-bold",
    "broken": "close-thick",
    "pain": "lightning-bolt",
    "gain": "plus-thick",
    "way": "arrow-right",
    "hand-off": "swap-horizontal",
    "goal": "bullseye-arrow",
    "need": "hand-heart-outline",
    "frustration": "lightning-bolt-outline",
    "behaviour": "shoe-print",
    "assumption": "help-circle-outline",
    "research": "magnify",
    "score": "chart-bar",
    "human": "account-voice",
    "present": "presentation-play",
    "print": "printer-outline",
}
"""What an icon means with us, and its name in the set."""

HEAD = """\
/*
 * Icons, written by scripts/dev/icons.py from the set that comes with Material: Material Design Icons by
 * Pictogrammers, Apache License 2.0. They are masks, so they take the colour of the text around them.
 */

.jb {
"""


def main() -> None:
    """Write the styles anew, or with `--check` say whether they are as they would be written."""
    fresh = styles()
    if "--check" not in sys.argv:
        STYLES.write_text(fresh, "utf-8")
    elif STYLES.read_text("utf-8") != fresh:
        sys.exit(f"{STYLES.name} is not fresh; run scripts/dev/icons.py")


def styles() -> str:
    """A custom property for each icon."""
    material = find_spec("material")
    if material is None or material.origin is None:
        sys.exit("Material for MkDocs is not installed")
    folder = Path(material.origin).parent / "templates" / ".icons" / "material"
    return HEAD + "".join(_property(name, folder / f"{source}.svg") for name, source in ICONS.items()) + "}\n"


def _property(name: str, source: Path) -> str:
    svg = source.read_text("utf-8").strip().replace('"', "'")
    return f'  --jb-icon-{name}: url("data:image/svg+xml,{quote(svg, safe=_READABLE)}");\n'


_READABLE = " '=:/,-+."
"""Signs that a data address may hold as they are."""


if __name__ == "__main__":
    main()
