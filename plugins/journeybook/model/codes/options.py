"""JB3xx: the options of `journeybook.yml`."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB301", Severity.ERROR, "an unknown option",
        "journeybook.yml takes a closed list of options, so that a slip of the pen is not silently ignored.",
        "langauge: en", "language: en",
    ),
    Code(
        "JB302", Severity.ERROR, "a content format we do not know",
        "The portal was written for a later Journeybook, whose words may mean other things. Update it.",
        "format: 7", "format: 1",
    ),
    Code(
        "JB303", Severity.ERROR, "a tracker without its address",
        "Comment links need to know where comments go: GitHub and GitLab a `repository`, mailto an `address`, "
        "any other tracker a `template`.",
        "comments:\n  tracker: github",
        "comments:\n  tracker: github\n  repository: https://github.com/acme/portal",
    ),
    Code(
        "JB304", Severity.ERROR, "an address that comments cannot go to",
        "A repository is the address of its page, beginning with https://; a mailbox is one address.",
        "repository: acme/portal", "repository: https://github.com/acme/portal",
    ),
    Code(
        "JB305", Severity.ERROR, "a template with wrong fields",
        "A template holds {title} or {body}, a search {key}; other fields would stay in the address as they are.",
        "template: https://tracker.example/new?text={text}",
        "template: https://tracker.example/new?title={title}&text={body}",
    ),
    Code(
        "JB306", Severity.ERROR, "a content folder outside of the portal",
        "The content is a folder beside or below journeybook.yml, named by its relative path.",
        "content: ../texts", "content: texts",
    ),
    Code(
        "JB307", Severity.WARNING, "an option without effect",
        "The tracker chosen does not use it.",
        "tracker: mailto\naddress: portal@example.com\nrepository: https://github.com/acme/portal",
        "tracker: mailto\naddress: portal@example.com",
    ),
    Code(
        "JB308", Severity.ERROR, "an internal key that does not exist",
        "`internal` names keys of the format, own `x-…` keys, or kinds by their folder. A name that is none of "
        "them would leave the key it meant in every public build.",
        "internal: [backstge]", "internal: [backstage]",
    ),
    Code(
        "JB309", Severity.WARNING, "an internal x- key that nothing has",
        "Own keys can have any name, so a slip of the pen shows only here: nothing of the portal has this key, "
        "and the one that was meant would stand in public builds.",
        "internal: [x-cots]", "internal: [x-cost]",
    ),
)  # fmt: skip
