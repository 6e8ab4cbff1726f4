"""Texts inside addresses: percent-encoded so that nothing in them can break out of its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from string import ascii_letters, digits
from urllib.parse import quote, urlsplit, urlunsplit

_ADDRESS_SIGNS = "%:/?#[]@!$&'()*+,;=~"
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


_KEPT_SIGNS = frozenset(ascii_letters + digits + "_.-~")
"""What stays as it is. A text has few others, and `quote` looks up each byte."""


# Portals have thousands of spots, and the names, labels and repositories in their links are always the same.
@lru_cache(maxsize=512)
def encoded(text: str) -> str:
    """`text` with everything but ASCII letters, digits and `_.-~` encoded; half surrogate pairs become `?`."""
    signs = set(text) - _KEPT_SIGNS
    if "%" in signs:  # the sign that others become
        signs.remove("%")
        text = text.replace("%", "%25")
    for sign in signs:
        text = text.replace(sign, _code(sign))
    return text


@lru_cache(maxsize=2_048)
def _code(sign: str) -> str:
    return quote(sign.encode(errors="replace"), safe="")


def queried(values: Mapping[str, str]) -> str:
    """A query of the names and values, without empty ones."""
    return "&".join(f"{encoded(name)}={encoded(value)}" for name, value in values.items() if value)


def filled(template: str, values: Mapping[str, str]) -> str:
    """An address from `template`, each `{name}` replaced by the encoded value of that name, if there is one."""
    parts: list[str] = []
    end = 0
    for found in _PLACEHOLDER.finditer(template):
        if found[1] in values:
            parts += [_address(template[end : found.start()]), encoded(values[found[1]])]
            end = found.end()
    return "".join([*parts, _address(template[end:])])


@lru_cache(maxsize=8)
def base_of(repository: str) -> str:
    """A repository's address without a slash or `.git` at its end, and without query and fragment."""
    parts = urlsplit(_address(repository))
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/").removesuffix(".git"), "", ""))


def _address(text: str) -> str:
    """`text` as a part of an address: signs that no address may hold are encoded."""
    return quote(text, safe=_ADDRESS_SIGNS, errors="replace")
