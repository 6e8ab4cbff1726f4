"""A build that would make of the same the same: it does nothing, and says what was said."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.mkdocs.site_changes import Published
from journeybook.mkdocs.site_staging import StagedSite
from journeybook.mkdocs.site_tree import digest_of_standing, walk
from journeybook.mkdocs.unchanged.inputs import Inputs
from journeybook.mkdocs.unchanged.record import BuildRecord, load, record_path, save
from journeybook.mkdocs.unchanged.said import Listener, say
from journeybook.mkdocs.unchanged.settings import UnknownError


@dataclass(eq=False)
class SameAgain:
    """Holds a build against the last one, or leaves word of it for the next."""

    _inputs: Inputs
    _path: Path
    _listener: Listener
    _last: BuildRecord | None
    """The last build, if this one would be the same."""

    @classmethod
    def begin(cls, config: MkDocsConfig, audience: str | None, site: StagedSite) -> SameAgain | None:
        """Look whether a build into `site` for `audience` would be the same; None where nobody can tell.

        Nor is it asked where every step of a build is to be told: then they are to be taken.
        """
        if not site.is_beside or logging.getLogger("mkdocs").isEnabledFor(logging.DEBUG):
            return None
        path = record_path(site.cache, site.site)
        listener = Listener()
        try:
            inputs = Inputs.of(config, audience)
            last = load(path)
            if last and not _would_be(last, inputs, site.site, listener.level_of_log):
                last = None
            again = cls(inputs, path, listener, last)
            again._inputs.digest  # noqa: B018  # as it is before anything is read
        except UnknownError:
            return None
        if not again.stands:
            listener.begin()
        return again

    @property
    def stands(self) -> bool:
        """Whether nothing at all has changed: the build need do nothing."""
        return self._last is not None

    def say_first(self) -> None:
        """Say what the last build said before the host spoke."""
        if self._last:
            say(self._last.said.first)

    def say_rest(self) -> Published | None:
        """Say what it said then; returns how the site stands."""
        if not self._last:
            return None
        say(self._last.said.rest)
        return Published(0, 0, self._last.files, 0, self._last.pages, self._last.site)

    def note(self, published: Published) -> None:
        """Leave word of this build, which has `published` its site, if nothing has changed since it began."""
        if not published.standing or not self._inputs.are_as_before:
            return
        inputs, said = self._inputs, self._listener.said
        files = published.written + published.same + published.kept
        save(
            self._path,
            BuildRecord(inputs.digest, inputs.beside, published.standing, files, published.pages, said),
        )

    def end(self) -> None:
        """Listen no longer."""
        self._listener.end()


def _would_be(last: BuildRecord, inputs: Inputs, site: Path, level: int) -> bool:
    """Whether a build from `inputs` into `site` would be as the `last`, and nothing it said is missing."""
    if last.said.level > level or last.inputs != inputs.digest or last.beside != inputs.beside:
        return False
    there = walk(site, hidden=False)
    return last.site == digest_of_standing(there.files, there.folders)
