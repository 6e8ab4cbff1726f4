"""The texts of a new portal and of new entries, as files.

`always/` stands in every new portal, `example/` or `empty/` holds its content, `github/` and `gitlab/` what these
hosts ask for, `new/` what `journeybook new` writes. `$name` is filled in, `$$` is a dollar sign; what hosts
ask for is copied as it is.
"""

from __future__ import annotations

from importlib.resources import files
from string import Template


def starter_text(path: str, **values: str) -> str:
    """The file `path` of this package with `values` filled in."""
    return Template(files(__name__).joinpath(path).read_text(encoding="utf-8")).substitute(values)


def starter_copy(path: str) -> str:
    """The file `path` of this package as it is."""
    return files(__name__).joinpath(path).read_text(encoding="utf-8")


def starter_files(folder: str) -> list[str]:
    """The files below `folder`, relative to it, with forward slashes, in order."""
    return sorted(_below(folder, ""))


def _below(folder: str, inside: str) -> list[str]:
    found: list[str] = []
    for entry in files(__name__).joinpath(folder, *filter(None, inside.split("/"))).iterdir():
        path = f"{inside}/{entry.name}".lstrip("/")
        found += _below(folder, path) if entry.is_dir() else [path]
    return found
