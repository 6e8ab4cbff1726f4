"""Packages whose names are looked up when somebody asks for one: who uses a single module reads no other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module


def names_on_demand(package: str, homes: Mapping[str, Iterable[str]]) -> Callable[[str], object]:
    """The `__getattr__` of `package`; `homes` are its modules with the names that are taken from each.

    No name may be that of a module: that one would be found instead, once it has been read.
    """
    home_of = {name: home for home, names in homes.items() for name in names}

    def look_up(name: str) -> object:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{home_of[name]}"), name)

    return look_up
