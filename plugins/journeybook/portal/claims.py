"""What a portal claims, and what each claim rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from journeybook.model import Evidence, Gain, Journey, Kind, Persona
from journeybook.model.keys import SpotKey
from journeybook.portal.mentions import key_of
from journeybook.portal.spots import StepSpot

if TYPE_CHECKING:
    from journeybook.portal.graph import Portal


class ClaimKind(StrEnum):
    """What is claimed."""

    PERSONA = "persona"
    """That there are such people."""
    STEP = "step"
    """How a step feels: its score, what is felt or thought, or a quote."""
    MOMENT_OF_TRUTH = "moment-of-truth"
    PAIN = "pain"
    GAIN = "gain"


class Basis(StrEnum):
    """What a claim rests on: the strongest voice among its evidence, strongest first."""

    CUSTOMER = "customer"
    PROXY = "proxy"
    INSIDER = "insider"
    UNSAID = "unsaid"
    """Evidence that does not say who speaks."""
    ASSUMPTION = "assumption"
    """No evidence at all."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a portal says about people."""

    kind: ClaimKind
    key: SpotKey
    """The spot it is made at."""
    basis: Basis
    journey: Journey | None = None
    """The journey it is made in; a persona's is made in none."""
    gain: Gain | None = None
    """The gain, which has no spot of its own."""

    @property
    def is_proven(self) -> bool:
        """Whether it rests on evidence."""
        return self.basis is not Basis.ASSUMPTION


@dataclass(frozen=True)
class Coverage:
    """How many claims rest on what."""

    claims: tuple[Claim, ...]

    @cached_property
    def by_basis(self) -> Mapping[Basis, int]:
        """How many claims rest on each basis, the strongest first."""
        counted = Counter(claim.basis for claim in self.claims)
        return {basis: counted[basis] for basis in Basis}

    @property
    def proven(self) -> int:
        """How many claims rest on evidence."""
        return len(self.claims) - self.by_basis[Basis.ASSUMPTION]

    @property
    def share(self) -> float | None:
        """The proven share, from 0 to 1; None without claims."""
        return self.proven / len(self.claims) if self.claims else None


def claims_of(portal: Portal) -> tuple[Claim, ...]:
    """Every claim of `portal` about the world as it is: personas first, then current journeys, in file order."""
    personas = (_of_persona(portal, persona) for persona in portal.all(Persona))
    steps = (claim for one in portal.all(Journey) for claim in claims_in(portal, one))
    return (*personas, *steps)


def claims_in(portal: Portal, journey: Journey) -> tuple[Claim, ...]:
    """Every claim that `journey` makes, in written order; a future one wishes and claims nothing."""
    if journey.state == "future":
        return ()
    return tuple(claim for spot in portal.steps(journey.id) for claim in claims_at(portal, spot))


def claims_at(portal: Portal, spot: StepSpot) -> Iterator[Claim]:
    """What the step at `spot` claims; what has no evidence of its own rests on that of its step."""
    step, journey = spot.step, spot.journey
    known = portal.named_by(spot.key, "evidence")
    basis = _basis(portal, known)
    if spot.scores or step.feels or step.thinks or step.quote:
        yield Claim(ClaimKind.STEP, spot.key, basis, journey)
    if step.moment_of_truth:
        yield Claim(ClaimKind.MOMENT_OF_TRUTH, spot.key, basis, journey)
    for pain in step.pains:
        key = key_of(pain, journey.id)
        yield Claim(ClaimKind.PAIN, key, _basis(portal, portal.named_by(key, "evidence") or known), journey)
    for gain in step.gains:
        own = (portal.directory.find(SpotKey(Kind.EVIDENCE, name)) for name in gain.evidence)
        yield Claim(ClaimKind.GAIN, spot.key, _basis(portal, [*filter(None, own)] or known), journey, gain)


def unproven_steps(portal: Portal, journey: Journey) -> int:
    """How many steps of `journey` make a claim that rests on no evidence."""
    if journey.state == "future":
        return 0
    spots = portal.steps(journey.id)
    return sum(not all(claim.is_proven for claim in claims_at(portal, spot)) for spot in spots)


def _of_persona(portal: Portal, persona: Persona) -> Claim:
    """A persona that calls itself an assumption is one, whatever it names."""
    key = key_of(persona)
    named = () if persona.basis == "assumption" else portal.named_by(key, "evidence")
    return Claim(ClaimKind.PERSONA, key, _basis(portal, named))


def _basis(portal: Portal, evidence: Iterable[SpotKey]) -> Basis:
    voices = {Basis(portal.get(Evidence, key.id).voice or Basis.UNSAID) for key in evidence}
    return next((basis for basis in Basis if basis in voices), Basis.ASSUMPTION)
