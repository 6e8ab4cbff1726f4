"""What happens around every command: interruptions are quiet, and a failure of ours says so and no more."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from typing import Any

import click

from journeybook_cli.exits import Exit

DEBUG = "journeybook_cli.debug"
"""Set in the context's `meta` by `--debug`."""


def run(ctx: click.Context, action: Callable[[], Any]) -> Any:
    """What `action` returns; if it cannot end well, the process ends with the right exit code."""
    try:
        return action()
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except KeyboardInterrupt:
        ctx.exit(Exit.INTERRUPTED)
    except BrokenPipeError:
        _close_output()
        ctx.exit(Exit.NOBODY_READS)
    except Exception as error:  # the last place to say something kind
        if ctx.meta.get(DEBUG):
            traceback.print_exc()
        click.echo(_apology(error), err=True)
        ctx.exit(Exit.FAILURE)


def _apology(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename is not None:
        return f"Journeybook cannot go on: {error.filename}: {error.strerror}"
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"Journeybook failed: {what}\n"
        "This is a mistake in Journeybook, not in your content. Please run the same command with --debug\n"
        f"and report what it prints{_report_to()}."
    )


def _report_to() -> str:
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        addresses = metadata("journeybook").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    named = dict(address.split(", ", 1) for address in addresses)
    found = named.get("Issues") or named.get("Repository")
    return f" at {found}" if found else " to those who gave you Journeybook"


def _close_output() -> None:
    """Let nothing more go to standard output: Python would complain about the closed pipe when it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = None  # type: ignore[assignment]  # there is no file behind it
