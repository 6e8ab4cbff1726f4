"""JB418: a curve that tells something goes up and down."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB418",
        Severity.INFO,
        "Scores that are all the same",
        "A curve shows where people are delighted and where they suffer. If every step feels the same, either "
        "nobody has asked, or the score was filled in once and copied.",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "stages:\n"
        "  - title: Report it\n"
        "    steps:\n"
        "      - {title: Calls, score: 3}\n"
        "      - {title: Waits, score: 3}\n"
        "      - {title: Sends photos, score: 3}\n"
        "      - {title: Hears the sum, score: 3}\n"
        "      - {title: Is paid, score: 3}",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "stages:\n"
        "  - title: Report it\n"
        "    steps:\n"
        "      - {title: Calls, score: 2}\n"
        "      - {title: Waits, score: 1}\n"
        "      - {title: Sends photos, score: 3}\n"
        "      - {title: Hears the sum, score: 4}\n"
        "      - {title: Is paid, score: 5}",
        'Gibbons, "Journey Mapping 101", Nielsen Norman Group 2018: the line of emotions tells of ups and downs',
    ),
)
