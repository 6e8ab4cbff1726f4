"""JB401: ids that outlive a change of words."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB401",
        Severity.INFO,
        "An id that comes from a title, in a journey past its draft",
        "Comments, links and comparisons hold on to ids. While a journey is a draft, stages, steps and pains "
        "take theirs from the title; from `in-review` on each one writes it down.",
        "- title: Calls support",
        "- id: calls-support\n  title: Calls support",
    ),
)
