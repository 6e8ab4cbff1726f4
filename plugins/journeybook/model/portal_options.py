"""What `journeybook.yml` can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from journeybook.model.boards import BOARDS_FOR_ALL, BoardName
from journeybook.model.lanes import LaneRef
from journeybook.model.places import NOWHERE
from journeybook.model.record import SourcePlace, record
from journeybook.model.rule_weights import Checks
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
class OtherSource:
    """Another portal that this one links to."""

    source: Plain
    """Where its portal.json is: an https address, or a path relative to this file."""
    title: Plain | None = None
    """What it is called here; its own title without it."""
    site: Url | None = None
    """The address of its site, where its portal.json does not say."""
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
    languages: tuple[Language, ...] = ()
    """Every language it is published in; all but `language`, the original, stand in a folder of their name."""
    audience: Audience = "internal"
    """Who a build is for; one that is `public` leaves out everything marked internal."""
    internal: tuple[Plain, ...] = ()
    """Keys, own `x-…` keys and kinds (`metrics`) that are internal wherever they stand."""
    public_boards: tuple[BoardName, ...] = BOARDS_FOR_ALL
    """The boards of public builds; the company's have them all."""
    edit_links: Audience = "internal"
    """Whose builds carry links to the source; `public` ones do only if this says so."""
    history: Literal["none", "changes", "names"] = "changes"
    """What internal pages tell of their past in Git: nothing, what changed, or with `names` whose it was."""
    diagrams: Literal["mermaid", "svg"] = "mermaid"
    """How flow diagrams come into pages: `mermaid` has a script draw them, `svg` has them drawn beforehand."""
    render: Literal["quick", "normal"] = "quick"
    """How pages come about: `quick`, or `normal`, each through all of MkDocs; the bytes are the same."""
    lanes: tuple[LaneRef, ...] = ()
    """The lanes that maps show, in that order, where a journey has no `lanes` of its own."""
    comments: Comments | None = None
    """Where comments go; without it, pages carry no comment links."""
    checks: Checks | None = None
    """How findings of good practice are chosen."""
    portals: Mapping[str, OtherSource] = field(default_factory=dict[str, OtherSource])
    """Other portals by the name that stands before the colon in `hosting:journey/move`."""
    place: SourcePlace = field(default=NOWHERE, repr=False, compare=False)
    """Where it was written."""

    @property
    def editions(self) -> tuple[str, ...]:
        """Every language the portal is published in, the original first, each once."""
        found = {one.casefold(): one for one in (*reversed(self.languages), self.language)}
        order = dict.fromkeys(one.casefold() for one in (self.language, *self.languages))
        return tuple(found[one] for one in order)
