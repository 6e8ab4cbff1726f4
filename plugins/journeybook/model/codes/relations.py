"""JB203 to JB229: what references name, and how entities relate."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB203",
        Severity.ERROR,
        "A reference names nothing",
        "Something is referred to by an id that nothing has. The nearest ids are offered; former ids that "
        "stand in `aliases:` count as well.",
        "touchpoint: suport-call",
        "touchpoint: support-call",
    ),
    Code(
        "JB204",
        Severity.ERROR,
        "A mention can mean several things",
        "Ids are unique per kind only. Where two kinds share an id, the mention says which one it means.",
        "[[support]]",
        "[[team:support]]",
    ),
    Code(
        "JB206",
        Severity.ERROR,
        "A link in a text leads to no file",
        "Relative links start from the file that holds them. A journey written in YAML is linked under its "
        "`.yml` or its `.md` name.",
        "[the call](support-call.md)",
        "[the call](../touchpoints/support-call.md)",
    ),
    Code(
        "JB208",
        Severity.INFO,
        "a public text names something internal",
        "A public build leaves the link out. The label stays, for it is the author's own; where there is none, "
        "readers see the word `internal`. Write a label that everybody may read, or mark the text internal "
        "as well.",
        "Then [[night-shift]] takes over.",
        "Then [a colleague][team:night-shift] takes over.",
    ),
    Code(
        "JB210",
        Severity.ERROR,
        "Journeys are part of each other in a circle",
        "A journey can be part of another one, but not of itself, not even by way of others.",
        "part_of: claim    # in claim.yml",
        "part_of: owning-a-policy",
    ),
    Code(
        "JB211",
        Severity.ERROR,
        "Journeys improve each other in a circle",
        "A future journey names the current one that it improves.",
        "improves: claim-2027    # in claim-2027.yml",
        "improves: claim",
    ),
    Code(
        "JB212",
        Severity.ERROR,
        "Metrics perceive each other in a circle",
        "`perceived_by` is written at the operational metric and names the one that says how customers see it.",
        "perceived_by: on-time    # in both metrics",
        "perceived_by: on-time-perceived    # at on-time alone",
    ),
    Code(
        "JB213",
        Severity.ERROR,
        "`improves` does not lead from a future journey to a current one",
        "Only a journey with `state: future` improves another, and the other is the current one.",
        "improves: claim",
        "state: future\nimproves: claim",
    ),
    Code(
        "JB214",
        Severity.WARNING,
        "A score of somebody who is not in the journey",
        "A score is given for a persona that the journey does not list, so it would be shown nowhere.",
        "personas: [site-owner]\n…\nscore: {agent: 2}",
        "personas: [site-owner, agent]\n…\nscore: {agent: 2}",
    ),
    Code(
        "JB215",
        Severity.WARNING,
        "A step uses a channel that its touchpoint does not have",
        "A step's `channel` picks one of the channels of its touchpoint.",
        "touchpoint: invoice    # by letter and e-mail\nchannel: phone",
        "touchpoint: invoice\nchannel: letter",
    ),
)
