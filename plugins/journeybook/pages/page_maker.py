"""Makes the pieces of one page from entities: texts, links, pictures, scores, comment links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from msgspec import Struct, field

from journeybook.model import Entity, Kind, Persona
from journeybook.model.addresses import Address, address_of, pain_at_step_address, root_of, step_on_stage_address
from journeybook.model.elsewhere import Elsewhere, elsewhere
from journeybook.model.inline import to_html, to_plain
from journeybook.model.keys import SpotKey
from journeybook.model.mention_syntax import SCHEME
from journeybook.model.other_portals import Found
from journeybook.model.places import Place
from journeybook.model.text import Image, WebLink
from journeybook.pages.context import Context
from journeybook.pages.languages import direction_in, direction_of
from journeybook.pages.narrative import Narrative
from journeybook.pages.pieces import (
    Abroad,
    Asset,
    Direction,
    Fact,
    Link,
    OutsideLink,
    Picture,
    Target,
    Text,
    TextLink,
    Value,
)
from journeybook.pages.planned import PlannedPage
from journeybook.pages.scope import in_folder
from journeybook.portal import StepSpot
from journeybook.reviews import CommentLinks, Spot, comment_links

_ANCHORS = ("(#", "<#", '"#', "'#", ": #")
"""What links to anchors look like in Markdown and in HTML; headings begin with the sign too."""


_STEP = Kind.STEP

_T = TypeVar("_T")


class Voice(Struct, frozen=True):
    """Where texts stand: the file that relative links start from, and their language."""

    file: str = ""
    language: str = ""
    """Empty where it is the portal's."""
    others: Mapping[str, str] = field(default_factory=dict[str, str])
    """Texts in a language of their own, as written, such as what a translation leaves out."""


