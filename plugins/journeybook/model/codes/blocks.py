"""JB180 to JB179: building blocks in an author's own text."""

from journeybook.model.codes.code import Code, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

CODES: tuple[Code, ...] = (
    Code(
        "JB180", _ERROR, "a building block is never closed",
        "Everything behind it would be taken for its keys. In a list, an admonition or a tab all its lines are "
        "indented alike.",
        "```journeybook\nshow: journeys", "```journeybook\nshow: journeys\n```",
    ),
    Code(
        "JB181", _ERROR, "something cannot be shown like that",
        "Each thing has its own ways to be shown: many as cards, a table, a list or a count, one as a card or its "
        "facts, a journey also as a map, a curve or a flow.",
        "show: journeys\nas: map", "show: journey\nid: move-hosting\nas: map",
    ),
    Code(
        "JB182", _ERROR, "one thing without an id, or many with one",
        "`show: journey` shows the one that `id` names, `show: journeys` all of them, or those that `where` "
        "chooses.",
        "show: journey", "show: journey\nid: move-hosting",
    ),
    Code(
        "JB183", _ERROR, "a choice that does not go with what is shown",
        "What `where` can say depends on what is shown: pains have a severity, channels a kind.",
        "show: personas\nwhere: {severity: 4}", "show: pains\nwhere: {severity: 4}",
    ),
    Code(
        "JB184", _ERROR, "an order that does not go with what is shown",
        "What `sort` can say depends on what is shown; a count and one single thing have no order.",
        "show: personas\nsort: severity", "show: pains\nsort: severity",
    ),
    Code(
        "JB185", _WARNING, "a fence that is nearly a building block",
        "Only a fence opened with the one word `journeybook` is a building block; others are shown to readers as "
        "examples.",
        "```yaml journeybook\nshow: journeys\n```", "```journeybook\nshow: journeys\n```",
    ),
    Code(
        "JB186", _WARNING, "a tag that nothing has",
        "A building block chooses by a tag that nothing in the portal bears, so it will stay empty.",
        "where: {tag: hostnig}", "where: {tag: hosting}",
    ),
)  # fmt: skip
