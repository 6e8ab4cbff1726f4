"""Which portal a command works on."""

from __future__ import annotations

from pathlib import Path

import click

from journeybook.model.portal_files import OPTIONS_FILE

HOST_FILE = "mkdocs.yml"


def found_root(start: Path) -> Path:
    """The nearest folder from `start` upwards with our options, else with MkDocs' ones, else `start`."""
    folders = [start, *start.parents]
    for name in (OPTIONS_FILE, HOST_FILE):
        for folder in folders:
            if (folder / name).is_file():
                return folder
    return start


def top_of_repository(root: Path) -> Path:
    """The top of the Git repository that the folder `root` is in; `root` itself if it is in none."""
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)


def folder_in_repository(root: Path) -> str:
    """The folder `root` from the top of its repository, with a slash at its end; empty if it is the top."""
    inside = root.relative_to(top_of_repository(root)).as_posix()
    return "" if inside == "." else f"{inside}/"


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
