"""All of a big portal but its journeys: personas, touchpoints, evidence, and what stands in lists."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from big_portal.plan import CHANNELS, Plan, channels_of, counts, id_of, nearby
from big_portal.texts import Writer

Record = dict[str, Any]
"""The keys of an entity as they stand in its file."""
TODAY = date(2026, 12, 1)
"""The day at which nothing of the portal is stale."""
TAGS = ("hosting", "moving-home", "billing", "first-year", "renewal", "complaint", "small-business", "repair")


def upkeep(plan: Plan, chance: Random) -> Record:
    """Who looks after an entity, and since when."""
    return {
        "owner": chance.choice(plan.teams),
        "status": chance.choice(("draft", "in-review", "reviewed", "reviewed")),
        "reviewed": day(chance, 300),
        "review_every": "12 months",
    }


def day(chance: Random, within: int) -> date:
    """A day among the last so many."""
    return TODAY - timedelta(days=chance.randint(20, within))


def begun(writer: Writer, patterns: Sequence[str], number: int) -> Record:
    """What every entity begins with; the number keeps two from having one name."""
    head: Record = {"title": f"{writer.line(patterns)} {number + 1}"}
    if writer.words.language != "en":
        head["lang"] = writer.words.language
    return head


def links_of(plan: Plan, chance: Random, home: int, up: str = "../") -> tuple[str, ...]:
    """Links for a narrative, in a file from which `up` leads to `content/`."""
    touchpoint = nearby(plan, chance, "touchpoint", home, range(4))
    evidence = nearby(plan, chance, "evidence", home, range(2))
    journey = id_of(plan, "journey", chance.randrange(plan.journeys))
    return (
        f"See [[{touchpoint}]].",
        f"It is told by [those whom we asked]({up}evidence/{evidence}.md).",
        f"[Another journey][journey:{journey}] shows it from the other side.",
        f"It hurts most in [this meeting][touchpoint:{touchpoint}], says [[{evidence}]].",
    )


def persona(plan: Plan, home: int) -> tuple[Record, str]:
    """The persona of a journey, and the text about it."""
    writer = plan.writer("persona", home, home)
    chance, words = writer.chance, writer.words
    record = begun(writer, words.gains, home) | {
        "summary": writer.sentences(1),
        "kind": chance.choice(("customer", "customer", "customer", "employee", "partner")),
        "basis": "research",
        "quote": writer.line(words.thoughts),
        "role": writer.line(words.titles),
        "goals": [writer.line(words.gains) for _ in range(2)],
        "needs": [writer.line(words.gains) for _ in range(3)],
        "frustrations": [writer.line(words.pains) for _ in range(3)],
        "behaviours": [writer.line(words.deeds) for _ in range(3)],
        "channels": chance.sample(plan.channels, 4),
        "share": chance.randint(2, 60) / 100,
        "tags": chance.sample(TAGS, 2),
        **upkeep(plan, chance),
        "evidence": [id_of(plan, "evidence", home, one) for one in range(2)],
    }
    return record, writer.narrative(links_of(plan, chance, home))


def touchpoint(plan: Plan, home: int, number: int) -> tuple[Record, str]:
    """A touchpoint with a file of its own, and the text about it."""
    writer = plan.writer(f"touchpoint-{number}", home, home)
    chance, words = writer.chance, writer.words
    record = begun(writer, words.titles, 10 * home + number) | {
        "summary": writer.sentences(1),
        "channels": channels_of(plan, home, number),
        "team": chance.choice(plan.teams),
        "purpose": writer.line(words.gains),
        "promise": writer.line(words.gains),
        "ownership": chance.choice(("owned", "owned", "owned", "earned", "third-party")),
        "tags": chance.sample(TAGS, 1),
        **upkeep(plan, chance),
    }
    if chance.random() < 0.35:
        record["evidence"] = [id_of(plan, "evidence", home, 0)]
    if chance.random() < 0.3:
        record["metrics"] = [id_of(plan, "metric", home, 0)]
    if chance.random() < 0.3:
        record["x-contacts-per-month"] = chance.randint(20, 9000)
    text = writer.narrative if number < 2 else writer.note
    return record, text(links_of(plan, chance, home))


def evidence(plan: Plan, home: int, number: int) -> tuple[Record, str]:
    """One piece of evidence, and what it found. The first of a journey is in customers' own words."""
    writer = plan.writer(f"evidence-{number}", home, home)
    chance = writer.chance
    kinds = ("interview", "survey") if number == 0 else ("walkthrough", "observation", "analytics", "review")
    record = begun(writer, writer.words.titles, 10 * home + number) | {
        "summary": writer.sentences(1),
        "kind": chance.choice(kinds),
        "date": day(chance, 500),
        "voice": "customer" if number == 0 else chance.choice(("customer", "proxy", "insider")),
        "n": chance.randint(31, 900),
        "tags": chance.sample(TAGS, 1),
        **upkeep(plan, chance),
    }
    del record["review_every"]
    return record, writer.narrative(links_of(plan, chance, home))


