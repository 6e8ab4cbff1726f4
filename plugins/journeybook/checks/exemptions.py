"""Exemptions written beside what they are for: which one covers what, and which have done their duty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from journeybook.model import Entity, Journey, Stage, Step
from journeybook.model.codes import CODES, Severity
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.rule_weights import Exemption, Weight
from journeybook.portal import Portal
from journeybook.portal.mentions import key_of

_ORDER = ("off", *Severity)


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """An exemption of a thing; each is one of its own, whatever it says."""

    key: str
    """The spot key of the thing."""
    exemption: Exemption


@dataclass(slots=True)
class Exemptions:
    """Every exemption of a portal, and what each has been good for so far."""

    today: date
    """The day on which they are asked."""
    placed: tuple[Placed, ...]
    """All of them in file order."""
    over: Mapping[str, tuple[Placed, ...]]
    """Those that cover a thing, by its key, its own first."""
    _met: dict[Placed, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The rules of each that had something to say."""

    def weight_of(self, finding: Diagnostic) -> Weight | None:
        """How much `finding` weighs by the innermost exemption in force that names its rule; None without one."""
        weight: Weight | None = None
        for one in self.over.get(finding.key, ()):
            named = one.exemption.weights.get(finding.code)
            if named is None:
                continue
            if one.exemption.until < self.today:
                self._met[one].add(finding.code)
            elif weight is None:
                self._met[one].add(finding.code)
                weight = named
        return weight

    def findings(self, *, all_was_read: bool) -> Iterator[Diagnostic]:
        """Those past their day and, where `all_was_read`, those that have had nothing to hide."""
        for one in self.placed:
            if one.exemption.until < self.today:
                yield self._past(one)
            elif all_was_read:
                yield from self._idle(one)

    def _past(self, one: Placed) -> Diagnostic:
        exemption, rules = one.exemption, " and ".join(one.exemption.weights)
        message = f"this exemption from {rules} ended on {exemption.until}; its reason was '{exemption.because}'"
        hint = "mend what is found here, or agree on a new day" if self._met[one] else "nothing is left: delete it"
        return at(exemption.place, exemption.place.of("until"), "JB471", message, hint=hint, key=one.key)

    def _idle(self, one: Placed) -> Iterator[Diagnostic]:
        for rule, weight in one.exemption.weights.items():
            if rule in self._met[one] or _ORDER.index(weight) >= _ORDER.index(CODES[rule].severity):
                continue
            place = one.exemption.place
            is_item = rule in one.exemption.ignore
            span = place.of("ignore", one.exemption.ignore.index(rule)) if is_item else place.of("rules", rule)
            message = f"{rule} has nothing to say here, so this exemption hides nothing"
            yield at(place, span, "JB472", message, hint="delete it", key=one.key)


def exemptions_in(portal: Portal, today: date) -> Exemptions:
    """Every exemption of `portal`, none of them used yet."""
    placed, over = list[Placed](), dict[str, tuple[Placed, ...]]()
    for entity in portal.content.entities:
        for key, own, around in _covered(entity, (), entity.id):
            placed.extend(own)
            if own or around:
                over[key] = (*own, *around)
    return Exemptions(today, tuple(placed), over)


_Covered: TypeAlias = tuple[str, tuple[Placed, ...], tuple[Placed, ...]]


def _covered(one: Entity, around: tuple[Placed, ...], journey: str) -> Iterator[_Covered]:
    """The key of `one` and of all it holds, each with its own exemptions and those `around` it, inner first."""
    key = str(key_of(one, journey))
    own = tuple(Placed(key, exemption) for exemption in one.checks)
    yield key, own, around
    for part in _inside(one):
        yield from _covered(part, (*own, *around), journey)


def _inside(one: Entity) -> tuple[Entity, ...]:
    if isinstance(one, Journey):
        return one.stages
    if isinstance(one, Stage):
        return one.steps
    return one.pains if isinstance(one, Step) else ()
