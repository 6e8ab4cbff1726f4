"""`journeybook check`: what is wrong with the content."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from journeybook.model.diagnostics import Diagnostic, Severity, worst
from journeybook.model.text import Audience
from journeybook_cli.checking import Asked, checked, write_baseline
from journeybook_cli.exits import Exit
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
    as_json: bool,
    fail_on: str,
    show_source: bool | None,
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
    public texts to something internal are found too.

    An existing portal begins with a baseline: --write-baseline notes the findings of good practice that there
    are, and from then on only new ones are told. Commit the file; write it anew when findings have been mended.
    """
    if no_baseline and (write or baseline):
        raise click.UsageError("--no-baseline goes with neither --baseline nor --write-baseline")
    asked = Asked(root, as_of or today(), audience, baseline, not no_baseline, cache)
    if write:
        path, known = write_baseline(asked)
        click.echo(
            f"{path} knows {len(known.known):,} finding{'s' if len(known.known) != 1 else ''} now", err=True
        )
    result = checked(asked)
    found = result.found
    with_source = for_people() if show_source is None else show_source
    report = Report(found, result.files, root, with_source, result.exempt, result.known, result.baseline)
    for line in FORMS["json" if as_json else "text"](report):
        click.echo(line)
    ctx.exit(Exit.FINDINGS if _fails(found, fail_on) else Exit.CLEAN)


def _fails(found: Iterable[Diagnostic], fail_on: str) -> bool:
    severity = worst(found)
    order = list(Severity)
    return severity is not None and fail_on != NEVER and order.index(severity) >= order.index(Severity(fail_on))
