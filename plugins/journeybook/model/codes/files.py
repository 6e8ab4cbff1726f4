"""JB1xx: files and their form."""

from journeybook.model.codes.code import Code, Severity

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

_FOUND: tuple[Code, ...] = (
    Code(
        "JB101", _ERROR, "the content folder is missing",
        "A portal is read from one folder, `content` unless journeybook.yml says otherwise, and it is not there.",
        "content: contents", "content: content",
    ),
    Code(
        "JB102", _ERROR, "a file cannot be read",
        "The system does not let us read it, or it is a device or a pipe. Mend its permissions or remove it.",
    ),
    Code(
        "JB103", _ERROR, "a file is too large",
        "Files above 2 MB, and Markdown above 10,000 lines, are not read: no journey is that long, and a mistake "
        "should not stop the whole build. Split it into several files.",
    ),
    Code(
        "JB104", _ERROR, "a file is not UTF-8",
        "All texts are read as UTF-8. Save the file with that encoding; most editors offer it when saving.",
    ),
    Code(
        "JB105", _ERROR, "a character that cannot be shown",
        "Control characters and the invisible line breaks of word processors confuse the tools that read a file. "
        "Delete them.",
    ),
    Code(
        "JB106", _ERROR, "a symbolic link leads astray",
        "A link that leaves the portal, runs in a circle or leads nowhere is not followed. "
        "Copy the file into the portal instead.",
    ),
    Code(
        "JB107", _ERROR, "a folder where a file should be, or a file where a folder should be",
        "`claim.yml` must be a file, and `journeys` a folder.",
        "content/journeys/claim.yml/", "content/journeys/claim.yml",
    ),
    Code(
        "JB108", _ERROR, "two names differ only in case or in how their letters are composed",
        "Windows and macOS take them for one file, so one would overwrite the other. Rename one of them.",
        "journeys/Claim.md and journeys/claim.md", "journeys/claim.md and journeys/claim-abroad.md",
    ),
    Code(
        "JB109", _INFO, "a translation into a language that is not published",
        "Names such as claim.pl.md are kept for translations, and journeybook.yml says into which languages. "
        "Name the language there; if the file is no translation, leave out the dot.",
        "language: en", "language: en\nlanguages: [en, pl]",
    ),
    Code(
        "JB110", _WARNING, "a name that is nearly one of ours",
        "Folders and lists have fixed names, so what stands under another name is not read.",
        "content/persona/site-owner.md", "content/personas/site-owner.md",
    ),
    Code(
        "JB111", _ERROR, "front matter has no end",
        "The keys on top of a Markdown file stand between two lines of ---, the first of which begins the file.",
        "---\ntitle: Site owner\n\nShe runs a shop.", "---\ntitle: Site owner\n---\n\nShe runs a shop.",
    ),
    Code(
        "JB112", _ERROR, "`entity` names no kind",
        "`entity` says what a file is, whatever its folder says.",
        "entity: personna", "entity: persona",
    ),
    Code(
        "JB113", _ERROR, "a file with very many findings",
        "Only the first five hundred of one file are told, since the rest mostly has the same cause.",
    ),
)  # fmt: skip

