"""The navigation of the generated site: the author's, or front page, own pages and one overview per kind."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, cast

from journeybook.exchange.editions import Entrance


def navigation(own: Iterable[str], overviews: Sequence[Entrance]) -> list[Any]:
    """What `nav:` says; `own` are the author's pages.

    Pages of the author's that lie in the folder of a kind stay with its overview.
    """
    files = {one.file for one in overviews}
    rest = [one for one in own if one not in files]
    last: list[Any] = []
    for overview in overviews:
        inside = [one for one in rest if one.startswith(f"{overview.folder}/")]
        rest = [one for one in rest if one not in inside]
        below = [overview.file, *_tree(inside, overview.folder)]
        last.append({overview.title: below if inside else overview.file})
    return [*_tree(rest, ""), *last]


def _tree(paths: Iterable[str], folder: str) -> list[Any]:
    """`paths`, which lie in `folder`, as MkDocs would list them: the folder's own page first, then folders."""
    pages: list[str] = []
    below: dict[str, list[str]] = {}
    for path in paths:
        name, slash, _ = posixpath.relpath(path, folder or ".").partition("/")
        if slash:
            below.setdefault(name, []).append(path)
        else:
            pages.append(path)
    pages.sort(key=lambda path: (posixpath.basename(path).casefold() not in {"index.md", "readme.md"}, path))
    sections = [
        {_title(name): _tree(inside, posixpath.join(folder, name))} for name, inside in sorted(below.items())
    ]
    return [*pages, *sections]


def _title(folder: str) -> str:
    words = folder.replace("-", " ").replace("_", " ")
    return words.capitalize() if words.islower() else words


def with_generated_names(entries: Any, place: Callable[[str], str]) -> Any:
    """The author's `nav:` with `journeys/claim.yml` and the like under the names that were generated."""
    if isinstance(entries, str):
        return place(entries)
    if isinstance(entries, Mapping):
        pairs = cast("Mapping[str, Any]", entries)
        return {title: with_generated_names(below, place) for title, below in pairs.items()}
    if isinstance(entries, list | tuple):
        return [with_generated_names(one, place) for one in cast("Sequence[Any]", entries)]
    return entries


def without_paths(entries: Any, left_out: Collection[str]) -> Any:
    """The author's `nav:` without the pages that are `left_out`, nor sections that hold nothing else."""
    if isinstance(entries, Mapping):
        pairs = cast("Mapping[str, Any]", entries)
        kept = {title: without_paths(below, left_out) for title, below in pairs.items()}
        return {title: below for title, below in kept.items() if below is not None} or None
    if isinstance(entries, list):
        below = (without_paths(one, left_out) for one in cast("list[Any]", entries))
        return [one for one in below if one is not None] or None
    is_left_out = isinstance(entries, str) and posixpath.normpath(entries) in left_out
    return None if is_left_out else entries
