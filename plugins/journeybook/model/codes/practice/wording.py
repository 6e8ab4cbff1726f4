"""JB437 and JB438: whose words a map speaks."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB437",
        Severity.INFO,
        "A step told from the company's side",
        "A map shows what customers live through, and a step is what they do. What the company does belongs to "
        "`frontstage` and `backstage`, below it. Only phrases that no customer would say are reported.",
        "- title: Send invoice to customer",
        "- title: Gets the invoice\n  backstage: [Sends the invoice]",
        source="Harley Manning and Kerry Bodine, Outside In (2012): from the customer's perspective, not the "
        "company's",
    ),
    Code(
        "JB438",
        Severity.INFO,
        "A text that is hard to read",
        "People read a map in passing, and not all in their first language. The LIX of a text is its words per "
        "sentence plus the share of words with more than six letters in per cent: a newspaper has 40, an "
        "official report 55. The rule is off until a limit is set, and looks at narratives of a hundred words or "
        "more.",
        "narrative: |\n  Notwithstanding subsequent clarification, ascertainment of contractual responsibilities "
        "necessitates\n"
        "  documentation …",
        "narrative: |\n  She asks who pays. Nobody can tell her without the papers. …",
        source="C. H. Björnsson, Läsbarhet (1968)",
    ),
)
