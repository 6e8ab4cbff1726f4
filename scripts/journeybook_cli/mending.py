"""`journeybook check --fix`: what has one right answer, shown, asked about and written."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from journeybook.checks import advice
from journeybook.editing.fixing import FIXERS, mended
from journeybook.editing.writing import write
from journeybook.model.codes import CODES
from journeybook.model.diagnostics import Diagnostic
from journeybook.portal import Portal
from journeybook_cli.changing import difference, opened_files, or_refused
from journeybook_cli.exits import Exit
from journeybook_cli.opening import options_of_portal
from journeybook_cli.terminal import busy


def mend(ctx: click.Context, root: Path, day: date, *, yes: bool, dry_run: bool) -> None:
    """Mend what is found in the portal in `root` on `day`; if it is only shown how, the process ends."""
    options, _ = options_of_portal(root)

    def findings(portal: Portal) -> Iterable[Diagnostic]:
        return [*portal.diagnostics, *advice(portal, options, day).found]

    files = opened_files(root)
    with busy("Looking for what can be mended"):
        result = mended(files, findings, FIXERS)
    if not result.findings:
        click.echo("nothing to mend that has one right answer", err=True)
        return
    for line in difference(files, result.after, {}):
        click.echo(line, err=True)
    for code, number in sorted(Counter(one.code for one in result.findings).items()):
        click.echo(f"{code}, {CODES[code].title}: {number} to mend", err=True)
    if dry_run or not (yes or _wants()):
        click.echo("nothing is changed yet; `journeybook check --fix --yes` does it", err=True)
        ctx.exit(Exit.FINDINGS)
    for path in or_refused(lambda: write(root, files, result.after)):
        click.echo(f"changed {path}", err=True)


def _wants() -> bool:
    """Whether somebody at a terminal says yes."""
    return sys.stdin.isatty() and sys.stderr.isatty() and click.confirm("Write these changes?", err=True)
