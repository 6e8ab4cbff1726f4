"""What the docstrings under fields say, read from the source of a class."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from inspect import cleandoc
from pathlib import Path

_CLASS = re.compile(r"class (\w+)\b")
_FIELD = re.compile(r" {4}(\w+) *:")
_REST = re.compile(r" {4}[\])}]| {5}| *$")
"""What goes on with a field: lines further in, what closes its brackets, blank lines."""
_QUOTES, _INDENT = '"""', "    "


def field_docstrings(cls: type[object]) -> Mapping[str, str]:
    """The docstrings of the fields in the body of `cls`, by name; none where there is no source.

    Pydantic can find them too, but looks for the source of each class among everything that is imported,
    which takes a tenth of a second of every start.
    """
    module = sys.modules.get(cls.__module__)
    file = getattr(module, "__file__", None)
    return _in_file(file).get(cls.__qualname__, {}) if file else {}


@cache
def _in_file(file: str) -> Mapping[str, Mapping[str, str]]:
    """The docstrings of fields, by class of the module in `file`."""
    try:
        text = Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    found: dict[str, dict[str, str]] = {}
    lines = iter(text.splitlines())
    docstrings: dict[str, str] = {}
    field: str | None = None
    for line in lines:
        if opened := _CLASS.match(line):
            docstrings, field = found.setdefault(opened[1], {}), None
        elif line.startswith(_INDENT + _QUOTES):
            said = _docstring(line, lines)
            if field:
                docstrings[field] = said
            field = None
        elif named := _FIELD.match(line):
            field = named[1]
        elif not _REST.match(line):
            field = None
    return found


def _docstring(first: str, lines: Iterator[str]) -> str:
    """What stands between the quotes that `first` opens, and some of the next `lines` close."""
    text = first.removeprefix(_INDENT + _QUOTES)
    while _QUOTES not in text:
        text += "\n" + next(lines)
    return cleandoc(text.partition(_QUOTES)[0])
