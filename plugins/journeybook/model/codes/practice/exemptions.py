"""JB47x: exemptions from rules, and the baseline, that have done their duty."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB471",
        Severity.WARNING,
        "An exemption past its last day",
        "An exemption holds until a day, so that nobody has to remember it. Past that day the findings are back: "
        "mend what they report, or agree on a new day and write it down with the reason.",
        "checks:\n  - ignore: JB401\n    because: The survey comes in spring\n    until: 2026-03-31",
        "checks:\n  - ignore: JB401\n    because: The survey comes in spring\n    until: 2027-03-31",
    ),
    Code(
        "JB472",
        Severity.INFO,
        "An exemption that hides nothing",
        "What it was written for has been mended. Delete it, so that the rule holds again for what comes.",
        "status: in-review\nchecks:\n  - ignore: JB401\n    because: Ids follow with the next release\n"
        "    until: 2027-03-31\nstages:\n  - {id: report, title: Report it}",
        "status: in-review\nchecks:\n  - ignore: JB401\n    because: Ids follow with the next release\n"
        "    until: 2027-03-31\nstages:\n  - {title: Report it}",
    ),
    Code(
        "JB475",
        Severity.INFO,
        "Known findings that are gone",
        "The baseline lists findings that no longer occur: somebody has mended them. Write it anew with "
        "`journeybook check --write-baseline`, so that they cannot come back unseen.",
    ),
)
