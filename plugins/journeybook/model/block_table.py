"""What goes together in a building block: for each thing it can show, how, chosen by what, in which order."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model.kinds import Kind

HAND_OFFS, MOMENTS = "hand-offs", "moments-of-truth"
"""Lists of something that is no kind of its own."""
ATLAS, BOARDS = "atlas", "boards"
"""Pages about everything at once."""

_ALL = ("table", "cards", "list", "count")
_KEPT = ("owner", "status", "tag", "audience", "lang", "evidence")
"""What every entity can be chosen by."""
_MET = ("persona", "journey", "touchpoint", "channel", "team")
"""What steps lead to."""
_TAKEN_UP = ("opportunity", "initiative")


@dataclass(frozen=True, slots=True)
class Offer:
    """What a block can do with one thing that it shows."""

    kind: Kind | None
    """What each of them is; None for hand-offs, atlas and boards."""
    looks: tuple[str, ...]
    """What `as` can say; the first is meant where it says nothing."""
    where: tuple[str, ...] = ()
    """What `where` can say; nothing where one thing is shown."""
    orders: tuple[str, ...] = ()
    """What `sort` can say, without hyphens."""
    is_one: bool = False
    """Whether it is one thing, named by `id`."""
    is_whole: bool = False
    """Whether it is always shown whole."""


_MANY: dict[str, Offer] = {
    "personas": Offer(
        Kind.PERSONA,
        ("cards", "table", "list", "count"),
        ("kind", "journey", "touchpoint", "channel", "team", *_KEPT),
        ("title", "reviewed"),
    ),
    "journeys": Offer(
        Kind.JOURNEY,
        ("cards", "table", "list", "count"),
        ("state", "scope", *_MET, *_TAKEN_UP, "score", *_KEPT),
        ("title", "score", "reviewed"),
    ),
    "stages": Offer(
        Kind.STAGE,
        _ALL,
        ("state", "scope", *_MET, *_TAKEN_UP, "score", *_KEPT),
        ("title", "score", "reviewed"),
    ),
    "steps": Offer(
        Kind.STEP,
        _ALL,
        ("state", "scope", "stage", *_MET, *_TAKEN_UP, "score", *_KEPT),
        ("title", "score", "reviewed"),
    ),
    MOMENTS: Offer(
        Kind.STEP,
        _ALL,
        ("state", "scope", "stage", *_MET, *_TAKEN_UP, "score", *_KEPT),
        ("title", "score", "reviewed"),
    ),
    "pains": Offer(
        Kind.PAIN,
        _ALL,
        ("severity", "state", "scope", "stage", *_MET, *_TAKEN_UP, "score", *_KEPT),
        ("rank", "severity", "score", "title"),
    ),
    HAND_OFFS: Offer(None, ("table", "list", "count"), ("state", "scope", "stage", *_MET)),
    "touchpoints": Offer(
        Kind.TOUCHPOINT,
        _ALL,
        ("stage", *_MET[:2], "channel", "team", "score", *_KEPT),
        ("title", "score", "reviewed"),
    ),
    "channels": Offer(
        Kind.CHANNEL, _ALL, ("kind", *_MET[:3], "team", "score", *_KEPT), ("title", "score", "reviewed")
    ),
    "teams": Offer(Kind.TEAM, _ALL, (*_MET[:3], "channel", "score", *_KEPT), ("title", "score", "reviewed")),
    "opportunities": Offer(
        Kind.OPPORTUNITY,
        _ALL,
        ("impact", "effort", "initiative", *_MET, *_KEPT),
        ("rank", "impact", "effort", "title", "reviewed"),
    ),
    "initiatives": Offer(Kind.INITIATIVE, _ALL, ("opportunity", *_MET, *_KEPT), ("title", "reviewed")),
    "evidence": Offer(Kind.EVIDENCE, _ALL, ("kind", *_MET, *_KEPT[:-1]), ("title", "reviewed")),
    "metrics": Offer(Kind.METRIC, _ALL, (*_MET, *_KEPT), ("title", "reviewed")),
    BOARDS: Offer(None, ("cards", "list"), is_whole=True),
    ATLAS: Offer(None, ("table",), is_whole=True),
}

_PICTURES = {Kind.JOURNEY: ("map", "curve", "flow"), Kind.STAGE: ("map", "curve")}

OFFERS: dict[str, Offer] = {
    **_MANY,
    **{
        str(kind): Offer(kind, ("card", "facts", *_PICTURES.get(kind, ())), is_one=True)
        for kind in Kind
        if kind is not Kind.EVIDENCE
    },
}
"""By every word that `show` can say."""

ONE_PIECE_OF_EVIDENCE = Offer(Kind.EVIDENCE, ("card", "facts"), is_one=True)
"""`evidence` is its own plural; with an `id` it is one piece."""


def offer_of(show: str, *, has_id: bool) -> Offer:
    """What goes with `show`, and with an `id` beside it or not."""
    return ONE_PIECE_OF_EVIDENCE if has_id and show == Kind.EVIDENCE else OFFERS[show]