_YAML: tuple[Code, ...] = (
    Code(
        "JB120", _ERROR, "the file is not YAML",
        "YAML's rules are broken at this place, and nothing more can be read from the file.",
        "title: Claim\nthis line is lost", "title: Claim\nsummary: this line is not",
    ),
    Code(
        "JB121", _ERROR, "a tab indents a line",
        "YAML allows only spaces in front of a line, because nobody knows how wide a tab is.",
        "stages:\n\t- title: Decide", "stages:\n  - title: Decide",
    ),
    Code(
        "JB122", _ERROR, "a space is missing after a colon or a dash",
        "Without the space YAML takes key and value for one text.",
        "title:Claim", "title: Claim",
    ),
    Code(
        "JB123", _ERROR, "a colon in a text without quotes",
        "A colon followed by a space begins a value, so a text that holds one needs quotes.",
        "title: Claim: the start", "title: 'Claim: the start'",
    ),
    Code(
        "JB124", _ERROR, "a text begins with a character that means something to YAML",
        "Texts that begin with one of @ ` % * & ! | > [ ] { } , ? need quotes.",
        "quote: @home I am a different person", "quote: '@home I am a different person'",
    ),
    Code(
        "JB125", _ERROR, "a quote or bracket does not fit",
        "What is opened must be closed, and nothing may follow behind a closing quote. A quote inside a "
        "text in single quotes is written twice.",
        "title: 'It's slow'", "title: 'It''s slow'",
    ),
    Code(
        "JB126", _ERROR, "a line is indented wrongly",
        "What belongs together begins in the same column; what belongs to a key is indented deeper than the key.",
        "- title: Decide\n persona: x", "- title: Decide\n  persona: x",
    ),
    Code(
        "JB127", _ERROR, "a key is written twice",
        "YAML would silently keep one of the two values.",
        "score: 2\nscore: 4", "score: 2",
    ),
    Code(
        "JB128", _ERROR, "values nest too deep",
        "Nothing in a portal is nested deeper than a hundred lists and mappings.",
    ),
    Code(
        "JB129", _ERROR, "a file holds too many values",
        "Aliases (`*name`) can make a small file endless, so the number of values, with every alias written "
        "out, is bounded.",
    ),
    Code(
        "JB130", _ERROR, "a second document in one file",
        "A line of --- begins a new YAML document, and one file holds one. In Markdown it may only close "
        "the front matter.",
        "title: Claim\n---\ntitle: Another", "title: Claim",
    ),
    Code(
        "JB131", _ERROR, "a YAML tag",
        "Tags make YAML build things other than plain data, so only those of plain data are read. "
        "A text that begins with ! needs quotes.",
        "title: !important news", "title: '!important news'",
    ),
    Code(
        "JB132", _ERROR, "an anchor or alias that leads nowhere",
        "`&name` marks a value and `*name` repeats it. A text that begins with & or * needs quotes.",
        "title: &Co and friends", "title: '&Co and friends'",
    ),
    Code(
        "JB133", _ERROR, "a key that is no text",
        "A key is one word in front of a colon.",
        "[a, b]: c", "'[a, b]': c",
    ),
    Code(
        "JB134", _ERROR, "no keys with values",
        "A file of ours, and a fence in it, holds lines of `key: value`.",
        "- title: Claim", "title: Claim",
    ),
)  # fmt: skip

_VALUES: tuple[Code, ...] = (
    Code(
        "JB140", _ERROR, "an unknown key",
        "What stands under a key we do not know would be lost. Keys of your own begin with `x-`.",
        "touchpont: support-call", "touchpoint: support-call",
    ),
    Code(
        "JB141", _ERROR, "something is missing",
        "Every entity has a title, and a few other things are nothing without some of their keys.",
        "- id: calls-support", "- id: calls-support\n  title: Calls support",
    ),
    Code(
        "JB142", _ERROR, "YAML reads something else than is written",
        "`no` is false to YAML, `1:30` is 90, `010` is 8 and `1.10` is 1.1. Put texts like these in quotes.",
        "feels: no", "feels: 'no'",
    ),
    Code(
        "JB143", _ERROR, "not a number",
        "Numbers are written in digits with a decimal point, without quotes, units or percent signs.",
        'severity: "4"', "severity: 4",
    ),
    Code(
        "JB144", _ERROR, "a value of the wrong shape",
        "One value, a list, and keys with values are three different things.",
        "channel: [phone, chat]", "channel: phone",
    ),
    Code(
        "JB145", _ERROR, "a number off its scale",
        "Scores, severities, impact and effort go from 1 to 5, shares from 0 to 1, counts from 0.",
        "reach: 35", "reach: 0.35",
    ),
    Code(
        "JB146", _ERROR, "not one of the words allowed here",
        "Some keys take one word of a short list.",
        "status: reviewd", "status: reviewed",
    ),
    Code(
        "JB147", _ERROR, "not a day",
        "Days are written year-month-day, which is the same in all countries.",
        "reviewed: 14.9.2026", "reviewed: 2026-09-14",
    ),
    Code(
        "JB148", _ERROR, "not a span of time",
        "A span of time is a number and a unit.",
        "takes: 20", "takes: 20 min",
    ),
    Code(
        "JB149", _ERROR, "not an address",
        "An address is that of a page, or a path from the file; it holds no blanks and no unsafe scheme.",
        "links: javascript:alert(1)", "links: https://example.com/page",
    ),
    Code(
        "JB150", _ERROR, "said twice",
        "The same thing is said in two ways, and only one can be right.",
        "persona: a\npersonas: [b]", "personas: [a, b]",
    ),
    Code(
        "JB151", _ERROR, "an empty item",
        "An item of a list without a value is mostly a forgotten one.",
        "goals:\n  - Sell more\n  -", "goals:\n  - Sell more",
    ),
    Code(
        "JB152", _ERROR, "values that do not go together",
        "Each value is right by itself, but not with the others.",
    ),
    Code(
        "JB153", _ERROR, "an unknown lane",
        "A map has a closed list of lanes; besides those, every key of your own (`x-…`) is one.",
        "lanes: [does, mood, pain]", "lanes: [does, curve, pains]",
    ),
    Code(
        "JB154", _WARNING, "a lane of an own key that no step has",
        "Own keys can have any name, so a slip of the pen shows only here: no step has this key, and its lane "
        "would stay out of every map.",
        "lanes: [does, x-cots]", "lanes: [does, x-cost]",
    ),
)  # fmt: skip

