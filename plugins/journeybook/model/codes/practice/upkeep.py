"""JB402 to JB404: somebody answers for what a portal says, and holds it against reality."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB402",
        Severity.WARNING,
        "Nobody owns it",
        "A page without an owner is true on the day it is written. Past its draft, what a portal says about "
        "the world has a team that keeps it; a touchpoint may name the team that answers for it instead.",
        "title: Report a claim\nstatus: in-review",
        "title: Report a claim\nstatus: in-review\nowner: support",
        'Edelman and Singer, "Competing on Customer Journeys", Harvard Business Review 2015: a journey has '
        "somebody who answers for it, as a product has",
    ),
    Code(
        "JB403",
        Severity.WARNING,
        "Never reviewed",
        "A review has a day. Something calls itself reviewed, or says how often it is to be reviewed, and does "
        "not say when it was; so nobody can tell when the next review is due.",
        "title: Report a claim\nowner: support\nstatus: reviewed",
        "title: Report a claim\nowner: support\nstatus: reviewed\nreviewed: 2026-09-14",
        'Stickdorn, "Ask Marc – about journey map operations", Smaply 2019: maps that steer a company are '
        "kept, and are looked at again in a fixed rhythm",
    ),
    Code(
        "JB404",
        Severity.WARNING,
        "Past its review",
        "The day of the next review has passed, so the page may tell of a world that is gone. Hold it against "
        "reality, mend what has changed and write the new day; if nobody needs it any more, retire it.",
        "title: Report a claim\nreviewed: 2025-09-14\nreview_every: 6 months",
        "title: Report a claim\nreviewed: 2026-09-14\nreview_every: 6 months",
        'Stickdorn, "Ask Marc – about journey map operations", Smaply 2019: maps that steer a company are '
        "kept, and are looked at again in a fixed rhythm",
    ),
)
