"""JB440 and JB441: where one team passes the customer on to another."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB440",
        Severity.INFO,
        "A hand-off that hurts, and on which nobody has agreed",
        "Where the team changes, things get lost: what was said, what was promised, who calls back. Both teams "
        "agree on what is passed on and how, and the giving step says it as `handover`. Where the map shows both "
        "teams at work in one step, frontstage or backstage, it says so itself. Only hand-offs after which people "
        "feel bad (below 3) are told, and of each journey the worst.",
        "- title: Calls support\n  team: support\n- title: Waits for the move\n  team: migrations\n  score: 2",
        "- title: Calls support\n  team: support\n  handover: The ticket, with her answers\n"
        "- title: Waits for the move\n  team: migrations\n  score: 2",
        source="Alex Rawson, Ewan Duncan and Conor Jones, The Truth About Customer Experience, "
        "Harvard Business Review, September 2013",
    ),
    Code(
        "JB441",
        Severity.WARNING,
        "The same question asked by two teams",
        "To tell everything twice is among the things that cost customers most effort. What one team has been "
        "told, the next one should know. A question is the same where `asks` uses the same words, along the ways "
        "of the journey.",
        "- title: Calls support\n  team: support\n  handover: A ticket\n  asks: [order number]\n"
        "- title: Is called back\n  team: migrations\n  asks: [Order number]",
        "- title: Calls support\n  team: support\n  handover: A ticket with the order number\n  asks: [order "
        "number]\n"
        "- title: Is called back\n  team: migrations",
        source="Matthew Dixon, Karen Freeman and Nicholas Toman, Stop Trying to Delight Your Customers, "
        "Harvard Business Review, July–August 2010",
    ),
)