_MARKDOWN: tuple[Code, ...] = (
    Code(
        "JB160", _ERROR, "a fence of keys that is not under its heading",
        "The keys of a stage or step stand in a fence right under its heading; elsewhere they would be nobody's.",
        "### Calls support\n\nShe rings.\n\n```yaml step\nscore: 2\n```",
        "### Calls support\n\n```yaml step\nscore: 2\n```\n\nShe rings.",
    ),
    Code(
        "JB161", _ERROR, "a fence of another kind than its heading",
        "`##` opens a stage and `###` a step, and the word behind ```yaml says the same.",
        "## Decide\n\n```yaml step\ngoal: Know the price\n```",
        "## Decide\n\n```yaml stage\ngoal: Know the price\n```",
    ),
    Code(
        "JB162", _ERROR, "a step before any stage",
        "Every step belongs to a stage, so a `##` heading comes before the first `###`.",
        "### Calls support", "## Find out\n\n### Calls support",
    ),
    Code(
        "JB163", _ERROR, "a # heading that is not the title",
        "A file has one title. In a journey `##` opens a stage and `###` a step; headings in texts have four #.",
        "# Decide", "## Decide",
    ),
    Code(
        "JB164", _ERROR, "a fence is never closed",
        "Everything behind it would be taken for its keys.",
        "```yaml step\nscore: 2", "```yaml step\nscore: 2\n```",
    ),
    Code(
        "JB165", _ERROR, "a rule makes a heading of the text above it",
        "In Markdown a line of --- right below a text makes a heading of that text.",
        "She waits for two days\nand hears nothing.\n---", "She waits for two days\nand hears nothing.\n\n---",
    ),
    Code(
        "JB166", _WARNING, "a fence that looks like keys",
        "Only fences opened with `yaml step` or `yaml stage` are read; others are shown to readers as examples.",
        "```yaml\nscore: 2\n```", "```yaml step\nscore: 2\n```",
    ),
    Code(
        "JB167", _ERROR, "attributes behind a heading",
        "Braces behind a stage's or step's title would be read as part of it. An id stands in the fence below.",
        "## Decide {#decide}", "## Decide\n\n```yaml stage\nid: decide\n```",
    ),
)  # fmt: skip

_TRANSLATIONS: tuple[Code, ...] = (
    Code(
        "JB170", _WARNING, "a translation of something that is not there",
        "A translation follows its original: what was taken out or renamed there has no reader here. "
        "Stages, steps and pains are matched by their ids.",
        "# claim.pl.yml\nstages:\n  - id: reprot\n    title: Zgłoszenie",
        "# claim.pl.yml\nstages:\n  - id: report\n    title: Zgłoszenie",
    ),
    Code(
        "JB171", _ERROR, "a translation says more than texts",
        "Scores, teams, days and references are the same in every language. They stand in the original alone, "
        "so that no two languages can tell different stories.",
        "# claim.pl.yml\ntitle: Zgłoszenie szkody\nowner: claims", "# claim.pl.yml\ntitle: Zgłoszenie szkody",
    ),
    Code(
        "JB172", _ERROR, "a translation does not say of what",
        "Stages, steps and pains of a translation name their original by its id; where the original has no `id:`, "
        "that is the last part of its address.",
        "# claim.pl.yml\nstages:\n  - title: Zgłoszenie",
        "# claim.pl.yml\nstages:\n  - id: report\n    title: Zgłoszenie",
    ),
    Code(
        "JB173", _WARNING, "a translated list is longer or shorter than its original",
        "Gains, work behind the scenes, ways on and links have no ids, so they are matched by their order. "
        "An empty text keeps the original.",
        "# two gains in claim.yml\ngains: [Szybka odpowiedź]",
        '# two gains in claim.yml\ngains: [Szybka odpowiedź, ""]',
    ),
    Code(
        "JB174", _ERROR, "something is translated twice",
        "Two files, or two parts of one, translate the same thing into the same language. Keep one of them.",
        "claim.pl.md and claim.pl.yml", "claim.pl.md",
    ),
)  # fmt: skip

CODES: tuple[Code, ...] = (*_FOUND, *_YAML, *_VALUES, *_MARKDOWN, *_TRANSLATIONS)
