"""Digests of views: the same in any process, others for all that is shown otherwise."""

from __future__ import annotations

import os
import pkgutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from importlib import import_module
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

import journeybook.pages
from journeybook.model import Entity, Journey
from journeybook.model.portal_options import PortalOptions
from journeybook.pages import Context, PageView, plan, view_of
from journeybook.pages.digest import digest_of, digest_of_edition
from journeybook.pages.figures import Figure
from journeybook.pages.map.lanes.lane import Lane
from journeybook.pages.scope import Scope
from journeybook.pages.sections.section import Section
from journeybook.portal import Portal
from tests.pages.portals import EVERYTHING

from .digests import REPOSITORY
from .everything import everything
from .sites import context_of

PRINT_DIGESTS = "from tests.rendering.digests import digests; print('\\n'.join(digests()))"
TOLD_APART_OTHERWISE = (PageView, Section, Lane, *get_args(Figure))
"""Classes that may be alike in their fields: the page's template, the heading's id, the lane's name and the
column's label tell which it is."""


def test_digests_are_equal_in_any_process() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", PRINT_DIGESTS],
            cwd=REPOSITORY,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0].count("\n") > 700
    assert runs[0] == runs[1]


def test_digests_are_equal_where_views_are_equal() -> None:
    """Every field of everything, changed in turn."""
    before = views_of(everything("A text"))
    telling = 0
    for changed in changes_of(everything("A text")):
        after = views_of(changed)
        for key in before.keys() & after.keys():
            same = before[key] == after[key]
            assert (digest_of(before[key]) == digest_of(after[key])) == same, key
            telling += not same
    assert telling > 500


def changes_of(entities: tuple[Entity, ...]) -> Iterator[tuple[Entity, ...]]:
    """`entities`, each time with one field of one of them empty that was not."""
    for number, entity in enumerate(entities):
        for other in with_gaps(entity):
            yield (*entities[:number], other, *entities[number + 1 :])


def with_gaps(thing: Any) -> Iterator[Any]:
    """`thing` without one of its values, or with such a gap in one of its parts."""
    for field in fields(thing):
        value = getattr(thing, field.name)
        if field.name == "title":
            yield replace(thing, title="Another title")
        elif field.name != "id" and field.init and field.default != value and field.default is None:
            yield replace(thing, **{field.name: None})
        elif isinstance(value, tuple) and value:
            yield replace(thing, **{field.name: value[1:]})
            if field.name in {"stages", "steps", "pains"}:
                for part in with_gaps(value[0]):
                    yield replace(thing, **{field.name: (part, *value[1:])})


def views_of(entities: tuple[Entity, ...]) -> Mapping[str, PageView]:
    """The view of every page, by key."""
    context = context_of(entities)
    return {str(page.key): view_of(page, context) for page in plan(context.portal)}


def test_classes_that_may_stand_in_one_place_differ_in_their_fields() -> None:
    for where, classes in alternatives():
        by_fields: defaultdict[frozenset[str], dict[str, type[Struct]]] = defaultdict(dict)
        for one in classes:
            by_fields[frozenset(one.__struct_fields__)][one.__qualname__] = one
        for alike in by_fields.values():
            is_told = all(issubclass(one, TOLD_APART_OTHERWISE) for one in alike.values())
            assert len(alike) == 1 or is_told, (where, *alike)


def alternatives() -> Iterator[tuple[str, set[type[Struct]]]]:
    """The classes that each field of each class of a view admits, those derived from them included."""
    for module in pkgutil.walk_packages(journeybook.pages.__path__, "journeybook.pages."):
        for one in vars(import_module(module.name)).values():
            if isinstance(one, type) and issubclass(one, Struct):
                for name, hint in get_type_hints(one).items():
                    yield f"{one.__qualname__}.{name}", set(admitted(hint))


def admitted(hint: Any) -> Iterator[type[Struct]]:
    """The views that a type admits, in tuples too."""
    if get_origin(hint) in {tuple, Union, UnionType}:
        for part in get_args(hint):
            yield from admitted(part)
    elif isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
        for other in hint.__subclasses__():
            yield from admitted(other)


def test_views_hold_what_they_show_and_no_more() -> None:
    """A view that held an entity would change with all that it does not show, and hold half the portal."""
    for entities in (EVERYTHING, everything("A text")):
        context = context_of(entities)
        for page in plan(context.portal):
            found = {type(one) for one in parts_of(view_of(page, context))}
            assert not [one for one in found if issubclass(one, Entity | Portal | Context | PortalOptions)], (
                page.key
            )


def parts_of(thing: Any) -> Iterator[Any]:
    """Every value in a view."""
    yield thing
    if isinstance(thing, Struct):
        for name in thing.__struct_fields__:
            yield from parts_of(getattr(thing, name))
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from parts_of(key)
            yield from parts_of(value)
    elif isinstance(thing, tuple | list | set | frozenset):
        for one in thing:
            yield from parts_of(one)


def test_the_edition_counts_too() -> None:
    context = context_of(EVERYTHING)
    others = (
        replace(context, site="https://example.com/"),
        replace(context, directory_urls=False),
        replace(context, options=replace(context.options, language="pl")),
        replace(context, scope=Scope("pl", ("en", "pl"))),
        replace(context, scope=Scope(only_original=frozenset({page.address for page in plan(context.portal)}))),
    )
    assert len({digest_of_edition(one) for one in (context, *others)}) == len(others) + 1


def test_the_portal_itself_is_no_part_of_an_edition() -> None:
    less = tuple(one for one in EVERYTHING if not isinstance(one, Journey))
    assert digest_of_edition(context_of(less)) == digest_of_edition(context_of(EVERYTHING))
