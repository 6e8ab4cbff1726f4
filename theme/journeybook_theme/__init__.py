"""Templates, styles and scripts of a portal; read as files, never imported for code."""

from pathlib import Path

TEMPLATES = Path(__file__).parent / "templates"
"""The folder of the page templates, `journeybook/<kind>.html` and their parts."""

HOST_TEMPLATES = Path(__file__).parent / "host"
"""Templates that stand before Material's own and behind the author's."""

ASSETS = Path(__file__).parent / "assets"
"""The folder of styles and scripts."""

STYLES = ("journeybook.css",)
"""Files of `ASSETS` that every page loads as styles."""

SCRIPTS = ("mermaid.js", "languages.js", "tables.js")
"""Files of `ASSETS` that every page loads as scripts."""

OFFLINE_WORKER = "iframe-worker.js"
"""The file of `ASSETS` with which search works from a folder; its name is what Material's plugin looks for."""
