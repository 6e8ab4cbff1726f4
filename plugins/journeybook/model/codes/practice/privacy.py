"""JB455 and JB456: real people in quotes."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB455",
        Severity.WARNING,
        "Contact data in a quote",
        "Who was asked has told something, and has not agreed to be found by it. A portal has many readers and "
        "Git forgets nothing: take addresses and numbers out before they are merged. Mailboxes of a company are "
        "not reported.",
        "- title: Calls again\n  quote: Just ring me, +48 601 234 567, any time",
        "- title: Calls again\n  quote: Just ring me, any time",
        source="General Data Protection Regulation, article 5(1)(c): data minimisation",
    ),
    Code(
        "JB456",
        Severity.WARNING,
        "A name in a quote",
        "A quote needs no name to be true. Write who it is (*my adviser*) and not what they are called. Only "
        "names that a phrase gives away are reported, such as *Mr X* or *my name is X*; a persona's name is "
        "invented and stays.",
        "- title: Calls again\n  quote: I always ask for Mrs Aldous",
        "- title: Calls again\n  quote: I always ask for the same woman",
        source="General Data Protection Regulation, article 5(1)(c): data minimisation",
    ),
)
