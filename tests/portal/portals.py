"""Small portals made in code."""

from __future__ import annotations

from typing import Any

from journeybook.model import Channel, Entity, Journey, Next, Persona, Stage, Step, Team, Touchpoint
from journeybook.portal import Portal, assemble
from journeybook.reading.content import Content


def portal_of(*entities: Entity) -> Portal:
    """The portal of these entities."""
    return assemble(Content("content", entities, (), (), ()))


def step(name: str, **keys: Any) -> Step:
    """A step whose title is its id in capitals."""
    return Step(id=name, title=name.upper(), **keys)


def journey(*stages: list[Step], name: str = "claim", **keys: Any) -> Journey:
    """A journey with stages s1, s2 … of the given steps."""
    made = tuple(Stage(id=f"s{n}", title=f"Stage {n}", steps=tuple(steps)) for n, steps in enumerate(stages, 1))
    return Journey(id=name, title=name.capitalize(), stages=made, **keys)


def ways(*names: str | tuple[str, str]) -> tuple[Next, ...]:
    """Ways on: a step's name, or its name and a condition."""
    return tuple(Next(step=one) if isinstance(one, str) else Next(step=one[0], when=one[1]) for one in names)


ANN = Persona(id="ann", title="Ann", aliases=("anna",))
BOB = Persona(id="bob", title="Bob")
SALES = Team(id="sales", title="Sales")
DESK = Team(id="desk", title="Order desk")
PHONE = Channel(id="phone", title="Phone", kind="human")
MAIL = Channel(id="mail", title="E-mail", kind="digital")
CALL = Touchpoint(id="call", title="Support call", channels=("phone", "mail"), team="desk")
