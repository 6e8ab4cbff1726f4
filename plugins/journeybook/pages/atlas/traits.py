"""What journeys of the atlas can be filtered by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from journeybook.pages.ordering import title_order
from journeybook.words import Words


class Trait(Struct, frozen=True):
    """Something that is true of a journey."""

    value: str
    """What addresses and attributes call it; holds no blank."""
    label: str
    """What readers call it, in plain words."""


class Traits(Struct, frozen=True, kw_only=True):
    """What is true of a journey. A field's name is that of its filter, in addresses and attributes."""

    persona: tuple[Trait, ...] = ()
    scope: tuple[Trait, ...] = ()
    state: tuple[Trait, ...] = ()
    status: tuple[Trait, ...] = ()
    owner: tuple[Trait, ...] = ()
    channel: tuple[Trait, ...] = ()
    tag: tuple[Trait, ...] = ()
    portal: tuple[Trait, ...] = ()

    def __iter__(self) -> Iterator[tuple[str, tuple[Trait, ...]]]:
        """The name of each filter that has something to hold on to, with what is true."""
        for name in NAMES:
            if found := getattr(self, name):
                yield name, found


NAMES = Traits.__struct_fields__
"""The filters, in the order in which they are offered."""


class Filter(Struct, frozen=True):
    """A choice of one value."""

    name: str
    label: str
    options: tuple[Trait, ...]
    """Those that occur, by label; those of a closed list in the list's order."""


def filters(found: Sequence[Traits], words: Words) -> tuple[Filter, ...]:
    """The filters that leave out some of the journeys that have these traits, with the values that occur."""
    return tuple(
        Filter(name, label, options)
        for name, label in _labels(words)
        if _tells_apart([getattr(one, name) for one in found])
        and (options := _options(trait for one in found for trait in getattr(one, name)))
    )


def trait_of_text(text: str) -> Trait:
    """The trait that has no id, such as a tag."""
    return Trait(re.sub(r"\s+", "_", text), text)


def _tells_apart(traits: Sequence[tuple[Trait, ...]]) -> bool:
    return len({frozenset(one.value for one in each) for each in traits}) > 1


_CLOSED = {
    value: place
    for place, value in enumerate(
        ("buying", "experience", "employee", "current", "future", "draft", "in-review", "reviewed", "retired")
    )
}
"""Values of closed lists, which are offered in this order."""


def _options(traits: Iterable[Trait]) -> tuple[Trait, ...]:
    by_value = {one.value: one for one in traits}
    if by_value.keys() <= _CLOSED.keys():
        return tuple(sorted(by_value.values(), key=lambda one: _CLOSED[one.value]))
    return tuple(sorted(by_value.values(), key=lambda one: (title_order(one.label), one.value)))


def _labels(words: Words) -> tuple[tuple[str, str], ...]:
    return (
        ("persona", words.gettext("Persona")),
        ("scope", words.gettext("Scope")),
        ("state", words.gettext("State")),
        ("status", words.gettext("Status")),
        ("owner", words.gettext("Kept by")),
        ("channel", words.gettext("Channel")),
        ("tag", words.gettext("Tag")),
        ("portal", words.gettext("Portal")),
    )
