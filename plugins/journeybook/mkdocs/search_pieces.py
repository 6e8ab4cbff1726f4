"""The search of a portal too large for Material's own: an index in pieces, and a worker that reads it.

Material's worker fetches all texts and builds its index anew on every page that is opened, which a browser does in
seconds and hundreds of megabytes where there are thousands. Box, list and keys stay Material's: another worker in
its worker's place is what it offers for that. https://github.com/squidfunk/mkdocs-material/blob/9.6.0/src/templates/
assets/javascripts/integrations/search/worker/_/index.ts
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol, cast

import msgspec
from jinja2 import Environment, pass_context
from jinja2.runtime import Context

from journeybook.mkdocs.theme_assets import SEARCH_WORKER_ASSET
from journeybook.model import Journey
from journeybook.portal import Portal
from journeybook.reading.kept import CACHE, Kept
from journeybook.rendering.search import Found, Pieces, passages_in, pieces_of, words
from journeybook.rendering.search import pieces as pieces_module

MOST_FOR_MATERIAL = 1_000
"""Pages and steps that Material's search gets ready for in a blink, on a slow machine too."""

_WORKER = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")
_KEPT = 40
"""How many indexes are kept from build to build: each edition's, of some builds."""
_BLANK = "\u200b"
"""With this `jieba` divides Chinese texts for Material's search."""


class FoundOnPage(Protocol):
    """What is found on a page; it is made when it is asked for, because all of a portal at once is much."""

    @property
    def url(self) -> str:
        """The page's address from the root of the site on."""
        ...

    @property
    def stamp(self) -> bytes:
        """Stands for all that is found."""
        ...

    def found(self) -> Iterable[Found]:
        """What is found, with addresses from the root of the site on."""
        ...


def is_large(portal: Portal, pages: int) -> bool:
    """Whether `portal`, which has that many `pages`, has more to be found than Material's search can bear."""
    steps = sum(len(stage.steps) for journey in portal.all(Journey) for stage in journey.stages)
    return pages + steps > MOST_FOR_MATERIAL


def use_worker(env: Environment) -> None:
    """Have pages name our worker where Material names its own."""
    url = cast("Callable[[Context, str], str]", env.filters["url"])

    @pass_context
    def instead(context: Context, address: str) -> str:
        return url(context, SEARCH_WORKER_ASSET if _WORKER.fullmatch(str(address)) else address)

    cast(Any, env.filters)["url"] = instead


@dataclass(frozen=True, slots=True)
class _OnPage:
    """What is found on an author's page."""

    url: str
    entries: tuple[Found, ...]

    @property
    def stamp(self) -> bytes:
        return repr(self.entries).encode()

    def found(self) -> Iterable[Found]:
        return self.entries


def taken_from(kept: Sequence[dict[str, Any]]) -> Iterator[FoundOnPage]:
    """Entries in the form of Material's index as plain text, page by page."""
    titles = {one["location"]: _line(one["title"]) for one in kept}
    for url, entries in groupby(kept, lambda one: str(one["location"]).partition("#")[0]):
        yield _OnPage(url, tuple(_found(one, titles) for one in entries))


def _found(kept: dict[str, Any], titles: dict[str, str]) -> Found:
    location, title = str(kept["location"]), _line(kept["title"])
    said = tuple(
        one for passage in passages_in(_whole(kept["text"])) for one in (passage.title, *passage.said) if one
    )
    tags = tuple(map(str, cast("Iterable[object]", kept.get("tags", ()))))
    page = titles.get(location.partition("#")[0], title)
    return Found(location, title, page, said, tags, float(kept.get("boost", 1)))


def _whole(html: str) -> str:
    return html.replace(_BLANK, "")


def _line(html: str) -> str:
    return " ".join(line for passage in passages_in(_whole(html)) for line in passage.said)


def write_pieces(
    found: Iterable[FoundOnPage], site: Path, folders: Iterable[str], root: Path
) -> dict[str, dict[str, Any]]:
    """Write an index of what is `found` in each of the `folders`; what leads through it, by folder.

    What stands in none of them belongs to the root of the site, which has no name. Where nothing has changed,
    the portal in `root` has kept its pieces.
    """
    kept = Kept(root / CACHE / "search", ".json", most=_KEPT)
    shares: dict[str, list[FoundOnPage]] = {folder: [] for folder in ("", *folders)}
    for one in found:
        folder = one.url.partition("/")[0]
        shares[folder if folder in shares else ""].append(one)
    return {folder: _written(_pieces(share, folder, kept), site, folder) for folder, share in shares.items()}


def _pieces(share: Sequence[FoundOnPage], folder: str, kept: Kept) -> Pieces:
    key = _key_of(share)
    if (text := kept.get(key)) is not None:
        return msgspec.json.decode(text, type=Pieces)
    pieces = pieces_of(_Within(folder, share))
    kept.prune()
    kept.put(key, msgspec.json.encode(pieces).decode())
    return pieces


def _key_of(share: Iterable[FoundOnPage]) -> str:
    whole = blake2b(repr(_code()).encode(), digest_size=16)
    for one in share:
        stamp = one.stamp
        whole.update(b"%d " % len(stamp))
        whole.update(stamp)
    return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class _Within:
    """What is found, with addresses from `folder` on; it can be gone through more than once."""

    folder: str
    share: Sequence[FoundOnPage]

    def __iter__(self) -> Iterator[Found]:
        start = f"{self.folder}/" if self.folder else ""
        for page in self.share:
            for one in page.found():
                yield replace(one, location=one.location.removeprefix(start)) if start else one


@cache
def _code() -> tuple[bytes, ...]:
    """What makes pieces of entries: other code may make others."""
    return tuple(Path(str(module.__file__)).read_bytes() for module in (words, pieces_module))


def _written(pieces: Pieces, site: Path, folder: str) -> dict[str, Any]:
    start = f"{folder}/search/".removeprefix("/")
    place = site / start
    place.mkdir(parents=True, exist_ok=True)
    for name, text in pieces.files:
        (place / name).write_text(text, encoding="utf-8", newline="\n")
    return {"folder": start, **pieces.guide}
