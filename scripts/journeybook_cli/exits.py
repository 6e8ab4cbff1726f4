"""How a command ends."""

from __future__ import annotations

from enum import IntEnum

import click


class Exit(IntEnum):
    """What the command's exit code says."""

    CLEAN = 0
    """Done; nothing at or above `--fail-on` was found."""
    FINDINGS = 1
    """The content needs mending."""
    USAGE = 2
    """The command was called in a way that cannot work."""
    FAILURE = 3
    """Something went wrong that should not have."""
    INTERRUPTED = 130
    """Ctrl-C, as shells count it."""
    NOBODY_READS = 141
    """Whoever read the output went away, as shells count it."""


class Refusal(click.ClickException):
    """What was asked cannot be done; the message says why and what to do instead."""

    exit_code = Exit.USAGE