def opportunities(plan: Plan, home: int) -> dict[str, Record]:
    """The opportunities of a journey; the first is taken up by its initiative."""
    found: dict[str, Record] = {}
    for number in range(counts(home)[0]):
        writer = plan.writer(f"opportunity-{number}", home, home)
        chance = writer.chance
        one = begun(writer, writer.words.gains, 10 * home + number) | {
            "summary": writer.sentences(1),
            "impact": chance.randint(1, 5),
            "effort": chance.randint(1, 5),
            **upkeep(plan, chance),
        }
        if number == 0:
            one["initiative"] = id_of(plan, "initiative", home)
        if chance.random() < 0.2:
            one["narrative"] = writer.narrative(links_of(plan, chance, home, ""))
        found[id_of(plan, "opportunity", home, number)] = one
    return found


def initiative(plan: Plan, home: int) -> dict[str, Record]:
    """The project of a journey."""
    writer = plan.writer("initiative", home, home)
    chance = writer.chance
    over = chance.random() < 0.7
    one = begun(writer, writer.words.gains, home) | {
        "summary": writer.sentences(1),
        **upkeep(plan, chance),
        "progress": 1 if over else chance.randint(5, 90) / 100,
        "from": date(2026, chance.randint(1, 6), 1),
        "to": date(2026, chance.randint(7, 11), 28) if over else date(2027, chance.randint(1, 12), 28),
    }
    if home % 2:
        one["narrative"] = writer.narrative(links_of(plan, chance, home, ""))
    return {id_of(plan, "initiative", home): one}


def metrics(plan: Plan, home: int) -> dict[str, Record]:
    """The figures of a journey: one that is counted, and one that customers give."""
    counted = plan.writer("metric-0", home, home)
    asked = plan.writer("metric-1", home, home)
    names = [id_of(plan, "metric", home, number) for number in (0, 1)]
    days = counted.chance.randint(1, 60)
    return {
        names[0]: begun(counted, counted.words.titles, 10 * home)
        | {
            "type": "operational",
            "method": counted.line(counted.words.deeds),
            "scale": "days",
            "clock_start": counted.line(counted.words.deeds),
            "value": days,
            "unit": "days",
            "window": f"{days + 7} days",
        }
        | _source(plan, counted),
        names[1]: begun(asked, asked.words.titles, 10 * home + 1)
        | {
            "type": asked.chance.choice(("csat", "ces", "nps")),
            "method": asked.line(asked.words.deeds),
            "scale": "1–7",
            "question": asked.line(asked.words.thoughts),
            "value": asked.chance.randint(20, 68) / 10,
        }
        | _source(plan, asked)
        | {"narrative": asked.narrative(links_of(plan, asked.chance, home, ""))},
    }


def _source(plan: Plan, writer: Writer) -> Record:
    return {
        "n": writer.chance.randint(40, 4000),
        "period": f"2026-Q{writer.chance.randint(1, 3)}",
        "source": writer.line(writer.words.titles),
        "owner": writer.chance.choice(plan.teams),
    }


def team(plan: Plan, number: int) -> dict[str, Record]:
    """A team."""
    writer = plan.writer("team", number, number)
    one = begun(writer, writer.words.places, number) | {
        "department": f"Department {number % 9 + 1}",
        "contact": f"team{number + 1}@example.com",
        "summary": writer.sentences(1),
    }
    if number % 5 == 0:
        one["narrative"] = writer.narrative((f"Read [their way of working][team:{plan.teams[0]}].",))
    return {plan.teams[number]: one}


def channel(plan: Plan, name: str) -> dict[str, Record]:
    """A channel."""
    writer = plan.writer(f"channel-{name}", 0, 0)
    title = name.replace("-", " ").capitalize()
    return {name: {"title": title, "kind": CHANNELS[name], "summary": writer.sentences(1)}}
