"""JB409 to JB414: what a portal claims rests on something, of our days, said by those whom it is about."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB409",
        Severity.WARNING,
        "A journey that nothing proves",
        "Scores, feelings, pains and quotes claim something about people. Past its draft, a journey names what "
        "it rests on: as a whole, or stage by stage, or at each step.",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "owner: support\n"
        "status: in-review\n"
        "stages: [{title: Report it, steps: [{title: Calls, score: 2}]}]",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "owner: support\n"
        "status: in-review\n"
        "evidence: [shop-talks]\n"
        "stages: [{title: Report it, steps: [{title: Calls, score: 2}]}]",
        'Kaplan, "When and How to Create Customer Journey Maps", Nielsen Norman Group 2016: a map tells the '
        "truth, and research comes first",
    ),
    Code(
        "JB410",
        Severity.WARNING,
        "Only old evidence",
        "What people lived through years ago is history. If the newest evidence is older than two years, "
        "nobody knows whether it still is so; one new interview makes a difference.",
        "title: Report a claim\npersona: site-owner\nowner: support\nstatus: in-review\nevidence: [old-talks]",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "owner: support\n"
        "status: in-review\n"
        "evidence: [old-talks, shop-talks]",
        'Kaplan, "When and How to Create Customer Journey Maps", Nielsen Norman Group 2016: a map tells the '
        "truth, and research comes first",
    ),
    Code(
        "JB411",
        Severity.WARNING,
        "Evidence from inside only",
        "Colleagues and front-line staff know much, and see it from their side of the counter. What nobody "
        "outside has said is a guess about them. People whose own journey it is, such as employees, are not "
        "meant.",
        "title: Report a claim\npersona: site-owner\nowner: support\nstatus: in-review\nevidence: [desk-notes]",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "owner: support\n"
        "status: in-review\n"
        "evidence: [desk-notes, shop-talks]",
        'Rosenbaum, Otalora and Ramírez, "How to create a realistic customer journey map", Business Horizons '
        "60 (2017): maps that managers draw from the inside mislead",
    ),
    Code(
        "JB412",
        Severity.INFO,
        "A journey that no customer has looked at",
        "Surveys and logs tell how many; only somebody who lives through the journey can say that a step is "
        "missing or that it feels otherwise. Go through the map with two or three of them.",
        "title: Report a claim\npersona: site-owner\nowner: support\nstatus: in-review\nevidence: [big-survey]",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "owner: support\n"
        "status: in-review\n"
        "evidence: [big-survey, shop-talks]",
        'Kaplan, "When and How to Create Customer Journey Maps", Nielsen Norman Group 2016: what people '
        "think and feel comes from qualitative research",
    ),
    Code(
        "JB413",
        Severity.INFO,
        "Evidence that does not say who speaks, or when",
        "Readers trust what customers said last spring more than what somebody once wrote. Evidence that "
        "something rests on says whose voice it has and when it was gathered.",
        "title: Report a claim\npersona: site-owner\nowner: support\nstatus: in-review\nevidence: [a-note]",
        "title: Report a claim\npersona: site-owner\nowner: support\nstatus: in-review\nevidence: [shop-talks]",
        'Kalbach, "Mapping Experiences", O\'Reilly 2016: a map is grounded in investigation whose sources are '
        "known",
    ),
    Code(
        "JB414",
        Severity.INFO,
        "Too small a survey",
        "With 30 answers a share of one half can as well be a third or two thirds; with fewer it says next to "
        "nothing. Ask more people, or read the answers one by one, as talks.",
        "---\ntitle: Was it easy?\nkind: survey\nvoice: customer\ndate: 2026-09-14\nn: 11\n---",
        "---\ntitle: Was it easy?\nkind: survey\nvoice: customer\ndate: 2026-09-14\nn: 148\n---",
        'Sauro and Lewis, "Quantifying the User Experience", Morgan Kaufmann 2012: how far a share from so '
        "many answers can be off",
    ),
)
