"""`journeybook check`: what is wrong with the content."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from journeybook.checks import Limits, practice_findings
from journeybook.model.diagnostics import Severity, in_file_order
from journeybook.model.text import Audience
from journeybook_cli.exits import Exit
from journeybook_cli.opening import open_portal
from journeybook_cli.options import as_of_option, audience_option, json_option, terminal_options, today
from journeybook_cli.outputs.asked import Asked, chosen, format_option, hand_out
from journeybook_cli.outputs.report import Report
from journeybook_cli.portal_root import root_option
from journeybook_cli.since import Checked, of_the_change
from journeybook_cli.terminal import for_people

NEVER = "never"


@click.command("check")
@root_option
@format_option
@json_option
@click.option(
    "--changed-since",
    metavar="REV",
    help="Only findings about what has changed since the branch left REV, such as origin/main, "
    "or that this change has caused elsewhere.",
)
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
    forms: tuple[Asked, ...],
    as_json: bool,
    changed_since: str | None,
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
    public texts to something internal are found too. --format writes them for other programs, several
    times if need be: `--format github --format sarif=check.sarif`.

    --fix mends what has one right answer: ids still to be written, quotes that YAML needs, words and days in
    another spelling. It shows the difference and asks before it writes; comments, order and quotes stay. Without
    a terminal it only shows, and the exit code is 1, unless --yes is given.
    """
    limits = Limits(as_of or today())
    if fix:
        from journeybook_cli.mending import mend

        mend(ctx, root, limits, yes=yes, dry_run=dry_run)

    def checked(folder: Path) -> Checked:
        return _checked(folder, audience, limits)

    asked = chosen(forms, as_json=as_json)
    now = checked(root)
    found = now.found if changed_since is None else of_the_change(now, changed_since, checked)
    with_source = for_people() if show_source is None else show_source
    least = None if fail_on == NEVER else Severity(fail_on)
    report = Report(found, now.opened.files, now.opened.root, with_source, least)
    hand_out(report, asked)
    ctx.exit(Exit.FINDINGS if any(map(report.fails, found)) else Exit.CLEAN)


def _checked(root: Path, audience: Audience | None, limits: Limits) -> Checked:
    opened = open_portal(root, audience)
    return Checked(opened, in_file_order([*opened.diagnostics, *practice_findings(opened.whole, limits)]))
