"""`journeybook check`: what is wrong with the content."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from journeybook.model.diagnostics import Severity
from journeybook.model.text import Audience
from journeybook_cli.checking import Wanted, changed, checked, write_baseline
from journeybook_cli.exits import Exit
from journeybook_cli.options import as_of_option, audience_option, json_option, terminal_options, today
from journeybook_cli.outputs.asked import Asked, chosen, format_option, hand_out
from journeybook_cli.outputs.report import Report
from journeybook_cli.portal_root import root_option
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
@click.option(
    "--baseline",
    "baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The file of known findings, which are not told. Default: .journeybook-baseline.json, if there is one.",
)
@click.option("--no-baseline", is_flag=True, help="Tell known findings too.")
@click.option(
    "--write-baseline", "write", is_flag=True, help="Write all findings of good practice into the baseline."
)
@click.option(
    "--cache/--no-cache", default=True, help="Tell again what was found if no file has changed since; on."
)
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
    baseline: Path | None,
    no_baseline: bool,
    write: bool,
    cache: bool,
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

    An existing portal begins with a baseline: --write-baseline notes the findings of good practice that there
    are, and from then on only new ones are told. Commit the file; write it anew when findings have been mended.
    """
    if no_baseline and (write or baseline):
        raise click.UsageError("--no-baseline goes with neither --baseline nor --write-baseline")
    wanted = Wanted(root, as_of or today(), audience, baseline, not no_baseline, cache)
    if fix:
        from journeybook_cli.mending import mend

        mend(ctx, root, wanted.today, yes=yes, dry_run=dry_run)
    if write:
        path, known = write_baseline(wanted)
        click.echo(
            f"{path} knows {len(known.known):,} finding{'s' if len(known.known) != 1 else ''} now", err=True
        )
    asked = chosen(forms, as_json=as_json)
    now = checked(wanted) if changed_since is None else changed(wanted, changed_since)
    with_source = for_people() if show_source is None else show_source
    least = None if fail_on == NEVER else Severity(fail_on)
    report = Report(now.found, now.files, root, with_source, least, now.exempt, now.known, now.baseline)
    hand_out(report, asked)
    ctx.exit(Exit.FINDINGS if any(map(report.fails, now.found)) else Exit.CLEAN)
