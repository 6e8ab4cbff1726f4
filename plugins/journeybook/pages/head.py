"""What stands at the head of every page."""

from __future__ import annotations

from msgspec import Struct

from journeybook.model import Entity, Kind
from journeybook.model.addresses import ATLAS_ADDRESS, BOARDS_ADDRESS, COMPARE_ADDRESS, FRONT, index_address
from journeybook.model.keys import ATLAS, BOARDS, CHANGES, COMPARE, SpotKey
from journeybook.pages.language_links import LanguageLink, TranslationNote, language_links, translation_note
from journeybook.pages.measures import day, time
from journeybook.pages.page_maker import PageMaker, Voice
from journeybook.pages.pieces import Link, Moment, Text
from journeybook.pages.vocabulary import kind_word, kinds_word, word_for
from journeybook.portal import key_of
from journeybook.portal.freshness import due_day, is_due
from journeybook.reviews import CommentLinks


class Upkeep(Struct, frozen=True):
    """Who keeps something true, and how far it has come."""

    status: str = ""
    """`draft`, `in-review`, `reviewed` or `retired`; empty where nobody said."""
    status_word: str = ""
    internal: str = ""
    """The word `Internal` where only the company may see it; else empty."""
    owner: Link | None = None
    reviewed: Moment | None = None
    """The day somebody last held it against reality."""
    every: Moment | None = None
    """How long a review holds."""
    due: Moment | None = None
    """The day the next review is due."""
    overdue: Moment | None = None
    """The reference day, where the next review was due before it."""
    tags: tuple[str, ...] = ()


class Head(Struct, frozen=True, kw_only=True):
    """What stands at the head of every page."""

    kind: str
    """What it is, in an interface word: `Persona`."""
    title: Text
    plain_title: str
    summary: Text | None
    plain_summary: str
    """The summary without markup; empty where there is none."""
    crumbs: tuple[Link, ...]
    """The way from the front page down to, but without, this page."""
    upkeep: Upkeep
    edit: str | None
    """Where its source is edited."""
    comment: CommentLinks | None
    """Where comments on it go."""
    languages: tuple[LanguageLink, ...] = ()
    """The same page in every language, where there are several."""
    translation: TranslationNote | None = None
    """What readers should know about its translation."""


def head_of(maker: PageMaker, entity: Entity, *around: Entity, kind: str = "") -> Head:
    """The head of the page about `entity`; `around` holds a stage's journey, `kind` a word for the usual one."""
    voice = maker.voice(entity, *around)
    crumbs = crumbs_to(maker)
    plain_title = maker.plain(entity.title)
    where = " › ".join(link.title for link in crumbs[2:])
    return Head(
        kind=kind or kind_word(entity.kind_of, maker.words),
        title=maker.text(entity.title, voice),
        plain_title=plain_title,
        summary=maker.text_if(entity.summary, voice),
        plain_summary=maker.plain(entity.summary or ""),
        crumbs=crumbs,
        upkeep=upkeep_of(maker, entity, maker.page.key, *around),
        edit=maker.edit(entity.place_of("title")),
        comment=maker.comment(maker.page.key, plain_title, where, entity.place, maker.page.address),
        languages=language_links(maker.context.scope, maker.page.address),
        translation=translation_note(maker, entity),
    )


def head_about_many(maker: PageMaker, title: str, lead: str) -> Head:
    """The head of a page about many things: the atlas, a board, the overview of a kind."""
    return Head(
        kind=maker.words.gettext("Overview"),
        title=maker.text(title, Voice()),
        plain_title=title,
        summary=maker.text(lead, Voice()),
        plain_summary=lead,
        crumbs=crumbs_to(maker),
        upkeep=Upkeep(),
        edit=None,
        comment=maker.comment(maker.page.key, title, "", maker.page.place, maker.page.address),
        languages=language_links(maker.context.scope, maker.page.address),
    )


def crumbs_to(maker: PageMaker) -> tuple[Link, ...]:
    """The way from the front page down to the page that is made."""
    front = Link(maker.words.gettext("Home"), FRONT)
    key = maker.page.key
    if key.kind == "index" or key in {ATLAS, BOARDS, CHANGES, COMPARE}:
        return (front,)
    if key.kind == "atlas":
        return (front, Link(maker.words.gettext("Atlas"), ATLAS_ADDRESS))
    if key.kind == "compare":
        return (front, Link(maker.words.gettext("Compare journeys"), COMPARE_ADDRESS))
    if key.kind == "board":
        return (front, Link(maker.words.gettext("Boards"), BOARDS_ADDRESS))
    kind = Kind.JOURNEY if key.journey else Kind(key.kind)
    way = [front, Link(kinds_word(kind, maker.words), index_address(kind))]
    if key.journey:
        way.append(maker.link(SpotKey(Kind.JOURNEY, key.journey)))
    if key.kind == Kind.PAIN:
        way.append(maker.link(maker.step_of_pain(key).key))
    return tuple(way)


def upkeep_of(maker: PageMaker, entity: Entity, key: SpotKey, *around: Entity) -> Upkeep:
    """Who keeps `entity`, which has `key`, true, and how far it has come; what it leaves open, `around` says."""
    words = maker.words
    status, reviewed, every = entity.status, entity.reviewed, entity.review_every
    is_internal = entity.audience == "internal"
    owners = maker.portal.named_by(key, "owner")
    for one in around:
        status, reviewed, every = status or one.status, reviewed or one.reviewed, every or one.review_every
        is_internal = is_internal or one.audience == "internal"
        owners = owners or maker.portal.named_by(key_of(one), "owner")
    return Upkeep(
        status=status or "",
        status_word=word_for(status, words) if status else "",
        internal=word_for("internal", words) if is_internal else "",
        owner=maker.link(owners[0]) if owners else None,
        reviewed=day(reviewed, words),
        every=time(every, words),
        due=day(due_day(reviewed, every), words),
        overdue=day(maker.context.as_of, words) if is_due(reviewed, every, maker.context.as_of) else None,
        tags=entity.tags,
    )
