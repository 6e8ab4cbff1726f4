"""A page as the templates give it, before anybody knows where it stands and what narratives become."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from journeybook.pages import Narrative

ELEMENT = "jb-narrative-here"
"""The element that stands where a narrative belongs; its `number` says which."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page from the templates."""

    html: str
    """Its body: links into the site begin with `ROOT`, narratives are an `ELEMENT` each."""
    narratives: tuple[tuple[Narrative, int], ...]
    """The narratives in it, each with the level of its highest headings."""


def standing_for(number: int) -> Markup:
    """The element that stands for the narrative of that number."""
    return Markup(f'<{ELEMENT} number="{number}"></{ELEMENT}>')  # noqa: S704  # nothing an author wrote
