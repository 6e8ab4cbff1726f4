"""Texts that stand in templates for those of pages, and refuse what two pages may answer otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import wraps
from typing import Any, NoReturn

from jinja2 import Environment

_START, _END = "\ue0f0", "\ue0f1"
_AWKWARD = "<&>"
"""In every mark: filters that escape, strip or shorten a text would show that they did."""
_MARK = re.compile(f"{_START}([A-Za-z]+){_AWKWARD}{_END}")
_ASKED_OF_BODIES = "<h1"
"""What Material asks whether it is in a body; ours all have it."""
_ASK_NO_TEXT = frozenset({"d", "default", "url"})
"""Filters that may get a mark: they look only whether it is there; in the place of `url` stands one that knows."""


class SpliceError(Exception):
    """A template makes something of a page that cannot be told without that page."""


def _refuse(*_: object) -> NoReturn:
    raise SpliceError


class Mark(str):
    """Stands for a text that is not empty; it can be shown, and nothing else."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return True

    def __getattribute__(self, name: str) -> Any:
        """Refuse what templates may ask of a text: `title.upper()`, `url.startswith(…)`."""
        return super().__getattribute__(name) if name.startswith("__") else _refuse()

    __contains__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __getitem__ = __mod__ = __mul__ = __rmul__ = _refuse
    __iter__ = __len__ = _refuse  # pyright: ignore[reportAssignmentType]
    __hash__ = str.__hash__  # pyright: ignore[reportAssignmentType]


class BodyMark(Mark):
    """Stands for a body, which has a heading of the first level."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        """Whether bodies have `part`."""
        return part == _ASKED_OF_BODIES or _refuse()


def text_of(name: str) -> str:
    """The text of the mark `name`."""
    return f"{_START}{name}{_AWKWARD}{_END}"


def cut(html: str) -> list[str]:
    """`html` cut at its marks: a text, the name of a mark, a text, and so on.

    Raises SpliceError where a mark does not stand in it as it was.
    """
    parts = _MARK.split(html)
    if any(_START in one or _END in one for one in parts[::2]):
        raise SpliceError
    return parts


def body_fits(body: str) -> bool:
    """Whether `body` is what `BodyMark` says of it."""
    return _ASKED_OF_BODIES in body


@contextmanager
def watched_filters(environment: Environment, **instead: Callable[..., Any]) -> Generator[None]:
    """Have filters refuse marks, and some replaced by others, while something is rendered."""
    filters: dict[str, Any] = environment.filters
    before = dict(filters)
    try:
        for name, function in before.items():
            if name not in _ASK_NO_TEXT:
                filters[name] = _watched(function)
        filters.update(instead)
        yield
    finally:
        filters.clear()
        filters.update(before)


def _watched(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def watched(*given: Any, **named: Any) -> Any:
        if any(isinstance(one, Mark) for one in given) or any(isinstance(one, Mark) for one in named.values()):
            raise SpliceError
        return function(*given, **named)

    return watched
