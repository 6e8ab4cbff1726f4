"""The portal that the examples of a page are put into: the manual's own entities."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

from journeybook.checks import advice, read_baseline
from journeybook.mkdocs.opening import STARTER
from journeybook.model.diagnostics import Diagnostic
from journeybook.portal import assemble
from journeybook.reading import read_content, read_options, read_others

TODAY = date(2026, 11, 22)
"""The reference day of the examples."""


def small_world(repository: Path, folder: Path) -> Path:
    """A portal in `folder` that holds what the manual holds, without its pages."""
    manual = repository / "docs" / "manual"
    content = folder / "content"
    content.mkdir(parents=True)
    for path in sorted(manual.iterdir()):
        if path.is_dir():
            shutil.copytree(path, content / path.name)
        elif path.suffix in {".yml", ".yaml"}:
            shutil.copy(path, content)
    (content / "index.md").write_text("# My portal\n", "utf-8")
    (folder / "mkdocs.yml").write_text(STARTER, "utf-8")
    (folder / "journeybook.yml").write_text("format: 1\n", "utf-8")
    return folder


def findings_in(folder: Path) -> list[Diagnostic]:
    """Everything that is found in the portal in `folder`, of which other portals and languages are part."""
    options, found = read_options(folder)
    others, found_elsewhere = read_others(folder, options)
    content = read_content(folder, options.content, options.editions)
    portal = assemble(replace(content, others=others))
    baseline, found_there = read_baseline(folder)
    told = advice(portal, options, TODAY, baseline).found
    return [*found, *found_elsewhere, *portal.diagnostics, *found_there, *told]
