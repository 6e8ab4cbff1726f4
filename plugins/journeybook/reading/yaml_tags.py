"""What YAML 1.1 takes an unquoted value for, and what number it would make of it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, cast

import yaml

_PREFIX = "tag:yaml.org,2002:"

CORE_TAGS = {
    "!": "str",
    **{f"{_PREFIX}{name}": name for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")},
}
"""Tags an author may write, with the name we give them."""

_RESOLVERS = cast(
    "dict[str, list[tuple[str, re.Pattern[str]]]]", cast(Any, yaml.SafeLoader).yaml_implicit_resolvers
)


@lru_cache(maxsize=4096)
def resolved_tag(text: str) -> str:
    """The name of the tag that YAML gives the unquoted `text`."""
    for tag, pattern in _RESOLVERS.get(text[:1], ()):
        if pattern.match(text):
            return CORE_TAGS.get(tag, "str")
    return "str"


def number_of(text: str, tag: str) -> float | int | None:
    """The number YAML reads in `text`, or None if it is too long to be one that anybody meant."""
    digits = text.replace("_", "").lower()
    if len(digits) > 100 or tag not in {"int", "float"}:
        return None
    sign = -1 if digits.startswith("-") else 1
    digits = digits.lstrip("+-")
    try:
        return sign * (_whole(digits) if tag == "int" else _broken(digits))
    except ValueError:
        return None


def _whole(digits: str) -> int:
    if ":" in digits:
        return int(_sixty(digits))
    if digits.startswith(("0b", "0x")):
        return int(digits, 0)
    return int(digits, 8) if digits.startswith("0") else int(digits)


def _broken(digits: str) -> float:
    if ":" in digits:
        return _sixty(digits)
    return float(digits.replace(".inf", "inf").replace(".nan", "nan"))


def _sixty(digits: str) -> float:
    """A number to base sixty, as YAML 1.1 has it: 1:30 is 90."""
    total = 0.0
    for part in digits.split(":"):
        total = total * 60 + float(part)
    return total


def is_canonical(text: str, tag: str) -> bool:
    """Whether `text` is a number written the one way in which text and number are the same."""
    number = number_of(text, tag)
    return number is not None and str(number) == text
