"""Small portals with texts of the test's own, made in code."""

from __future__ import annotations

from typing import Any

from journeybook.model import Journey, Next, Persona, Stage, Step, Team
from tests.portal.portals import portal_of

__all__ = ["journey", "persona", "portal_of", "stage", "step", "team", "ways"]


def step(name: str, title: str = "", score: float | dict[str, float] | None = None, **keys: Any) -> Step:
    """A step; one score speaks for everyone."""
    scores = score if isinstance(score, dict) else {} if score is None else {"*": score}
    return Step(id=name, title=title or name.capitalize(), score=scores, **keys)


def stage(name: str, *steps: Step, title: str = "") -> Stage:
    """A stage."""
    return Stage(id=name, title=title or name.capitalize(), steps=steps)


def journey(*stages: Stage, name: str = "claim", title: str = "", personas: tuple[str, ...] = ()) -> Journey:
    """A journey."""
    return Journey(id=name, title=title or name.capitalize(), personas=personas, stages=stages)


def ways(*names: str | tuple[str, str]) -> tuple[Next, ...]:
    """Ways on: a step's name, or its name and a condition."""
    return tuple(Next(step=one) if isinstance(one, str) else Next(step=one[0], when=one[1]) for one in names)


def persona(name: str, title: str = "") -> Persona:
    """A persona."""
    return Persona(id=name, title=title or name.capitalize())


def team(name: str, title: str = "") -> Team:
    """A team."""
    return Team(id=name, title=title or name.capitalize())
