"""Whether the parts of a building block go together."""

from __future__ import annotations

from journeybook.model import RECORDS, Kind
from journeybook.model.block import Block, Where
from journeybook.model.block_table import OFFERS, Offer, offer_of
from journeybook.reading.findings import Findings
from journeybook.reading.schema import FieldShape, shape_of
from journeybook.reading.wording import did_you_mean, one_of
from journeybook.reading.yaml_traps import quoted


def report_unfit(block: Block, findings: Findings) -> None:
    """Report what does not go with what `block` shows."""
    offer = offer_of(block.show, has_id=block.id is not None)
    _number(block, offer, findings)
    _look(block, offer, findings)
    _order(block, offer, findings)
    if block.where:
        _choice(block, block.where, offer, findings)


def _number(block: Block, offer: Offer, findings: Findings) -> None:
    """One thing has an id, many have none."""
    if offer.is_one and block.id is None and "id" not in block.place.keys:
        many = _many(offer)
        hint = f"write `id: …` too, or `show: {many}` for all of them"
        findings.add("JB182", block.place.of("show"), f"which {block.show} to show is not said", hint)
    elif not offer.is_one and block.id is not None:
        one = _one(offer)
        hint = f"write `show: {one}` for one of them" if one else "delete it"
        findings.add("JB182", block.place.of("id"), f"'{block.show}' shows many, and an id names one", hint)


def _look(block: Block, offer: Offer, findings: Findings) -> None:
    if block.look is None or block.look in offer.looks:
        return
    hint = f"write {one_of(offer.looks)}"
    other = OFFERS.get(_many(offer) if offer.is_one else _one(offer))
    if other and block.look in other.looks:
        word = f"{_many(offer)}` without an `id" if offer.is_one else f"{_one(offer)}` with its `id"
        hint = f"{hint}; `show: {word}` can be"
    name = f"one {block.show}" if offer.is_one else block.show
    message = f"{name} cannot be shown as {quoted(block.look)}"
    findings.add("JB181", block.place.of("look"), message, hint)


def _order(block: Block, offer: Offer, findings: Findings) -> None:
    if block.look == "count" or offer.is_one or offer.is_whole:
        for name in ("sort", "limit"):
            if name in block.place.keys:
                what = "one thing" if offer.is_one else f"the {block.show}" if offer.is_whole else "a count"
                message = f"'{name}' has no effect on {what}"
                findings.add("JB184", block.place.keys[name].key, message, "delete it")
        return
    for number, order in enumerate(block.sort):
        if order.removeprefix("-") not in offer.orders:
            hint = f"write {one_of(offer.orders)}" if offer.orders else "delete it"
            message = f"{block.show} cannot be sorted by '{order.removeprefix('-')}'"
            findings.add("JB184", block.place.of("sort", number), message, hint)


def _choice(block: Block, where: Where, offer: Offer, findings: Findings) -> None:
    if offer.is_one:
        message = "'where' chooses among many, and this shows one thing"
        hint = f"delete it, or write `show: {_many(offer)}` without an id"
        findings.add("JB183", block.place.keys["where"].key, message, hint)
        return
    for shape in shape_of(Where).fields:
        if shape.name in where.place.keys and word_of(shape) not in offer.where:
            message = f"{block.show} cannot be chosen by '{word_of(shape)}'"
            hint = f"they can by {one_of(offer.where)}" if offer.where else "delete it"
            findings.add("JB183", where.place.keys[shape.name].key, message, hint)
    if "kind" in offer.where and offer.kind:
        _kinds(where, offer.kind, findings)


def _kinds(where: Where, kind: Kind, findings: Findings) -> None:
    choices = [str(choice) for choice in shape_of(RECORDS[kind]).by_key["kind"].choices]
    for number, text in enumerate(where.kind):
        if text not in choices:
            hint = f"{did_you_mean(text, choices)} it is one of {one_of(choices)}".strip()
            findings.add("JB146", where.place.of("kind", number), f"no kind {quoted(text)}", hint)


def word_of(shape: FieldShape) -> str:
    """How an author most likely writes a key of `where`: `persona` for `personas`."""
    return shape.singular or shape.spelled


def _one(offer: Offer) -> str:
    found = (word for word, other in OFFERS.items() if other.is_one and other.kind == offer.kind)
    return next(found, "") if offer.kind else ""


def _many(offer: Offer) -> str:
    return next(word for word, other in OFFERS.items() if not other.is_one and other.kind == offer.kind)
