"""JB415 to JB417: moments of truth are few, with a reason, and with evidence for it."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB415",
        Severity.INFO,
        "A moment of truth without a reason",
        "`moment_of_truth:` says why this step makes or breaks the relationship. A bare yes, or the step's "
        "title again, leaves readers to guess what to guard here.",
        "moment_of_truth: Important!",
        "moment_of_truth: Decides whether she trusts us with the move",
        'Kalbach, "Mapping Experiences", O\'Reilly 2016: moments of truth are charged with emotion, and make '
        "or break a relationship",
    ),
    Code(
        "JB416",
        Severity.WARNING,
        "A moment of truth without evidence",
        "Much effort follows a moment of truth. Past the draft, somebody outside the workshop should have said "
        "that it matters so much: name it at the step, its stage, or one of its pains and gains.",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "owner: support\n"
        "status: in-review\n"
        "evidence: [shop-talks]\n"
        "stages:\n"
        "  - title: Report it\n"
        "    steps:\n"
        "      - title: Calls\n"
        "        moment_of_truth: Decides whether she stays",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "owner: support\n"
        "status: in-review\n"
        "evidence: [shop-talks]\n"
        "stages:\n"
        "  - title: Report it\n"
        "    steps:\n"
        "      - title: Calls\n"
        "        moment_of_truth: Decides whether she stays\n"
        "        evidence: [shop-talks]",
        'Rosenbaum, Otalora and Ramírez, "How to create a realistic customer journey map", Business Horizons '
        "60 (2017): not all that managers think important is so for customers",
    ),
    Code(
        "JB417",
        Severity.WARNING,
        "Too many moments of truth",
        "If more than a third of the steps make or break the relationship, none of them stands out, and effort "
        "goes everywhere. Keep those at which people decide whether they stay.",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "stages:\n"
        "  - title: Report it\n"
        "    steps:\n"
        "      - {title: Calls, moment_of_truth: She decides whether to stay}\n"
        "      - {title: Waits, moment_of_truth: She sees whether we care}\n"
        "      - {title: Sends photos, moment_of_truth: She sees whether it is easy}\n"
        "      - {title: Hears the sum}\n"
        "      - {title: Is paid}\n"
        "      - {title: Tells friends}",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "stages:\n"
        "  - title: Report it\n"
        "    steps:\n"
        "      - {title: Calls, moment_of_truth: She decides whether to stay}\n"
        "      - {title: Waits}\n"
        "      - {title: Sends photos}\n"
        "      - {title: Hears the sum}\n"
        "      - {title: Is paid}\n"
        "      - {title: Tells friends}",
        "Beaujean, Davidson and Madge, \"The 'moment of truth' in customer service\", McKinsey Quarterly 2006: "
        "they are the few interactions in which people invest much emotion",
    ),
)
