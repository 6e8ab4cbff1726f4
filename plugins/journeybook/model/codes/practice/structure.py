"""JB430 to JB434: how a journey is built."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB430",
        Severity.INFO,
        "A journey of very many steps",
        "A map is read as a whole, on a wall or on a screen, and past some twenty steps nobody does. Often such "
        "a journey is two, or a step is a click; a part of it can be a journey of its own, with `part_of`.",
        "stages:\n  - title: Order\n    steps:\n"
        "      [Opens the shop, Sees a list, Sorts it, Opens a page, Reads it, Goes back, Opens another, "
        "Compares, Chooses,\n"
        "       Logs in, Confirms a code, Sees the basket, Enters a name, Enters a street, Enters a town, "
        "Chooses a day,\n"
        "       Chooses to pay by card, Enters the card, Enters a code, Reads the terms, Orders, Gets a mail]",
        "stages:\n  - title: Order\n    steps: [Compares two machines, Chooses one, Says where and when, Pays, "
        "Gets a mail]",
    ),
    Code(
        "JB431",
        Severity.WARNING,
        "A stage named after a department",
        "Customers do not go through departments; they want something. A stage that is named after a department "
        "shows what the company is divided into, and hides what the customer needs there. Name it after that "
        "need.",
        "stages:\n  - title: Customer service",
        "stages:\n  - title: Get it working again",
        source="Nielsen Norman Group, Journey Mapping 101: a map shows the process that a person goes through",
    ),
    Code(
        "JB432",
        Severity.INFO,
        "A future journey that improves nothing",
        "What shall become better can only be seen beside what is. With `improves` both stand side by side, with "
        "both curves, and readers see which steps change.",
        "state: future",
        "state: future\nimproves: move-hosting",
    ),
    Code(
        "JB433",
        Severity.WARNING,
        "A step to which no way leads",
        "Where a step says with `next` how the journey goes on, the steps in between need a way of their own. A "
        "step that nobody can come to is a way that was forgotten, or a step that is no longer true.",
        "- title: Calls\n  next: [is-called-back]\n- title: Waits in the queue\n- title: Is called back",
        "- title: Calls\n  next: [waits-in-the-queue, is-called-back]\n- title: Waits in the queue\n"
        "- title: Is called back",
        source="W. M. P. van der Aalst, The Application of Petri Nets to Workflow Management (1998): no dead "
        "tasks",
    ),
    Code(
        "JB434",
        Severity.WARNING,
        "A dead end: every way leads back",
        "From every step there must be a way to an end, or the map says that people go round for ever. Say how "
        "they get out; `next: []` ends the journey where it really ends.",
        "- title: Calls\n- title: Is told to write\n  next: [calls]",
        "- title: Calls\n- title: Is told to write\n"
        "  next:\n    - {step: calls, when: nobody answers}\n    - {step: gives-up, when: it is the third time}\n"
        "- title: Gives up",
        source="W. M. P. van der Aalst, The Application of Petri Nets to Workflow Management (1998): "
        "the option to complete",
    ),
)
