"""Templates compiled while there is nothing else to do: each process that makes pages would compile them all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from journeybook.mkdocs.editions import Editions
from journeybook.mkdocs.host_config import portal_root
from journeybook.mkdocs.search_pieces import use_worker
from journeybook.mkdocs.theme_templates import keep_compiled
from journeybook.reading.aside import Aside
from journeybook.reading.processes import processes_for
from journeybook.rendering.kept_templates import compile_all

_WORTH_A_PROCESS = 150
"""So many pages take longer to make than all templates to compile."""


def compiled_ahead(editions: Editions, config: MkDocsConfig, *, in_pieces: bool) -> Aside[None] | None:
    """Another process that compiles the templates of our pages, and the host's; None where it would not pay.

    `in_pieces` says whether the search is that of large portals. It only saves time: nobody need wait for it.
    """
    renderer = editions.original.renderer
    pages = sum(len(edition.pages) for edition in editions.all)
    if processes_for(pages, _WORTH_A_PROCESS) < 2 or renderer.is_compiled:
        return None

    def compile_templates() -> None:
        renderer.compile()
        host: Environment = config.theme.get_env()
        keep_compiled(host, portal_root(config))
        if in_pieces:
            use_worker(host)
        compile_all(host, _of_host(config.theme.dirs))

    return Aside(compile_templates)


def _of_host(folders: list[str]) -> Iterator[str]:
    """The names of templates that pages are made of; those of languages are many, and not among them."""
    yield from ("main.html", "base.html")
    for folder in folders:
        for path in sorted(Path(folder, "partials").rglob("*.html")):
            if path.parent.name != "languages":
                yield path.relative_to(folder).as_posix()
