"""Evidence as a part of a page: what the things it is about rest on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from journeybook.pages.page_maker import PageMaker
from journeybook.pages.pieces import Heading
from journeybook.pages.sections.section import Section
from journeybook.pages.tail import Proof, proofs_of
from journeybook.portal import RankedPain


class Proofs(Section, frozen=True, kw_only=True):
    """Evidence, each with what is needed to weigh it."""

    form: ClassVar[str] = "proofs"
    proofs: tuple[Proof, ...]


def proofs_section(proofs: Iterable[Proof], title: str) -> Proofs | None:
    """`proofs` under `title`, each once; None where there are none."""
    found = tuple(dict.fromkeys(proofs))
    return Proofs(heading=Heading(2, "_proofs", title), proofs=found) if found else None


def proofs_behind(maker: PageMaker, pains: Iterable[RankedPain]) -> tuple[Proof, ...]:
    """The evidence of `pains`, else of their steps, each once."""
    found = (
        proof for pain in pains for proof in proofs_of(maker, pain.spot.key) or proofs_of(maker, pain.spot.at.key)
    )
    return tuple(dict.fromkeys(found))
