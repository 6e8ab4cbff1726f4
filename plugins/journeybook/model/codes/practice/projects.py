"""JB421 to JB423: opportunities are weighed, initiatives answer somebody's pain, and not all run at once."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB421",
        Severity.INFO,
        "An opportunity that nobody has weighed",
        "Everything cannot be done first. With impact and effort, from 1 to 5, an opportunity has a place "
        "among the others; without them it stands at the end of the list.",
        "quick-answer: {title: How might we answer at once?, impact: 4}",
        "quick-answer: {title: How might we answer at once?, impact: 4, effort: 2}",
        'Gibbons, "Using Prioritization Matrices to Inform UX Decisions", Nielsen Norman Group 2018: ideas '
        "are placed by impact and effort",
    ),
    Code(
        "JB422",
        Severity.WARNING,
        "An initiative that answers no pain",
        "A project for customers takes something away that hurts them: pain → opportunity → initiative. If no "
        "pain leads here, either the link is not written yet, or the project is for somebody else.",
        "new-look: {title: A new look for the app, from: 2026-09-01}",
        "one-set-of-notes: {title: One set of notes, from: 2026-09-01}",
        'Gibbons, "Journey Mapping 101", Nielsen Norman Group 2018: opportunities are what a map yields, and '
        "say how the experience can get better",
    ),
    Code(
        "JB423",
        Severity.INFO,
        "Too many initiatives at once",
        "A team that runs more than three projects at once finishes none of them soon. Finish some before the "
        "next begins.",
        "one-set-of-notes: {title: One-Set-Of-Notes, owner: support, from: 2026-09-01}\n"
        "shorter-queue: {title: Shorter-Queue, owner: support, from: 2026-09-01}\n"
        "new-phones: {title: New-Phones, owner: support, from: 2026-09-01}\n"
        "night-desk: {title: Night-Desk, owner: support, from: 2026-09-01}",
        "one-set-of-notes: {title: One-Set-Of-Notes, owner: support, from: 2026-09-01}\n"
        "shorter-queue: {title: Shorter-Queue, owner: support, from: 2026-09-01}",
        'Anderson, "Kanban", Blue Hole Press 2010: limit work in progress',
    ),
)
