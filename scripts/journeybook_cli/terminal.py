"""What a terminal can show, and plain text where there is none."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def for_people() -> bool:
    """Whether the output may hold tables and marks: it is a terminal, or `--color` asks for them."""
    return bool(click.get_current_context().color) or _is_terminal()


def _is_terminal() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def console(*, stderr: bool = False) -> Console:
    """Draws tables and progress; takes every text literally."""
    from rich.console import Console

    colour = click.get_current_context().color
    return Console(
        stderr=stderr,
        force_terminal=colour or None,
        no_color=colour is False,
        highlight=False,
        markup=False,
        emoji=False,
    )


@contextmanager
def busy(what: str) -> Generator[None]:
    """Show that `what` is going on, where somebody watches; nothing stays of it."""
    if not (sys.stderr.isatty() and sys.stdout.isatty() and for_people()):
        yield
        return
    with console(stderr=True).status(what):
        yield


def visible(text: str) -> str:
    """`text` with every character that would steer a terminal written as an escape."""
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
