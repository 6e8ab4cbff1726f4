"""A hook of `docs/mkdocs.yml`: pages that its navigation announces, but that are not written yet, are left out.

MkDocs would warn of each of them, and of each link to one, and lead readers to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_LINK = re.compile(r"\[([^\]\[]+)\]\(([\w-]+\.md)(?:#[\w-]*)?\)")

_announced: set[str] = set()


def on_config(config: MkDocsConfig) -> None:
    """Drop what is not there from the navigation."""
    manual = Path(config.docs_dir)
    _announced.update(path for path in named(config.nav) if not is_there(path, manual))
    config.nav = written(config.nav, _announced)


def on_page_markdown(markdown: str, **_: object) -> str:
    """The page with the bare words of links that would lead to nothing yet."""
    return _LINK.sub(lambda link: link[1] if link[2] in _announced else link[0], markdown)


def is_there(path: str, manual: Path) -> bool:
    """Whether `path` is in the manual; the overview of a kind is made while building, where its folder is."""
    file = manual / path
    return file.is_file() or (file.name == "index.md" and file.parent.is_dir())


def named(entries: Any) -> Iterator[str]:
    """Every path that the `entries` of a navigation name."""
    if isinstance(entries, str):
        yield entries
    elif isinstance(entries, Mapping):
        for below in cast("Mapping[str, Any]", entries).values():
            yield from named(below)
    else:
        for one in cast("list[Any]", entries):
            yield from named(one)


def written(entries: Any, announced: set[str]) -> Any:
    """`entries` without the `announced` paths, and without what is empty then."""
    if isinstance(entries, str):
        return None if entries in announced else entries
    if isinstance(entries, Mapping):
        pairs = cast("Mapping[str, Any]", entries)
        return {title: kept for title, below in pairs.items() if (kept := written(below, announced))} or None
    return [kept for one in cast("list[Any]", entries) if (kept := written(one, announced))]
