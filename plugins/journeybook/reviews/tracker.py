"""The seam between comment links and trackers. A new tracker is one module with a `Tracker` and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from journeybook.model.portal_options import Comments
from journeybook.reviews.draft import Draft
from journeybook.reviews.github import GitHub
from journeybook.reviews.gitlab import GitLab
from journeybook.reviews.mailto import Mailto
from journeybook.reviews.template import Template


class Tracker(Protocol):
    """Something that takes comments."""

    def write(self, draft: Draft) -> str:
        """The address that opens `draft` for writing, however long it becomes."""
        ...

    def existing(self, key: str) -> str | None:
        """The address that lists the comments on the spot `key`; None if the tracker has no such list."""
        ...


TRACKERS: Mapping[str, Callable[[Comments], Tracker]] = {
    "github": GitHub,
    "gitlab": GitLab,
    "mailto": Mailto,
    "template": Template,
}
"""Every tracker by the name it has in `journeybook.yml`."""


def tracker_of(comments: Comments) -> Tracker:
    """The tracker that `comments` names."""
    return TRACKERS[comments.tracker](comments)
