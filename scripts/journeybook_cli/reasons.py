"""Why one thing names another, in words."""

from __future__ import annotations

from journeybook.model.kinds import Kind
from journeybook.portal import Backlink, Portal

_REASONS: dict[tuple[str, str], str] = {
    (Kind.JOURNEY, "personas"): "is a journey of this persona",
    (Kind.JOURNEY, "improves"): "is the future that improves it",
    (Kind.JOURNEY, "part_of"): "is a part of it",
    (Kind.STEP, "next"): "leads to it",
    (Kind.STEP, "score"): "scores it",
    (Kind.STEP, "touchpoints"): "meets it",
    (Kind.STEP, "channel"): "runs through it",
    (Kind.STEP, "team"): "is answered for by it",
    (Kind.STEP, "frontstage.team"): "has work done by it frontstage",
    (Kind.STEP, "backstage.team"): "has work done by it backstage",
    (Kind.PERSONA, "channels"): "prefers it",
    (Kind.TOUCHPOINT, "channels"): "runs through it",
    (Kind.TOUCHPOINT, "team"): "is answered for by it",
    (Kind.PAIN, "opportunity"): "is taken up by it",
    (Kind.OPPORTUNITY, "initiative"): "is taken up by it",
    (Kind.METRIC, "perceived_by"): "is seen by customers through it",
}
"""By the kind of what names it and the field that does."""

_ANYWHERE = {
    "owner": "is kept true by it",
    "evidence": "is proved by it",
    "metrics": "is measured by it",
    "narrative": "mentions it",
}
"""Fields that mean the same in every kind."""


def reason_of(backlink: Backlink, portal: Portal) -> str:
    """Why `backlink` is there: `meets it, score 2`, `runs through it by way of touchpoint/support-call`."""
    field = backlink.field.removeprefix("gains.")
    known = _REASONS.get((backlink.source.kind, field)) or _ANYWHERE.get(field)
    reason = known or f"names it in `{backlink.field}`"
    if backlink.via:
        reason += f" by way of {backlink.via}"
    if (backlink.source.kind, field) == (Kind.STEP, "touchpoints"):
        score = portal.step(backlink.source).mean_score
        reason += f", score {score:g}" if score is not None else ""
    return reason
