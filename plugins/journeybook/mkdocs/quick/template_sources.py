"""The digest of templates with all that they bring in, whose output cannot be looked at beforehand."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment, TemplateNotFound
from jinja2.meta import find_referenced_templates

from journeybook.pages.digest import digest_of


def digest_of_sources(environment: Environment, names: Iterable[str]) -> str:
    """The digest of the templates `names` and of those they include, import or extend by name."""
    sources: dict[str, str | None] = {}
    asked = list(names)
    while asked:
        if (name := asked.pop()) in sources:
            continue
        sources[name] = source = _source(environment, name)
        if source is not None:
            asked += [one for one in find_referenced_templates(environment.parse(source)) if one]
    return digest_of(sorted(sources.items()))


def _source(environment: Environment, name: str) -> str | None:
    if environment.loader is None:
        return None
    try:
        return environment.loader.get_source(environment, name)[0]
    except TemplateNotFound:
        return None