class PageMaker:
    """Makes the pieces of one page; knows the portal, and which page it is."""

    def __init__(self, context: Context, page: PlannedPage) -> None:
        """`page` is the page they will stand on."""
        self.context = context
        self.portal = context.portal
        self.words = context.words
        self.page = page
        self._stage_of = page.key.journey if page.key.kind == Kind.STAGE else ""
        self._steps_of = page.key.id if page.key.kind == Kind.JOURNEY else self._stage_of
        """The journey whose steps stand on this page, as they do on another."""
        self._is_own = False
        """Whether something was made that is right on this page alone."""
        self._links = context.reckoned.links
        self._language = context.options.language.casefold()
        self._direction_of_portal = direction_of(context.options.language)

    def once(self, what: str, of: SpotKey, make: Callable[[], _T]) -> _T:
        """`what` of a spot `make` makes; if it is right on every page that shows it, made for the first of them.

        It is not where it holds links to steps that stand on the page, or may do so.
        """
        key = what, of
        if (known := self.context.reckoned.shared.get(key)) is not None:
            return known
        before, self._is_own = self._is_own, False
        made = make()
        if not self._is_own:
            self.context.reckoned.share(key, made)
        self._is_own = self._is_own or before
        return made

    @property
    def tells_of_gaps(self) -> bool:
        """Whether readers are told what is missing: the company alone, for what others lack may be internal."""
        return self.context.options.audience == "internal"

    def gaps(self, *found: str) -> tuple[str, ...]:
        """`found`, which tell what is missing, for readers who are told."""
        return tuple(filter(None, found)) if self.tells_of_gaps else ()

    # -- texts ---------------------------------------------------------------------------------------------

    def voice(self, entity: Entity, *around: Entity) -> Voice:
        """The voice of `entity`; what has no language of its own speaks that of the nearest thing `around` it."""
        language = entity.lang
        for one in around:
            language = language or one.lang
        return Voice(entity.place.file, self.foreign(language) if language else "", entity.rendition.left)

    def foreign(self, language: str) -> str:
        """`language`, or nothing where it is the portal's."""
        return "" if language.casefold() == self._language else language

    def tongue(self, written: str, voice: Voice) -> tuple[str, Direction]:
        """The language and the direction of a text, as far as they differ from the portal's."""
        language = voice.language
        if voice.others:
            language = self.foreign(voice.others.get(written, "")) or language
        direction = direction_of(language) if language else direction_in(written)
        return language, "" if direction == self._direction_of_portal else direction

    def text(self, written: str, voice: Voice) -> Text:
        """`written` with the links in it resolved."""
        links = self._links_in(written, voice) if "[" in written else ()
        return Text(written, links, *self.tongue(written, voice))

    def text_if(self, written: str | None, voice: Voice) -> Text | None:
        """`written` as a text, or None where the author wrote nothing."""
        return self.text(written, voice) if written else None

    def texts(self, written: Iterable[str], voice: Voice) -> tuple[Text, ...]:
        """Each of `written` as a text."""
        return tuple(self.text(one, voice) for one in written)

    def plain(self, written: str) -> str:
        """`written` without markup."""
        return to_plain(written, self._plain_target)

    def narrative(self, entity: Entity, voice: Voice, prefix: str = "page_") -> Narrative | None:
        """The longer text of `entity`."""
        if not entity.narrative:
            return None
        language, _ = self.tongue(entity.narrative, voice)
        file = entity.place_of("narrative").file
        whole, anchors = None, frozenset[str]()
        if any(sign in entity.narrative for sign in _ANCHORS):
            self._is_own = True
            whole, anchors = self._rest_of_journey()
        return Narrative(entity.narrative, file, prefix, language or None, whole, anchors)

    def _rest_of_journey(self) -> tuple[Address | None, frozenset[str]]:
        """The journey's page, and the anchors that this page, a stage's or a pain's, has too."""
        here = self.page.key
        if not here.journey:
            return None, frozenset()
        steps = [
            spot.step
            for spot in self.portal.steps(here.journey)
            if here.kind == Kind.STAGE and spot.stage.id == here.id
        ]
        ids = {one for step in steps for one in (step.id, *step.aliases)}
        ids |= {pain_at_step_address(here.journey, pain.id).anchor for step in steps for pain in step.pains}
        return address_of(SpotKey(Kind.JOURNEY, here.journey)), frozenset(ids)

    def _links_in(self, written: str, voice: Voice) -> tuple[TextLink, ...]:
        found: list[TextLink] = []

        def note(target: str) -> tuple[str | None, str]:
            found.append(self._text_link(target, voice))
            return None, ""

        to_html(written, note)
        return tuple(found)

    def _text_link(self, target: str, voice: Voice) -> TextLink:
        if target.startswith(SCHEME):
            name = target.removeprefix(SCHEME)
            if found := self.portal.others.find(elsewhere(name)):
                return TextLink(target, found.url or None, found.title, self._abroad(found))
            keys = self.portal.directory.named(name)
            if len(keys) != 1:
                return TextLink(target, None, name)
            return TextLink(target, self.address(keys[0]), self.plain(self.portal.entity(keys[0]).title))
        return TextLink(target, self.target(target, voice), target)

    def _plain_target(self, target: str) -> tuple[str | None, str]:
        name = target.removeprefix(SCHEME)
        if name != target and (found := self.portal.others.find(elsewhere(name))):
            return None, found.title
        keys = self.portal.directory.named(name) if name != target else []
        return None, self.portal.entity(keys[0]).title if len(keys) == 1 else name

    # -- links ---------------------------------------------------------------------------------------------

    def address(self, key: SpotKey) -> Address:
        """Where the spot `key` stands, on this page if it can."""
        here = self.page.key
        if self._has_own_place(key) and self.portal.step(key).stage.id == here.id:
            return step_on_stage_address(key.journey, here.id, key.id)
        return address_of(key)

    def _has_own_place(self, key: SpotKey) -> bool:
        """Whether `key` may stand elsewhere on this page than on others: a step, on the page of its stage."""
        if key.kind != _STEP or key.journey != self._steps_of:
            return False
        self._is_own = True
        return self._stage_of != ""

    def link(self, key: SpotKey) -> Link:
        """A link to the spot `key`, under its title."""
        if key.kind == _STEP and self._has_own_place(key):
            return self._new_link(key)
        return self._links.get(key) or self.context.reckoned.keep_link(key, self._new_link(key))

    def _new_link(self, key: SpotKey) -> Link:
        entity = self.portal.entity(key)
        around = (self.portal.entity(SpotKey(Kind.JOURNEY, key.journey)),) if key.journey else ()
        voice = self.voice(entity, *around)
        title = self.plain(entity.title)
        return Link(title, self.address(key), *self.tongue(entity.title, voice))

    def links(self, keys: Iterable[SpotKey]) -> tuple[Link, ...]:
        """A link to each of `keys`."""
        return tuple(map(self.link, keys))

    def to(self, entity: Entity) -> Link:
        """A link to an entity that is no part of a journey."""
        return self.link(SpotKey(entity.kind_of, entity.id))

    def target(self, written: str, voice: Voice) -> Target | None:
        """Where the address `written` leads; None if there is no such file."""
        found = self.portal.link_map.resolve(voice.file, written)
        if isinstance(found, str) and self.portal.link_map.is_asset(voice.file, written):
            return Asset(found)
        return found

    def outside(self, link: WebLink, voice: Voice) -> OutsideLink | None:
        """A link for further reading; None if it leads to something that is not there."""
        if where := elsewhere(link.url):
            return self.elsewhere(where, "" if link.title == link.url else self.plain(link.title))
        target = self.target(link.url, voice)
        title = self.plain(link.title)
        return OutsideLink(title, target, *self.tongue(link.title, voice)) if target else None

    def elsewhere(self, where: Elsewhere | None, title: str = "") -> OutsideLink | None:
        """A link to something of another portal, under its own title if none is given; None if it is not there.

        Its target is empty if nobody knows where the other site stands.
        """
        found = self.portal.others.find(where)
        if not found:
            return None
        language = found.language if not title and found.language.casefold() != self._language else ""
        title = title or found.title
        tongue = self.tongue(title, Voice(language=language))
        return OutsideLink(title, found.url, *tongue, self._abroad(found))

    def _abroad(self, found: Found) -> Abroad:
        return Abroad(self.words.gettext("In the portal %(portal)s", portal=found.portal), found.language)

    def picture(self, image: Image | None, voice: Voice) -> Picture | None:
        """An image; None where there is none, or its file is not there."""
        if image is None or not (source := self.target(image.src, voice)):
            return None
        alt = image.alt or ""
        return Picture(source, alt, *self.tongue(alt, voice)) if alt else Picture(source, alt)

    def href(self, address: Address) -> str:
        """The address as this page would link to it."""
        url = address.url(directory_urls=self.context.directory_urls)
        if address.anchor and address.page == self.page.address:
            return url[url.index("#") :]
        return root_of(self.page.address, directory_urls=self.context.directory_urls) + url.removeprefix("./")

    def step_of_pain(self, pain: SpotKey) -> StepSpot:
        """The step at which the pain hurts; KeyError if there is no such pain."""
        for spot in self.portal.steps(pain.journey):
            if any(one.id == pain.id for one in spot.step.pains):
                return spot
        raise KeyError(str(pain))

    # -- what readers can do -------------------------------------------------------------------------------

    def comment(self, key: SpotKey, title: str, where: str, place: Place, address: Address) -> CommentLinks | None:
        """Where comments on the spot `key` go; None where the portal takes none."""
        comments = self.context.options.comments
        if comments is None:
            return None
        there = in_folder(address, self.context.scope.folder)
        page = self.context.site + there.url(directory_urls=self.context.directory_urls)
        # Where the sources lie is no stranger's business; the spot key tells us.
        file = "" if self.context.options.audience == "public" else place.file
        spot = Spot(key, title, where, page, file, place.span.line)
        return comment_links(spot, comments, self.words)

    def short_comment(self, key: SpotKey) -> str | None:
        """Where a comment on the spot `key` is written, in short; None where the portal takes none."""
        if self.context.options.comments is None:
            return None
        return self.context.reckoned.short_comment(key, self.link(key).title)

    def edit(self, place: Place) -> str | None:
        """Where the source at `place` is edited; None if nobody can, or nothing is written there."""
        return self.context.edit(place.file, place.span.line) if place.file else None

    # -- facts ---------------------------------------------------------------------------------------------

    def fact(self, label: str, *values: Value | None, name: str = "") -> Fact | None:
        """A fact, which scripts find by its `name`; None where there is nothing to say."""
        said = tuple(filter(None, values))
        return Fact(label, said, name) if said else None

    def personas(self, keys: Iterable[Persona]) -> tuple[Link, ...]:
        """A link to each persona."""
        return tuple(map(self.to, keys))


def facts(*found: Fact | None) -> tuple[Fact, ...]:
    """Those facts there is something to say about."""
    return tuple(filter(None, found))
