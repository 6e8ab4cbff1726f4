"""Changes as a comment on a pull request: what matters in sight, the rest folded, never too long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.exchange.changes.harmless import at_start, harmless
from journeybook.exchange.changes.told import Told
from journeybook.history.chapters import Chapter
from journeybook.history.runs import Mark, Run, Runs, around_changes
from journeybook.history.sentences import Sentence
from journeybook.model.inline import to_plain
from journeybook.words import Words

MARKER = "<!-- journeybook:diff -->"
"""The comment's first line, by which whoever keeps it up to date finds it again."""

LIMIT = 65_536
"""Characters of the longest comment that GitHub takes; GitLab takes more."""

_ROOM = 60_000
"""Characters that are filled, as programs count them that take some signs for two."""
_IN_SIGHT = 12
"""Sentences of a chapter in sight; more are folded."""
_LONGEST_NAME = 240
"""Characters of a name, or of a title."""


def comment_of(told: Told) -> str:
    """The comment, in Markdown, for GitHub and GitLab. Texts in it call nobody and close nothing."""
    gettext = told.words.gettext
    lines = [MARKER, f"### {harmless(gettext('What changes in the journeys'))}", "", _head(told), ""]
    lines += [f"> {harmless(_cut(one))}" for one in told.notes]
    lines += [""] if told.notes else []
    if told.objections:
        lines += [f"**{harmless(gettext('Think again about'))}**", "", *_objections(told), ""]
    writer = _Writer(lines, _ROOM)
    folded: list[tuple[Chapter, list[str]]] = []
    for chapter in told.chapters:
        seen, hidden = _of_chapter(chapter)
        writer.section(_heading(chapter), seen)
        if hidden:
            folded.append((chapter, hidden))
    if folded:
        count = sum(len(_items(hidden)) for _, hidden in folded)
        title = told.words.ngettext(
            "%(count)s change of wording or detail", "%(count)s changes of wording or detail", count
        )
        writer.open_fold(title)
        for chapter, hidden in folded:
            writer.section(_heading(chapter), hidden)
        writer.close_fold()
    return writer.text(told.words)


def _head(told: Told) -> str:
    compared = told.words.gettext("from %(base)s to %(head)s", base=_cut(told.base), head=_cut(told.head))
    return f"**{harmless(told.summary)}** ({harmless(compared)})"


def _objections(told: Told) -> Iterator[str]:
    for one in told.objections[:_IN_SIGHT]:
        title = harmless(_cut(to_plain(one.thing.title)))
        yield f"- `{one.rule}` – {title}: {harmless(one.reason)}"
    if (more := len(told.objections) - _IN_SIGHT) > 0:
        yield f"- {_more(told.words, more)}"


def _more(words: Words, count: int) -> str:
    return words.ngettext("… and %(count)s more", "… and %(count)s more", count)


def _heading(chapter: Chapter) -> str:
    return f"**{harmless(_cut(chapter.title))}**"


def _of_chapter(chapter: Chapter) -> tuple[list[str], list[str]]:
    """The lines in sight, and those that are folded."""
    seen: list[str] = []
    hidden: list[str] = []
    for sentence in chapter.sentences:
        decisive = sentence.runs(only_decisive=True)
        if decisive and len(seen) < _IN_SIGHT:
            seen.append(f"- {_marked(decisive)}")
            hidden += _rest(sentence)
        else:
            hidden.append(f"- {_marked(sentence.runs())}")
            hidden += _texts(sentence)
    seen += [f"- {_marked(one)}" for one in chapter.translations]
    return seen, hidden


def _rest(sentence: Sentence) -> Iterator[str]:
    """What of a sentence does not stand in sight."""
    rest = Sentence(sentence.thing, sentence.lead, tuple(one for one in sentence.clauses if not one.decisive))
    if rest.clauses:
        yield f"- {_marked(rest.runs())}"
    yield from _texts(sentence)


def _texts(sentence: Sentence) -> Iterator[str]:
    """Both wordings of long texts."""
    yield from (f"  > {_marked(around_changes(one.text))}" for one in sentence.clauses if one.text)


def _items(lines: Sequence[str]) -> list[str]:
    return [one for one in lines if one.startswith("- ")]


def _marked(runs: Runs) -> str:
    return at_start("".join(map(_run, runs)))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]} …"


def _run(run: Run) -> str:
    text = harmless(_cut(run.text) if run.mark is Mark.NAME else run.text)
    match run.mark:
        case Mark.NAME:
            # A sign at the edge of a name would keep Markdown's own marks from being seen as such.
            is_simple = run.text[:1].isalnum() and run.text[-1:].isalnum()
            return f"*{text}*" if is_simple else f"<em>{text}</em>"
        case Mark.GONE:
            return f"<del>{text}</del>"
        case Mark.NEW:
            return f"<ins>{text}</ins>"
        case _:
            return text


@dataclass
class _Writer:
    """Adds lines while there is room, and counts what it leaves out."""

    lines: list[str]
    room: int
    left_out: int = 0
    folds: int = 0

    def __post_init__(self) -> None:
        self.room -= sum(map(_length, self.lines))

    def section(self, heading: str, items: Sequence[str]) -> None:
        """Add a heading with its items, as far as there is room."""
        if not items:
            return
        needed = _length(heading) + _length(items[0]) + 2
        if needed > self.room:
            self.left_out += len(_items(items))
            return
        self._add(heading, "")
        fits = True
        for item in items:
            fits = fits and _length(item) <= self.room
            if fits:
                self._add(item)
            else:
                self.left_out += item.startswith("- ")
        self._add("")

    def open_fold(self, title: str) -> None:
        """Begin what is folded."""
        self._add("<details>", f"<summary>{harmless(title)}</summary>", "")

    def close_fold(self) -> None:
        """End it."""
        self._add("</details>", "")

    def text(self, words: Words) -> str:
        """All lines, and how much was left out."""
        more = [harmless(_more(words, self.left_out)), ""] if self.left_out else []
        return "\n".join([*self.lines, *more]).rstrip() + "\n"

    def _add(self, *lines: str) -> None:
        self.lines.extend(lines)
        self.room -= sum(map(_length, lines))


def _length(line: str) -> int:
    """The length of a line with its end, as UTF-16 counts."""
    return len(line.encode("utf-16-le", "surrogatepass")) // 2 + 1
