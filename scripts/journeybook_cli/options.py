"""Options that many commands have."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import click

from journeybook_cli.exits import Refusal
from journeybook_cli.running import DEBUG

_F = TypeVar("_F", bound=Callable[..., Any])

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
"""Whether a program reads the output."""


def _as_day(_ctx: click.Context, _parameter: click.Parameter, asked: datetime | None) -> date | None:
    return asked.date() if asked else None


as_of_option = click.option(
    "--as-of",
    metavar="DATE",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_as_day,
    help="The day on which pages are judged fresh or stale, such as 2026-11-22. "
    "Default: SOURCE_DATE_EPOCH, else today.",
)
"""The reference day; None where nobody asked for one."""


def today() -> date:
    """The reference day where nobody asked for one: that of SOURCE_DATE_EPOCH, else of the clock."""
    from journeybook.model.reference_day import reference_day

    try:
        return reference_day(os.environ, datetime.now().astimezone().date())
    except ValueError as error:
        raise Refusal(str(error)) from error


AUDIENCES = ("internal", "public")
"""The model's own list, which would take its time to import."""

audience_option = click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    help="For whom; public leaves out everything internal. Default: what journeybook.yml says, else internal.",
)
"""For whom the portal is built or read, if not for the audience that it names itself."""


def terminal_options(command: _F) -> _F:
    """Add `--color/--no-color` and `--debug`, which may stand before or after a command's name."""
    colour = click.option(
        "--color/--no-color",
        default=None,
        expose_value=False,
        is_eager=True,
        callback=_set_colour,
        help="Colours and tables; without the option, if the output is a terminal.",
    )
    debug = click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_set_debug,
        help="Say more when Journeybook itself fails.",
    )
    return colour(debug(command))


def _set_colour(ctx: click.Context, _parameter: click.Parameter, wanted: bool | None) -> None:
    if wanted is not None:
        ctx.color = wanted
    elif ctx.parent is None and (os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"):
        ctx.color = False
    elif ctx.parent is None and os.environ.get("FORCE_COLOR"):
        ctx.color = True


def _set_debug(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.meta[DEBUG] = True
