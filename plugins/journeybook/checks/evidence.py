"""Evidence: what a portal claims rests on something, of our days, said by those whom it is about."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.checks.limits import Limits
from journeybook.checks.one_cause import unless_none
from journeybook.checks.standing import is_begun, is_of_staff, is_settled, speaks_of_today
from journeybook.model import Evidence, Journey, Persona
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.portal import Portal, StepSpot, key_of
from journeybook.portal.claims import claims_at
from journeybook.portal.freshness import is_due
from journeybook.portal.voices import heard_about

_IN_PERSON = frozenset({"interview", "observation", "walkthrough", "review"})
"""Kinds of evidence in which somebody speaks or is seen, and is not only counted."""
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
            what = "this step says" if one is not journey else f"{some} steps of this journey say"
            message = f"{what} how it is for people, and nothing tells how we know"
            hint = "name interviews, surveys or the like in `evidence:`, or go back to `status: draft`"
            key = key_of(one, journey.id)
            yield at(one.place, one.place.span, "JB409", message, hint=hint, key=str(key))


def _is_proven(portal: Portal, spot: StepSpot) -> bool:
    # A name that leads nowhere is somebody else's finding.
    written = spot.stage.evidence or spot.step.evidence
    return bool(written) or all(claim.is_proven for claim in claims_at(portal, spot))


def old(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Personas and current journeys whose newest evidence is older than the limit."""
    for one in _settled(portal):
        days = [evidence.day for evidence in heard_about(portal, key_of(one))]
        known = [day for day in days if day]
        if days and len(known) == len(days) and is_due(max(known), limits.evidence_holds, limits.today):
            message = (
                f"the newest evidence about this {one.kind_of} is of {max(known)}, "
                f"more than {limits.evidence_holds.text} ago"
            )
            hint = "ask again, a few talks will do, and name them in `evidence:`"
            yield at(one.place, one.place.of("evidence"), "JB410", message, hint=hint, key=str(key_of(one)))


def hearsay(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Personas and current journeys of people outside about whom only insiders and proxies have spoken."""
    for one in _of_people_outside(portal):
        voices = {evidence.voice for evidence in heard_about(portal, key_of(one))}
        if voices and voices <= {"insider", "proxy"}:
            who = " and ".join(
                name for voice, name in (("insider", "insiders"), ("proxy", "front-line staff")) if voice in voices
            )
            message = f"all evidence about this {one.kind_of} comes from {who}; no customer has spoken"
            hint = "ask a few customers, or walk through it with one, and name that in `evidence:`"
            yield at(one.place, one.place.of("evidence"), "JB411", message, hint=hint, key=str(key_of(one)))


def only_counted(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Current journeys of people outside whom surveys and logs count, and nobody has met."""
    for one in _of_people_outside(portal):
        known = heard_about(portal, key_of(one)) if isinstance(one, Journey) else ()
        heard = {evidence.kind for evidence in known if evidence.voice in {"customer", None}}
        speaks = any(evidence.voice == "customer" for evidence in known)
        if speaks and None not in heard and not heard & _IN_PERSON:
            message = "customers are counted in this journey, but none has looked at it or talked about it"
            hint = "go through it with two or three of them, and name that in `evidence:` as an interview"
            yield at(one.place, one.place.of("evidence"), "JB412", message, hint=hint, key=str(key_of(one)))


def _settled(portal: Portal) -> Iterator[Persona | Journey]:
    yield from filter(is_settled, portal.all(Persona))
    yield from filter(speaks_of_today, portal.all(Journey))


def _of_people_outside(portal: Portal) -> Iterator[Persona | Journey]:
    for one in _settled(portal):
        if not (is_of_staff(portal, one) if isinstance(one, Journey) else one.kind == "employee"):
            yield one


def unsigned(portal: Portal, _limits: Limits) -> Iterator[Diagnostic]:
    """Evidence that something rests on, and that does not say who speaks in it or when it was gathered."""
    for one in portal.all(Evidence):
        lacks = [] if one.day else ["when it was gathered (`date:`)"]
        if not one.voice and one.kind not in _VOICELESS:
            lacks.append("who speaks (`voice:`)")
        if lacks and is_begun(one) and _is_relied_on(portal, one):
            message = f"this evidence does not say {' nor '.join(lacks)}"
            hint = "add it, so that readers can tell how far to trust what rests on it"
            yield at(one.place, one.place.span, "JB413", message, hint=hint, key=str(key_of(one)))


def _is_relied_on(portal: Portal, one: Evidence) -> bool:
    return any(link.field.endswith("evidence") for link in portal.backlinks(key_of(one)))


def small(portal: Portal, limits: Limits) -> Iterator[Diagnostic]:
    """Surveys of too few answers; a survey among insiders may have asked everybody there is."""
    for one in portal.all(Evidence):
        is_few = one.n is not None and one.n < limits.survey_answers
        if one.kind == "survey" and is_few and one.voice != "insider" and is_begun(one):
            message = f"a survey with {one.n} answers says little about shares; {limits.survey_answers} would do"
            hint = "ask more people, or read the answers as talks: `kind: interview`"
            yield at(one.place, one.place.of("n"), "JB414", message, hint=hint, key=str(key_of(one)))


RULES = (missing, old, hearsay, only_counted, unsigned, small)
"""The rules of this family."""
