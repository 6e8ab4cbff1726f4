"""The pages of a journey, its stages and its pains."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from portal_records import Record
from site_pages import Pages, Use, comment, facts, mean, mood, neighbours, table

_FACTS = ("scope", "state", "part_of", "improves", "goal", "promise", "trigger", "outcome", "personas", "evidence")
_STEP_FACTS = ("touchpoint", "channel", "feels", "takes", "waits", "evidence", "metrics", "promise", "handover")


def write_journey(pages: Pages, name: str, journey: Record) -> None:
    """All pages of a journey."""
    home, spot = f"journeys/{name}.md", f"journey/{name}"
    uses = [Use(name, stage, step) for stage in journey["stages"] for step in stage["steps"]]
    parts = [*pages.head(home, journey, spot), facts(pages, journey, *_FACTS)]
    parts += [pages.narrative(journey.get("narrative")), "## Stages", _stages(name, journey)]
    parts += ["## The ways through", _ways(uses), "## How it feels", _diagram(journey)]
    parts += [
        "## The map",
        _map(pages, uses),
        "## Hand-offs",
        _hand_offs(pages, uses),
        "## What hurts",
        _pains(pages, uses),
    ]
    for stage in journey["stages"]:
        parts += [f"## {stage['title']}", stage.get("goal", ""), pages.narrative(stage.get("narrative"))]
        parts += [part for step in stage["steps"] for part in _step(pages, name, step)]
    pages.write(home, journey["title"], [*parts, neighbours(pages, list(pages.records["journeys"]), name)])
    for stage in journey["stages"]:
        _write_stage(pages, name, journey, stage)
    for use in uses:
        for pain in use.step.get("pains", ()):
            _write_pain(pages, use, pain)


def _write_stage(pages: Pages, name: str, journey: Record, stage: Record) -> None:
    own = [Use(name, stage, step) for step in stage["steps"]]
    parts = [
        f"1. [Home](@/index.md)\n2. {pages.link(name)}",
        comment(stage["title"], f"stage/{name}/{stage['id']}"),
    ]
    parts += [stage.get("goal", ""), pages.narrative(stage.get("narrative")), _stages(name, journey)]
    parts += ["## The map", _map(pages, own)]
    parts += [part for step in stage["steps"] for part in _step(pages, name, step)]
    pages.write(f"journeys/{name}/{stage['id']}.md", stage["title"], parts)


def _write_pain(pages: Pages, use: Use, pain: Record) -> None:
    touchpoint = use.step.get("touchpoint")
    others = [one for one in pages.uses[touchpoint] if one.step is not use.step] if touchpoint else []
    parts = [
        f"1. [Home](@/index.md)\n2. {pages.link(use.journey)}\n3. {pages.step(use)}",
        comment(pain["title"], f"pain/{use.journey}/{pain['id']}"),
        f"The step feels {mood(mean(use.step))}.",
        facts(pages, pain, "severity", "reach", "opportunity", "evidence"),
        facts(pages, use.step, "touchpoint", "channel"),
        "## What else hurts at this touchpoint",
        _pains(pages, others),
    ]
    pages.write(f"pains/{use.journey}/{pain['id']}.md", pain["title"], parts)


def _step(pages: Pages, journey: str, step: Record) -> Iterator[str]:
    """What is told about a step."""
    yield f"### {step['title']} {{#{step['id']}}}"
    yield comment(step["title"], f"step/{journey}/{step['id']}")
    yield f"{step.get('does', '')}. *{step.get('thinks', '')}*"
    if "quote" in step:
        yield f"> {step['quote']}"
    yield table(("Who", "Score"), ((pages.link(who), mood(score)) for who, score in step["score"].items()))
    yield facts(pages, step, *_STEP_FACTS)
    if "moment_of_truth" in step:
        yield f"**Moment of truth:** {step['moment_of_truth']}"
    work = [("Frontstage", one) for one in step.get("frontstage", ())]
    work += [("Backstage", one) for one in step.get("backstage", ())]
    yield table(
        ("Where", "Team", "Does", "System"), ((x, pages.link(w["team"]), w["does"], w["system"]) for x, w in work)
    )
    yield table(
        ("Pain", "Severity", "Reach", "Opportunity", "Comment"),
        (
            (
                f"[{pain['title']}](@/pains/{journey}/{pain['id']}.md)",
                f"{pain['severity']} of 5",
                f"{100 * pain['reach']:.0f} %",
                pages.link(pain["opportunity"]),
                comment(pain["title"], f"pain/{journey}/{pain['id']}"),
            )
            for pain in step.get("pains", ())
        ),
    )
    yield "\n".join(f"- {gain}" for gain in step.get("gains", ()))
    yield pages.narrative(step.get("narrative"))


def _stages(name: str, journey: Record) -> str:
    rows = [
        (
            f"[{stage['title']}](@/journeys/{name}/{stage['id']}.md)",
            mood(sum(mean(step) for step in stage["steps"]) / len(stage["steps"])),
            len(stage["steps"]),
        )
        for stage in journey["stages"]
    ]
    return table(("Stage", "Score", "Steps"), rows)


def _map(pages: Pages, uses: list[Use]) -> str:
    """The map as a table, one line for each step."""
    rows = [
        (
            pages.step(use),
            use.step.get("does", ""),
            use.step.get("thinks", ""),
            use.step.get("feels", ""),
            mood(mean(use.step)),
            pages.link(use.step.get("touchpoint", "")),
            "; ".join(pages.pain(use, pain) for pain in use.step.get("pains", ())),
            "; ".join(use.step.get("gains", ())),
            "; ".join(f"{pages.link(work['team'])}: {work['does']}" for work in use.step.get("backstage", ())),
            pages.links(use.step.get("metrics", ())),
            pages.links(use.step.get("evidence", ())),
        )
        for use in uses
    ]
    head = (
        "Step",
        "Does",
        "Thinks",
        "Feels",
        "Score",
        "Touchpoint",
        "Pains",
        "Gains",
        "Backstage",
        "Metrics",
        "Evidence",
    )
    return table(head, rows)


def _pains(pages: Pages, uses: list[Use]) -> str:
    rows = [
        (
            pages.pain(use, pain),
            pages.step(use),
            pages.link(use.journey),
            pain["severity"],
            pain["reach"],
        )
        for use in uses
        for pain in use.step.get("pains", ())
    ]
    return table(("Pain", "Step", "Journey", "Severity", "Reach"), rows)


def _hand_offs(pages: Pages, uses: list[Use]) -> str:
    """Where the team changes from one step to the next."""
    rows: list[tuple[str, str, str, str]] = []
    for before, after in pairwise(uses):
        gives, takes = (pages.team(one.step) for one in (before, after))
        if gives and takes and gives != takes:
            rows.append((pages.step(before), pages.link(gives), pages.step(after), pages.link(takes)))
    return table(("After", "From", "Before", "To"), rows)


def _diagram(journey: Record) -> str:
    """The mood of a journey as a Mermaid diagram."""
    lines = ["```mermaid", "journey"]
    for stage in journey["stages"]:
        lines.append(f"  section {stage['title']}")
        lines += [f"    {step['title']}: {round(mean(step))}: customer" for step in stage["steps"]]
    return "\n".join([*lines, "```"])


def _ways(uses: list[Use]) -> str:
    """The ways through a journey as a Mermaid diagram."""
    lines = ["```mermaid", "flowchart TB"]
    for number, use in enumerate(uses):
        lines.append(f'{use.step["id"]}["{use.step["title"]}"]')
        following = [uses[number + 1].step["id"]] if number + 1 < len(uses) else []
        ways = [way if isinstance(way, str) else way["step"] for way in use.step.get("next", following)]
        lines += [f"{use.step['id']} --> {way}" for way in ways]
    return "\n".join([*lines, "```"])
