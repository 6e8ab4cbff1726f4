"""The journeys of a big portal: stages and steps with scores, pains, work, ways on and notes."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from big_portal.entities import TAGS, Record, begun, links_of, upkeep
from big_portal.plan import Plan, channels_of, counts, id_of, nearby
from big_portal.texts import Writer

INLINE = 0.23
"""The share of steps at which a touchpoint is described that has no file of its own."""


@dataclass(slots=True)
class Writing:
    """A journey that is being written."""

    plan: Plan
    """What the portal has."""
    number: int
    """Which journey of the portal it is."""
    writer: Writer
    """Who writes it."""
    personas: list[str]
    """Whose it is."""
    pains: int = 0
    """How many pains it has by now."""
    inline: int = 0
    """How many touchpoints it has by now that have no file of their own."""
    moments: int = 0
    """How many moments of truth it has by now."""

    @property
    def chance(self) -> Random:
        """What decides."""
        return self.writer.chance

    def near(self, kind: str, each: int) -> str:
        """The id of something of that kind, mostly of this journey."""
        return nearby(self.plan, self.chance, kind, self.number, range(each))

    def some(self, share: float) -> bool:
        """Whether it happens, with that probability."""
        return self.chance.random() < share


def journey(plan: Plan, number: int) -> Record:
    """A journey as it stands in YAML."""
    writer = plan.writer("journey", number, number)
    personas = [id_of(plan, "persona", number)]
    if writer.chance.random() < 0.3 and plan.journeys > 1:
        personas.append(id_of(plan, "persona", (number + 1) % plan.journeys))
    work = Writing(plan, number, writer, personas)
    words = writer.words
    record = begun(writer, words.titles, number) | {
        "summary": writer.sentences(1),
        "personas": personas,
        "scope": writer.chance.choice(("buying", "experience", "experience", "employee")),
        **_relation(plan, number),
        **upkeep(plan, writer.chance),
        "goal": writer.line(words.gains),
        "promise": writer.line(words.gains),
        "trigger": writer.line(words.deeds),
        "outcome": writer.line(words.gains),
        "tags": writer.chance.sample(TAGS, 2),
        "evidence": [id_of(plan, "evidence", number, one) for one in range(2)],
        "x-cases-per-year": writer.chance.randint(50, 5000),
        "narrative": writer.narrative(links_of(plan, writer.chance, number)),
    }
    return record | {"stages": [_stage(work, one) for one in range(4 + number % 3)]}


def _relation(plan: Plan, number: int) -> Record:
    """How it stands to other journeys: every eleventh improves the one before, every seventh is a part of it."""
    if number % 11 == 10:
        return {"state": "future", "improves": id_of(plan, "journey", number - 1)}
    if number % 7 == 6:
        return {"part_of": f"{id_of(plan, 'journey', number - 1)}/stage-2"}
    return {}


def _stage(work: Writing, number: int) -> Record:
    words = work.writer.words
    stage: Record = {
        "id": f"stage-{number + 1}",
        "title": f"{work.writer.line(words.titles)} {number + 1}",
        "goal": work.writer.line(words.gains),
    }
    if work.some(0.1):
        stage["narrative"] = work.writer.narrative(links_of(work.plan, work.chance, work.number))
    return stage | {"steps": [_step(work, number, one) for one in range(3)]}


def _step(work: Writing, stage: int, number: int) -> Record:
    """A step, with as much about it as there is in the sample portal on the average."""
    line, words = work.writer.line, work.writer.words
    record: Record = {
        "id": f"step-{3 * stage + number + 1}",
        "title": f"{line(words.titles)} {3 * stage + number + 1}",
        "does": line(words.deeds),
        "thinks": line(words.thoughts),
        "feels": work.chance.choice(words.feelings),
        "score": {one: work.chance.randint(2, 10) / 2 for one in work.personas},
        **_meeting(work),
    }
    if work.some(0.83):
        record["takes"] = f"{work.chance.randint(1, 59)} min"
    if work.some(0.25):
        record["waits"] = f"{work.chance.randint(1, 9)} days"
    if work.some(0.17):
        record["quote"] = line(words.thoughts)
    if work.some(0.27):
        record["gains"] = [line(words.gains) for _ in range(work.chance.randint(1, 2))]
    return record | _proof(work) | _work(work) | _pains(work) | _ways(work, stage, number) | _note(work)


def _meeting(work: Writing) -> Record:
    """Where the customer meets the company, and through which channel."""
    if work.some(0.1):
        return {}
    if work.some(INLINE):
        work.inline += 1
        title = f"{work.writer.line(work.writer.words.titles)} {work.number + 1}/{work.inline}"
        return {
            "touchpoint": {
                "id": f"{id_of(work.plan, 'inline', work.number, work.inline)}",
                "title": title,
                "channel": work.chance.choice(work.plan.channels),
                "team": work.chance.choice(work.plan.teams),
            }
        }
    there = work.number if work.some(0.7) else work.chance.randrange(work.plan.journeys)
    number = work.chance.randrange(4)
    used: Record = {"touchpoint": id_of(work.plan, "touchpoint", there, number)}
    if work.some(0.4):
        used["channel"] = work.chance.choice(channels_of(work.plan, there, number))
    return used


def _proof(work: Writing) -> Record:
    """Evidence, figures, and now and then a moment of truth, which needs evidence."""
    found: Record = {}
    if work.some(0.12) and work.moments < 3:
        work.moments += 1
        found["moment_of_truth"] = work.writer.sentences(1)
    if found or work.some(0.2):
        found["evidence"] = [work.near("evidence", 2)]
    if work.some(0.18):
        found["metrics"] = [work.near("metric", 2)]
    if work.some(0.12):
        found["promise"] = work.chance.choice(("kept", "broken"))
    if work.some(0.2):
        found["x-minutes-of-work"] = work.chance.randint(1, 90)
    return found


def _work(work: Writing) -> Record:
    found: Record = {}
    if work.some(0.1):
        found["frontstage"] = [_deed(work)]
    if work.some(0.25):
        found["backstage"] = [_deed(work) for _ in range(work.chance.randint(1, 2))]
    if work.some(0.1):
        found["handover"] = work.writer.line(work.writer.words.gains)
    return found


def _deed(work: Writing) -> dict[str, Any]:
    return {
        "team": work.chance.choice(work.plan.teams),
        "does": work.writer.line(work.writer.words.deeds),
        "system": f"System {work.chance.randint(1, 12)}",
    }


def _pains(work: Writing) -> Record:
    """What hurts; each leads to one of the journey's opportunities, in turn."""
    if not work.some(0.42) and work.pains:
        return {}
    pains: list[Record] = []
    for _ in range(1 if work.pains and work.some(0.9) else 2):
        pain = id_of(work.plan, "opportunity", work.number, work.pains % counts(work.number)[0])
        work.pains += 1
        pains.append(
            {
                "id": f"pain-{work.pains}",
                "title": work.writer.line(work.writer.words.pains),
                "severity": work.chance.randint(1, 5),
                "reach": work.chance.randint(2, 90) / 100,
                "opportunity": pain,
            }
        )
        if work.some(0.5):
            pains[-1]["evidence"] = [work.near("evidence", 2)]
    return {"pains": pains}


def _ways(work: Writing, stage: int, number: int) -> Record:
    """At the first step of some stages: on to the next one, or past it."""
    if number or not work.some(0.6):
        return {}
    ways = [f"step-{3 * stage + ahead}" for ahead in (2, 3)]
    return {"next": [{"step": one, "when": work.writer.line(work.writer.words.thoughts)} for one in ways]}


def _note(work: Writing) -> Record:
    if not work.some(0.2):
        return {}
    return {"narrative": work.writer.note(links_of(work.plan, work.chance, work.number))}
