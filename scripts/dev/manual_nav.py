"""A hook of `docs/mkdocs.yml`: the manual's navigation without pages that are announced, but not written yet.

MkDocs would warn of each, and link to nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> None:
    """Drop what is not there from the navigation."""
    config.nav = written(config.nav, Path(config.docs_dir))


def written(entries: Any, manual: Path) -> Any:
    """`entries` of a navigation without files that are not in `manual`, and without what is empty then.

    The overview of a kind, `touchpoints/index.md`, is made while building; it stays where its folder is.
    """
    if isinstance(entries, str):
        file = manual / entries
        return entries if file.is_file() or (file.name == "index.md" and file.parent.is_dir()) else None
    if isinstance(entries, Mapping):
        named = cast("Mapping[str, Any]", entries)
        return {title: kept for title, below in named.items() if (kept := written(below, manual))} or None
    return [kept for one in cast("list[Any]", entries) if (kept := written(one, manual))]
