"""What Python-Markdown alone takes for all texts of a portal, each once, with the site's own extensions.

`python narratives.py PORTAL` prints the seconds, by the clock and of processor time.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config.base import load_config  # pyright: ignore[reportUnknownVariableType]

from journeybook.portal import entities_in
from journeybook_cli.opening import open_portal


def main(root: Path) -> None:
    """Print how long it takes to turn all texts into HTML."""
    portal = open_portal(root).portal
    everything = [one for entity in portal.content.entities for _, one in entities_in(entity)]
    texts = [one.narrative for one in everything if one.narrative]
    texts += [path.read_text("utf-8") for path in sorted((root / "content").glob("*.md"))]
    os.chdir(root)
    settings: Any = load_config("mkdocs.yml")
    markdown = Markdown(extensions=settings.markdown_extensions, extension_configs=settings.mdx_configs)
    begun, worked = time.perf_counter(), time.process_time()
    for text in texts:
        markdown.reset()
        markdown.convert(text)
    print(time.perf_counter() - begun, time.process_time() - worked)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
