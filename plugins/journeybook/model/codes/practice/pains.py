"""JB419 and JB420: pains are weighed, and the worst of them answered."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB419",
        Severity.INFO,
        "A pain that does not say how much it hurts",
        "Without `severity:` a pain counts as middling, and the worst one may stand far down the list. Say it "
        "from 1, a nuisance, to 5, drives people away.",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "owner: support\n"
        "status: in-review\n"
        "evidence: [shop-talks]\n"
        "stages:\n"
        "  - title: Report it\n"
        "    steps:\n"
        "      - title: Calls\n"
        "        pains: [{title: Waits long, reach: 0.4}]",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "owner: support\n"
        "status: in-review\n"
        "evidence: [shop-talks]\n"
        "stages:\n"
        "  - title: Report it\n"
        "    steps:\n"
        "      - title: Calls\n"
        "        pains: [{title: Waits long, reach: 0.4, severity: 2}]",
        'Nielsen, "Severity Ratings for Usability Problems", Nielsen Norman Group 1994: problems are rated, '
        "so that the worst are mended first",
    ),
    Code(
        "JB420",
        Severity.WARNING,
        "A severe pain that leads to nothing",
        "A map is drawn so that something changes. A pain of severity 4 or 5 names the opportunity that would "
        "take it away, even where nobody can take it up yet; then it stands on the board and is not forgotten.",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "owner: support\n"
        "status: in-review\n"
        "evidence: [shop-talks]\n"
        "stages:\n"
        "  - title: Report it\n"
        "    steps:\n"
        "      - title: Calls\n"
        "        pains: [{title: Waits long, severity: 4}]",
        "title: Report a claim\n"
        "persona: site-owner\n"
        "owner: support\n"
        "status: in-review\n"
        "evidence: [shop-talks]\n"
        "stages:\n"
        "  - title: Report it\n"
        "    steps:\n"
        "      - title: Calls\n"
        "        pains: [{title: Waits long, severity: 4, opportunity: one-ticket}]",
        'Gibbons, "Journey Mapping 101", Nielsen Norman Group 2018: a map ends in opportunities, with '
        "somebody who owns them",
    ),
)
