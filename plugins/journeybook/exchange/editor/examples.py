"""Examples of texts, as editors show them behind what a key means."""

from __future__ import annotations

from typing import Any

_COMMON = {
    "id": "support-call",
    "tags": "[hosting, small-shops]",
    "owner": "customer-success",
    "links": "https://example.com/study",
}
_OWN = {
    ("Journey", "goal"): "Keep the shop online while it moves",
    ("Journey", "promise"): "We move you without downtime",
    ("Journey", "trigger"): "The shop is slow every Monday",
    ("Journey", "outcome"): "The shop runs on the new plan",
    ("Journey", "part_of"): "agent-year/renewals",
    ("Stage", "goal"): "Know what the move costs and risks",
    ("Step", "does"): "Rings the number on the invoice",
    ("Step", "thinks"): "Will my orders get lost?",
    ("Step", "feels"): "worried",
    ("Step", "quote"): "I told all of this to your colleague.",
    ("Step", "score"): "2, or {site-owner: 2, agent: 4}",
    ("Step", "moment_of_truth"): "Decides whether she trusts us with the move",
    ("Step", "backstage"): "{team: support, does: Opens a ticket by hand}",
    ("Step", "next"): "{step: signs, when: The price is right}",
    ("Step", "image"): "{src: ../images/call.jpg, alt: A shop owner on the phone}",
    ("Step", "pains"): "{title: Has to explain the set-up twice, severity: 4, reach: 0.6}",
    ("Pain", "reach"): "0.6",
    ("Work", "system"): "ticket desk",
    ("Next", "when"): "The price is right",
    ("Persona", "role"): "Owner of a small web shop",
    ("Persona", "quote"): "I sell tea. The site has to work.",
    ("Persona", "share"): "0.4",
    ("Touchpoint", "purpose"): "Find out what is broken and agree on a visit",
    ("Metric", "type"): "NPS",
    ("Metric", "scale"): "0 to 10",
    ("Metric", "window"): "7 days",
    ("Metric", "period"): "2026-Q3",
    ("Evidence", "n"): "12",
}
"""By record and field."""


def example_of(record: type[Any], field: str) -> str:
    """An example of what may stand in a field of `record`; empty where none is needed."""
    return _OWN.get((record.__name__, field), _COMMON.get(field, ""))
