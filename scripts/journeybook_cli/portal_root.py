"""Which portal a command works on."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook.reading import OPTIONS_FILE

HOST_FILE = "mkdocs.yml"


def found_root(start: Path) -> Path:
    """The nearest folder from `start` upwards with our options, else with MkDocs' ones, else `start`."""
    folders = [start, *start.parents]
    for name in (OPTIONS_FILE, HOST_FILE):
        for folder in folders:
            if (folder / name).is_file():
                return folder
    return start


def _root(_ctx: click.Context, _parameter: click.Parameter, given: Path | None) -> Path:
    return (given or found_root(Path.cwd())).resolve()


root_option = click.option(
    "--root",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=_root,
    help=f"The portal's folder. Default: the nearest one upwards that holds {OPTIONS_FILE} or {HOST_FILE}.",
)
"""Gives the portal's folder as an absolute path."""
