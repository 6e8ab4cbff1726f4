"""JB2xx: ids and references."""

from journeybook.model.codes.code import Code, Severity

_IDS: tuple[Code, ...] = (
    Code(
        "JB201", Severity.ERROR, "not a valid id",
        "Ids stand in addresses and file names, so they hold letters and digits of any script and hyphens, "
        "and at most 80 bytes.",
        "id: calls support!", "id: calls-support",
    ),
    Code(
        "JB202", Severity.ERROR, "two things have the same id",
        "Ids are unique per kind without regard to case, those of stages, steps and pains within their journey; "
        "former ids (`aliases`) count as well. Give one of them another `id:`.",
        "steps:\n  - Waits\n  - Waits", "steps:\n  - Waits\n  - {id: waits-again, title: Waits}",
    ),
    Code(
        "JB205", Severity.ERROR, "the title gives no id",
        "A title without letters and digits gives no id, so it must be written.",
        "title: '???'", "id: puzzled\ntitle: '???'",
    ),
    Code(
        "JB207", Severity.ERROR, "an id that differs from its key",
        "In a list such as channels.yml the key is the id.",
        "phone:\n  id: telephone", "phone:\n  title: Telephone",
    ),
)  # fmt: skip

CODES: tuple[Code, ...] = (*_IDS,)
