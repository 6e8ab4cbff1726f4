"""`journeybook diff`: what changed in the journeys between two states."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from journeybook.exchange.changes import Told, comment_of, document_of, told
from journeybook.history import changes_between
from journeybook.history.thoughtless import RULES
from journeybook.model.inline import to_plain
from journeybook.model.text import Audience
from journeybook.portal import Portal
from journeybook.words import Words
from journeybook_cli.comparing import as_text
from journeybook_cli.comparing.states import State, asked_for, read_states
from journeybook_cli.exits import Exit, Refusal
from journeybook_cli.options import audience_option, json_option, terminal_options
from journeybook_cli.portal_root import root_option

FORMS = ("text", "markdown", "json", "page")


@click.command("diff")
@click.argument("base")
@click.argument("head", required=False)
@root_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="markdown is a comment for a pull request, page an HTML file with both curves and the map.",
)
@json_option
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write into this file instead of to standard output.",
)
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(list(RULES)),
    help="A change that makes the exit code 1; give it several times for several.",
)
@click.option("--language", metavar="TAG", default="en", show_default=True, help="The language of the sentences.")
@audience_option
@terminal_options
@click.pass_context
def command(
    ctx: click.Context,
    base: str,
    head: str | None,
    root: Path,
    form: str,
    as_json: bool,
    output: Path | None,
    fail_on: tuple[str, ...],
    language: str,
    audience: Audience | None,
) -> None:
    """Say what changed in the journeys from BASE to HEAD.

    BASE and HEAD are Git revisions (main, v2, HEAD~1), or folders with a portal; without HEAD, it is the files
    as they are now. BASE...HEAD says what HEAD changed since it left BASE, which is what a pull request brings.
    Things are compared by what they are, not by line: a step that moved has moved, a renamed one is renamed, and
    a file that was only laid out anew says nothing.
    """
    if form == "page" and output is None:
        raise Refusal("a page needs a file to stand in; add --output, such as --output site/changes.html")
    states = read_states(root, asked_for(root, base, head), audience)
    found = _told(states, Words(language), fail_on)
    _write(_text(found, states, "json" if as_json else form), output)
    if found.objections:
        if form != "text" or output:
            for one in found.objections:
                click.echo(f"stopped by {one.rule}: {one.thing.key}: {one.reason}", err=True)
        ctx.exit(Exit.FINDINGS)


def _told(states: tuple[State, State], words: Words, rules: tuple[str, ...]) -> Told:
    base, head = states
    changes = changes_between(base.portal, head.portal)
    return told(changes, (base.name, head.name), words, rules, tuple(_notes(states)))


def _notes(states: tuple[State, State]) -> Iterator[str]:
    for state in states:
        if state.mistakes:
            errors = "an error" if state.mistakes == 1 else f"{state.mistakes} errors"
            yield (
                f"{state.name}: the files hold {errors}, and what they are about may be missing here; "
                "`journeybook check` tells more."
            )


def _text(found: Told, states: tuple[State, State], form: str) -> str:
    match form:
        case "json":
            return json.dumps(document_of(found), indent=2, ensure_ascii=False) + "\n"
        case "markdown":
            return comment_of(found)
        case "page":
            return _page(found, (states[0].portal, states[1].portal))
        case _:
            return "\n".join(as_text.lines(found)) + "\n"


def _page(found: Told, portals: tuple[Portal, Portal]) -> str:
    from journeybook.pages.changed import changed_page
    from journeybook.rendering.change_page import change_page

    warnings = tuple((to_plain(one.thing.title), one.reason) for one in found.objections)
    said = (found.chapters, found.summary, found.notes, warnings)
    return change_page(
        changed_page(found.changes, portals, (found.base, found.head), found.words, said), found.words
    )


def _write(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(click.unstyle(text), encoding="utf-8", newline="\n")
