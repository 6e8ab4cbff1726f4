"""`journeybook check`: what is wrong with the content."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from journeybook.checks import Limits, practice_findings
from journeybook.model.diagnostics import Diagnostic, Severity, in_file_order, worst
from journeybook.model.text import Audience
from journeybook_cli.exits import Exit
from journeybook_cli.opening import open_portal
from journeybook_cli.options import as_of_option, audience_option, json_option, terminal_options, today
from journeybook_cli.outputs import FORMS
from journeybook_cli.outputs.report import Report
from journeybook_cli.portal_root import root_option
from journeybook_cli.terminal import for_people

NEVER = "never"


@click.command("check")
@root_option
@json_option
@click.option(
    "--fail-on",
    type=click.Choice([*map(str, Severity), NEVER]),
    default=str(Severity.ERROR),
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@click.option(
    "--show-source/--no-show-source",
    default=None,
    help="The source line under each finding; without the option, on a terminal.",
)
@click.option("--fix", is_flag=True, help="Mend what has one right answer, shown as a difference first.")
@click.option("--yes", is_flag=True, help="With --fix: write without asking.")
@click.option("--dry-run", is_flag=True, help="With --fix: show the difference, and change nothing.")
@audience_option
@as_of_option
@terminal_options
@click.pass_context
def command(
    ctx: click.Context,
    root: Path,
    as_json: bool,
    fail_on: str,
    show_source: bool | None,
    fix: bool,
    yes: bool,
    dry_run: bool,
    audience: Audience | None,
    as_of: date | None,
) -> None:
    """Check the content and say what to mend.

    Every finding of a run is printed at once, in file order, with its place and, where we know it, how to
    mend it; `journeybook explain CODE` tells more. MkDocs is not needed. With --audience public, links in
    public texts to something internal are found too.

    --fix mends what has one right answer: ids still to be written, quotes that YAML needs, words and days in
    another spelling. It shows the difference and asks before it writes; comments, order and quotes stay. Without
    a terminal it only shows, and the exit code is 1, unless --yes is given.
    """
    if fix:
        from journeybook_cli.mending import mend

        mend(ctx, root, Limits(as_of or today()), yes=yes, dry_run=dry_run)
    opened = open_portal(root, audience)
    found = in_file_order([*opened.diagnostics, *practice_findings(opened.whole, Limits(as_of or today()))])
    with_source = for_people() if show_source is None else show_source
    report = Report(found, opened.files, opened.root, with_source)
    for line in FORMS["json" if as_json else "text"](report):
        click.echo(line)
    ctx.exit(Exit.FINDINGS if _fails(found, fail_on) else Exit.CLEAN)


def _fails(found: Iterable[Diagnostic], fail_on: str) -> bool:
    severity = worst(found)
    order = list(Severity)
    return severity is not None and fail_on != NEVER and order.index(severity) >= order.index(Severity(fail_on))
