"""Changes for people at a terminal: a sentence a line, texts by word."""

from __future__ import annotations

from collections.abc import Iterator

import click

from journeybook.exchange.changes import Told
from journeybook.history.runs import Mark, Run, Runs, around_changes
from journeybook.model.inline import to_plain
from journeybook_cli.terminal import visible


def lines(told: Told) -> Iterator[str]:
    """The chapters, then what is to be stopped at, then all of it counted."""
    for chapter in told.chapters:
        yield click.style(visible(chapter.title), bold=True)
        for sentence in chapter.sentences:
            yield f"  {_marked(sentence.runs())}"
            yield from (f"      {_marked(around_changes(one.text))}" for one in sentence.clauses if one.text)
        yield from (f"  {_marked(one)}" for one in chapter.translations)
        yield ""
    for note in told.notes:
        yield click.style("note: ", fg="cyan") + visible(note)
    for one in told.objections:
        named = f"{one.rule}: {one.thing.key} ({visible(to_plain(one.thing.title))}): {one.reason}"
        yield click.style("stopped by ", fg="red") + named
    yield visible(f"{told.summary} ({told.base} → {told.head})")


def _marked(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = visible(" ¶ ".join(run.text.split("\n\n")))
    match run.mark:
        case Mark.NAME:
            return click.style(f"*{text}*", fg="cyan")
        case Mark.GONE:
            return click.style(f"[-{text}-]", fg="red")
        case Mark.NEW:
            return click.style(f"{{+{text}+}}", fg="green")
        case _:
            return text
