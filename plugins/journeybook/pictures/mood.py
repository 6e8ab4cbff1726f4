"""How the steps of a journey feel, as a Mermaid journey diagram."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from journeybook.model import Journey, Stage
from journeybook.pictures.diagram import Diagram
from journeybook.pictures.escape import escaped, escaped_actor
from journeybook.pictures.mermaid_text import Section, Task, journey_text
from journeybook.pictures.texts import Texts
from journeybook.portal import Portal, StepSpot
from journeybook.words import Words

TITLE_WIDTH = 200
STAGE_WIDTH = 48
STEP_WIDTH = 48
ACTOR_WIDTH = 40
"""How many columns of each text the diagram shows; the full texts stand beside it."""

_SAME_AGAIN = "\N{ZERO WIDTH SPACE}"
_UNBROKEN = "\N{WORD JOINER}"


def mood_diagram(portal: Portal, journey: Journey, words: Words, stage: Stage | None = None) -> Diagram | None:
    """The faces of a journey, or of one stage of it; None if no step has a score.

    Mermaid takes one whole score per step. So a face stands at the mean over personas, rounded with halves
    upwards, and the step's text gives the exact score, or the lowest and the highest where personas differ.
    """
    spots = portal.steps_of_stage(journey.id, stage.id) if stage else portal.steps(journey.id)
    scored = [spot for spot in spots if spot.scores]
    if not scored:
        return None
    texts = Texts(portal)
    title = words.gettext("Mood: %(title)s", title=texts.plain((stage or journey).title, TITLE_WIDTH))
    description = " ".join(_sentences(scored, len(spots) - len(scored), texts, words))
    sections = _sections(scored, _actors(portal, journey, texts), texts, words)
    return Diagram(journey_text(escaped(title), escaped(description), sections), title, description)


def _sections(
    scored: Sequence[StepSpot], actors: Mapping[str, str], texts: Texts, words: Words
) -> Iterator[Section]:
    before = ""
    for _, found in groupby(scored, key=lambda spot: spot.stage.id):
        spots = list(found)
        text = texts.escaped(spots[0].stage.title, STAGE_WIDTH)
        # Mermaid draws neighbours of one name as one section.
        before = text + _SAME_AGAIN if text == before else text
        yield Section(before, tuple(_task(spot, actors, texts, words) for spot in spots))


def _task(spot: StepSpot, actors: Mapping[str, str], texts: Texts, words: Words) -> Task:
    text = escaped(f"{texts.plain(spot.step.title, STEP_WIDTH)} ({_exact(spot, words)})")
    return Task(text, _face(spot), tuple(actors[persona] for persona in spot.scores if persona))


def _actors(portal: Portal, journey: Journey, texts: Texts) -> dict[str, str]:
    """What each persona is called in the diagram; personas of one name get their ids beside it."""
    names = {one.id: escaped_actor(texts.plain(one.title, ACTOR_WIDTH)) for one in portal.personas_of(journey)}
    given = list(names.values())
    return {one: name if given.count(name) == 1 else f"{name} ({one})" for one, name in names.items()}


def _sentences(scored: Sequence[StepSpot], unscored: int, texts: Texts, words: Words) -> Iterator[str]:
    yield words.ngettext(
        "How %(count)s step feels, from 1 (very bad) to 5 (very good).",
        "How %(count)s steps feel, from 1 (very bad) to 5 (very good).",
        len(scored),
    )
    lowest, highest = min(scored, key=_mean), max(scored, key=_mean)
    if _mean(lowest) < _mean(highest):
        yield words.gettext("Lowest: “%(title)s”, %(score)s.", **_named(lowest, texts, words))
        yield words.gettext("Highest: “%(title)s”, %(score)s.", **_named(highest, texts, words))
    if any(_mean(spot) != _face(spot) for spot in scored):
        yield words.gettext("A face stands at the whole score next to the mean of all personas.")
    if unscored:
        yield words.ngettext(
            "%(count)s step without a score is left out.",
            "%(count)s steps without a score are left out.",
            unscored,
        )


def _named(spot: StepSpot, texts: Texts, words: Words) -> dict[str, str]:
    return {"title": texts.plain(spot.step.title, STEP_WIDTH), "score": _exact(spot, words)}


def _mean(spot: StepSpot) -> float:
    return spot.mean_score or 0


def _face(spot: StepSpot) -> int:
    """The whole score at which the face stands."""
    return int(_mean(spot) + 0.5)


def _exact(spot: StepSpot, words: Words) -> str:
    low, high = (words.number(score) for score in (min(spot.scores.values()), max(spot.scores.values())))
    return low if low == high else f"{low}–{_UNBROKEN}{high}"
