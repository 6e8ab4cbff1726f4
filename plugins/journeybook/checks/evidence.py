"""Evidence: what a portal claims rests on something, of our days, said by those whom it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeybook.checks.limits import Limits
from journeybook.checks.naming import name_of
from journeybook.checks.one_cause import unless_none
from journeybook.checks.standing import is_begun, is_of_staff, is_settled, speaks_of_today
from journeybook.model import Evidence, Journey, Persona
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.portal import Portal, StepSpot, key_of
from journeybook.portal.claims import claims_at
from journeybook.portal.freshness import is_due
from journeybook.portal.voices import heard_about

_SPEAKERS = {"insider": "insiders", "proxy": "front-line staff"}
"""Voices that are not the customer's own."""
_IN_PERSON = frozenset({"interview", "observation", "walkthrough", "review", None})
"""Kinds of evidence in which somebody speaks or is seen, and is not only counted; what names none may be one."""
_VOICELESS = frozenset({"analytics", "contact-log"})
"""Kinds of evidence in which nobody need speak."""


def missing(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Journeys that name no evidence as a whole, and have steps that name none; one finding for all of them."""
    yield from unless_none(portal, Evidence, _missing(portal))


def _missing(portal: Portal) -> Iterator[Diagnostic]:
    for journey in portal.all(Journey):
        if not speaks_of_today(journey) or journey.evidence:
            continue
        claiming = [spot for spot in portal.steps(journey.id) if any(claims_at(portal, spot))]
        lacking = [spot for spot in claiming if not _is_proven(portal, spot)]
        one = lacking[0].step if len(lacking) == 1 and len(claiming) > 1 else journey
        if lacking:
            some = f"{len(lacking)} of {len(claiming)}" if len(lacking) < len(claiming) else "all"
            what = f"step '{one.id}' says" if one is not journey else f"{some} steps of '{journey.id}' say"
            message = f"{what} how it is for people, and nothing tells how we know"
            hint = "name interviews, surveys or the like in `evidence:`, or go back to `status: draft`"
            key = key_of(one, journey.id)
            yield at(one.place, one.place.span, "JB409", message, hint=hint, key=str(key))


def _is_proven(portal: Portal, spot: StepSpot) -> bool:
    # A name that leads nowhere is somebody else's finding.
    written = spot.stage.evidence or spot.step.evidence
    return bool(written) or all(claim.is_proven for claim in claims_at(portal, spot))


def heard(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Personas and current journeys about which nobody was asked lately, or nobody whom it concerns."""
    settled = (*filter(is_settled, portal.all(Persona)), *filter(speaks_of_today, portal.all(Journey)))
    for one in settled:
        known = heard_about(portal, key_of(one))
        yield from _old(one, known, limits)
        if _is_of_people_outside(portal, one):
            yield from _hearsay(one, known)
            yield from _only_counted(one, known)


def _old(one: Persona | Journey, known: Sequence[Evidence], limits: Limits) -> Iterator[Diagnostic]:
    days = [evidence.day for evidence in known if evidence.day]
    if known and len(days) == len(known) and is_due(max(days), limits.evidence_holds, limits.today):
        ago = f"more than {limits.evidence_holds.text} ago"
        message = f"the newest evidence about {name_of(key_of(one))} is of {max(days)}, {ago}"
        yield _on_evidence(one, "JB410", message, "ask again, a few talks will do, and name them in `evidence:`")


def _hearsay(one: Persona | Journey, known: Sequence[Evidence]) -> Iterator[Diagnostic]:
    voices = {evidence.voice for evidence in known}
    if voices and voices <= {"insider", "proxy"}:
        who = " and ".join(name for voice, name in _SPEAKERS.items() if voice in voices)
        message = f"all evidence about {name_of(key_of(one))} comes from {who}; no customer has spoken"
        hint = "talk to a few customers, and name the talks in `evidence:` with `voice: customer`"
        yield _on_evidence(one, "JB411", message, hint)


def _only_counted(one: Persona | Journey, known: Sequence[Evidence]) -> Iterator[Diagnostic]:
    kinds = {evidence.kind for evidence in known if evidence.voice in {"customer", None}}
    speaks = any(evidence.voice == "customer" for evidence in known)
    if isinstance(one, Journey) and speaks and kinds.isdisjoint(_IN_PERSON):
        message = f"customers are counted in {name_of(key_of(one))}, but none has looked at it or talked about it"
        hint = "go through it with two or three of them, and name that in `evidence:` as an interview"
        yield _on_evidence(one, "JB412", message, hint)


def _is_of_people_outside(portal: Portal, one: Persona | Journey) -> bool:
    return not (is_of_staff(portal, one) if isinstance(one, Journey) else one.kind == "employee")


def _on_evidence(one: Persona | Journey, code: str, message: str, hint: str) -> Diagnostic:
    return at(one.place, one.place.of("evidence"), code, message, hint=hint, key=str(key_of(one)))


def unsigned(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Evidence that something rests on, and that does not say who speaks in it or when it was gathered."""
    for one in portal.all(Evidence):
        lacks = [] if one.day else ["when it was gathered (`date:`)"]
        if not one.voice and one.kind not in _VOICELESS:
            lacks.append("who speaks (`voice:`)")
        if lacks and is_begun(one) and _is_relied_on(portal, one):
            message = f"{name_of(key_of(one))} does not say {' nor '.join(lacks)}"
            hint = "add it, so that readers can tell how far to trust what rests on it"
            yield at(one.place, one.place.span, "JB413", message, hint=hint, key=str(key_of(one)))


def _is_relied_on(portal: Portal, one: Evidence) -> bool:
    return any(link.field.endswith("evidence") for link in portal.backlinks(key_of(one)))


def small(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Surveys of too few answers; a survey among insiders may have asked everybody there is."""
    for one in portal.all(Evidence):
        is_few = one.n is not None and one.n < limits.survey_answers
        if one.kind == "survey" and is_few and one.voice != "insider" and is_begun(one):
            message = f"{one.n} answers of '{one.id}' say little about shares; {limits.survey_answers} would do"
            hint = "ask more people, or read the answers as talks: `kind: interview`"
            yield at(one.place, one.place.of("n"), "JB414", message, hint=hint, key=str(key_of(one)))


RULES = (missing, heard, unsigned, small)
"""The rules of this family."""
