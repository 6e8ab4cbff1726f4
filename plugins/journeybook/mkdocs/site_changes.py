"""What has to happen to a site, so that it becomes what a build has made and kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from journeybook.mkdocs.site_leftovers import REPLACED, beside
from journeybook.mkdocs.site_tree import Standing, Tree, delete, folders_of, make_way, move


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did, in numbers of files."""

    written: int
    """New or other than before."""
    same: int
    """Written by the build, byte for byte as they stood, and so left alone."""
    kept: int
    """Not made at all, because they stood already."""
    deleted: int
    """No longer part of the site."""
    pages: int
    """HTML pages of the site, without the one for addresses that do not exist."""
    standing: str = field(default="", compare=False)
    """Stands for the site as it is on the disk now; empty where it might change without a trace."""


@dataclass(frozen=True)
class Changes:
    """From the site that stands to the one that shall."""

    there: Tree
    """The site, without hidden files at its top (`.git`), which stay as they are."""
    new: Tree
    """What the build has written."""
    made: Mapping[str, str]
    """The keys of what it has written, by path, where it knows them."""
    kept: Mapping[str, str]
    """The keys of what stands in the site and shall stay."""

    @cached_property
    def same(self) -> Set[str]:
        """Paths of what was written as it stands already: all is left alone, its time of change too.

        A page may come out as it was though it was made from something else. Where a whole site is new, that is
        seldom worth a look.
        """
        unknown = self.made if self.are_all else ()
        return {path for path in self.new.files if path not in unknown and self.new.same_content(path, self.there)}

    @cached_property
    def wanted(self) -> Set[str]:
        """Paths of the new site."""
        return self.new.files.keys() | self.kept.keys()

    @cached_property
    def folders(self) -> Set[str]:
        """Folders of the new site."""
        return folders_of(self.wanted)

    @cached_property
    def strays(self) -> Set[str]:
        """Paths that are no longer part of the site."""
        return self.there.files.keys() - self.wanted

    @property
    def are_none(self) -> bool:
        """Whether the site is as it shall be."""
        return len(self.same) == len(self.new.files) and not self.strays and self.folders >= {*self.there.folders}

    @property
    def are_all(self) -> bool:
        """Whether the new folder may take the place of the site's: then no reader sees a half of each."""
        return not self.kept and (not self.there.files or bool(self.made))

    def outcome(self, done: Published) -> Mapping[str, Standing]:
        """How the files of the new site stand in it, after `done`."""
        left = {*self.kept, *(self.same if done.same else ())}
        return {**self.new.files, **{path: self.there.files[path] for path in left}}

    def happen(self) -> Published:
        """Make the site what it shall be. What was written is taken away from where it was."""
        if self.are_all and _swap(self.there, Path(self.new.root)):
            return self.counted(0)
        # First, because names may differ in case only, or a folder may stand where a file shall be.
        delete(self.there, self.strays, {*self.there.folders} - self.folders)
        for hidden in (path for path in self.new.files if path.startswith(".")):
            make_way(self.there.root, hidden)
        for folder in ("", *sorted(self.folders - {*self.there.folders})):
            Path(self.there.root, folder).mkdir(exist_ok=True)
        for path in self.new.files:
            if path not in self.same:
                move(f"{self.new.root}/{path}", f"{self.there.root}/{path}")
        return self.counted(len(self.same))

    def counted(self, same: int) -> Published:
        """Them in numbers, if `same` files are left alone."""
        pages = sum(path.endswith(".html") and path.rpartition("/")[2] != "404.html" for path in self.wanted)
        return Published(len(self.new.files) - same, same, len(self.kept), len(self.strays), pages)


def _swap(there: Tree, new: Path) -> bool:
    """Whether the folder `new` now stands where the site did; it may be held open, or be a disk of its own."""
    site, old = Path(there.root), beside(Path(there.root), REPLACED)
    stood = site.exists()
    try:
        if stood:
            site.rename(old)
        new.rename(site)
    except OSError:
        if stood and not site.exists():
            old.rename(site)
        return False
    if stood:
        _keep_hidden(old, site)
        delete(Tree(str(old), there.files, there.folders), there.files.keys(), {*there.folders})
        shutil.rmtree(old, ignore_errors=True)
    return True


def _keep_hidden(old: Path, site: Path) -> None:
    """Bring `.git`, `.nojekyll` and the like from `old` to `site`, where they do not stand already."""
    for hidden in old.glob(".*"):
        _keep(hidden, site / hidden.name)


def _keep(old: Path, new: Path) -> None:
    if not os.path.lexists(new):
        old.rename(new)
    elif old.is_dir() and new.is_dir() and not old.is_symlink() and not new.is_symlink():
        for one in old.iterdir():
            _keep(one, new / one.name)
