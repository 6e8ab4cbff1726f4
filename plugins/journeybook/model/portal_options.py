"""What `journeybook.yml` can say."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from journeybook.model.places import NOWHERE
from journeybook.model.record import SourcePlace, record
from journeybook.model.text import Audience, Language, Plain, Url


@record
class Comments:
    """Where readers' comments go."""

    tracker: Literal["github", "gitlab", "mailto", "template"]
    """Which kind of address opens a comment."""
    repository: Url | None = None
    """The repository's address, for GitHub and GitLab."""
    form: Plain | None = None
    """File name of a GitHub issue form, or name of a GitLab issue template."""
    address: Plain | None = None
    """The mailbox, for mailto."""
    template: Plain | None = None
    """An address with {title}, {body}, {labels}, {key}, {page}, {file}, {line} in it, for any other tracker."""
    search: Plain | None = None
    """An address with {key} in it that lists the comments already made on a spot."""
    labels: tuple[Plain, ...] = ("journeybook",)
    """Labels a new comment gets."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where it was written."""


@record
class PortalOptions:
    """The options of a portal; every one has a default, and the file may be missing."""

    format: Literal[1] = 1
    """The content format; a later one comes with `journeybook upgrade`."""
    content: Plain = "content"
    """The folder of the content, relative to this file."""
    language: Language = "en"
    """Language of the interface and of texts that name no other."""
    audience: Audience = "internal"
    """Who a build is for; one that is `public` leaves out everything marked internal."""
    internal: tuple[Plain, ...] = ()
    """Keys, own `x-…` keys and kinds (`metrics`) that are internal wherever they stand."""
    edit_links: Audience = "internal"
    """Whose builds carry links to the source; `public` ones do only if this says so."""
    comments: Comments | None = None
    """Where comments go; without it, pages carry no comment links."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where it was written."""
