"""JB35x and JB36x: which findings of good practice a portal asks for."""

from journeybook.model.codes.code import Code, Severity

CODES: tuple[Code, ...] = (
    Code(
        "JB351", Severity.ERROR, "a rule that does not exist",
        "`checks` names rules by their codes, `JB4` and two digits. A slip of the pen would leave the rule it "
        "meant as it was.",
        "checks:\n  rules: {JB40l: off}", "checks:\n  rules: {JB401: off}",
    ),
    Code(
        "JB352", Severity.ERROR, "an error that cannot be hidden",
        "Rules of good practice can weigh less, or nothing, where there is a reason. What is wrong with a file, a "
        "reference or an option breaks a page or a link for its readers; it has to be mended.",
        "checks:\n  rules: {JB203: off}", "checks:\n  rules: {JB401: off}",
    ),
    Code(
        "JB353", Severity.ERROR, "an exemption that names no rule",
        "An exemption says which rule it is about, by the code of the finding, and holds for no other.",
        "checks:\n  - because: The survey comes in spring\n    until: 2027-03-31",
        "checks:\n  - ignore: JB401\n    because: The survey comes in spring\n    until: 2027-03-31",
    ),
    Code(
        "JB354", Severity.INFO, "rules for files that are not there",
        "No file of the portal lies on this path, so that the rules hold for none. If it is no slip of the pen "
        "and files will come, leave it.",
        "checks:\n  folders:\n    - {in: journys/**, rules: {JB401: off}}",
        "checks:\n  folders:\n    - {in: journeys/**, rules: {JB401: off}}",
    ),
    Code(
        "JB355", Severity.ERROR, "a path outside of the content folder",
        "Paths of `folders` begin below the content folder, with forward slashes: `journeys/drafts/**`.",
        "checks:\n  folders:\n    - {in: content/journeys/**, rules: {JB401: off}}",
        "checks:\n  folders:\n    - {in: journeys/**, rules: {JB401: off}}",
    ),
    Code(
        "JB361", Severity.ERROR, "a baseline that cannot be read",
        "The baseline is written by `journeybook check --write-baseline` and says which findings were known then. "
        "After two branches have changed it, write it anew rather than joining it by hand.",
    ),
    Code(
        "JB362", Severity.ERROR, "a baseline of a later Journeybook",
        "Its entries may mean other things. Update Journeybook, or write the baseline anew.",
    ),
)  # fmt: skip
