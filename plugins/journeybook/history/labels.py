"""What the keys of things are called inside a sentence."""

from __future__ import annotations

from journeybook.words import Words


def mark(message: str) -> str:
    """`message`, marked for the catalogue and translated where it is shown."""
    return message


LABELS = {
    "aliases": mark("former id"),
    "audience": mark("audience"),
    "backstage": mark("backstage work"),
    "basis": mark("basis"),
    "behaviours": mark("behaviour"),
    "channel": mark("channel"),
    "channels": mark("channel"),
    "clock_start": mark("start of the clock"),
    "competitors": mark("what others do"),
    "contact": mark("contact"),
    "date": mark("date"),
    "department": mark("department"),
    "does": mark("what is done"),
    "effort": mark("effort"),
    "evidence": mark("evidence"),
    "feels": mark("feeling"),
    "from": mark("beginning"),
    "frontstage": mark("frontstage work"),
    "frustrations": mark("frustration"),
    "gains": mark("gain"),
    "goal": mark("goal"),
    "goals": mark("goal"),
    "image": mark("picture"),
    "impact": mark("impact"),
    "improves": mark("journey that it improves"),
    "initiative": mark("initiative"),
    "kind": mark("kind"),
    "lang": mark("language"),
    "lanes": mark("lane"),
    "links": mark("link"),
    "method": mark("method"),
    "metrics": mark("metric"),
    "moment_of_truth": mark("reason of the moment of truth"),
    "n": mark("number of cases"),
    "narrative": mark("narrative"),
    "needs": mark("need"),
    "next": mark("ways on"),
    "opportunity": mark("opportunity"),
    "outcome": mark("outcome"),
    "owner": mark("owner"),
    "ownership": mark("ownership"),
    "part_of": mark("whole that it is a part of"),
    "perceived_by": mark("metric of how customers see it"),
    "period": mark("period"),
    "personas": mark("persona"),
    "photo": mark("portrait"),
    "progress": mark("progress"),
    "promise": mark("promise"),
    "purpose": mark("purpose"),
    "question": mark("question"),
    "quote": mark("quote"),
    "reach": mark("reach"),
    "review_every": mark("time between reviews"),
    "reviewed": mark("review date"),
    "role": mark("role"),
    "scale": mark("scale"),
    "scope": mark("scope"),
    "score": mark("score"),
    "severity": mark("severity"),
    "share": mark("share"),
    "source": mark("source"),
    "state": mark("state"),
    "status": mark("status"),
    "summary": mark("summary"),
    "surveys": mark("survey"),
    "system": mark("system"),
    "tags": mark("tag"),
    "takes": mark("time it takes"),
    "team": mark("team"),
    "thinks": mark("thought"),
    "title": mark("title"),
    "to": mark("end"),
    "touchpoints": mark("touchpoint"),
    "trigger": mark("trigger"),
    "type": mark("type"),
    "unit": mark("unit"),
    "value": mark("value"),
    "voice": mark("voice"),
    "waits": mark("time of waiting"),
    "window": mark("window"),
}
"""By the key as authors write it; of lists, what one item is called."""

DECISIVE = frozenset(
    {
        "audience", "basis", "channel", "channels", "date", "effort", "evidence", "feels", "impact", "improves",
        "initiative", "kind", "method", "metrics", "moment_of_truth", "n", "next", "opportunity", "owner",
        "ownership", "part_of", "perceived_by", "period", "personas", "progress", "promise", "reach", "scale",
        "score", "severity", "share", "source", "state", "status", "takes", "team", "title", "to", "touchpoints",
        "type", "unit", "value", "voice", "waits", "window",
    }
)  # fmt: skip
"""What a reviewer wants to know first: everything but wording, notes and housekeeping."""

FIRST = (
    "id",
    "title",
    "state",
    "improves",
    "personas",
    "score",
    "feels",
    "evidence",
    "hand-off",
    "moment_of_truth",
)
"""What is said first, in this order; the rest follows in the order of the model."""

CHOICES = frozenset({"audience", "basis", "kind", "ownership", "scope", "state", "status", "voice"})
"""Keys whose values stand in a closed list that the catalogues know."""


def label(field: str, words: Words) -> str:
    """What the key `field` is called; the author's own keys are called as they are written."""
    return words.gettext(LABELS[field]) if field in LABELS else field
