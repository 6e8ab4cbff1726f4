"""A script for mkdocs-gen-files that makes the pages of a portal from its YAML: one page for each entity."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import mkdocs_gen_files
from portal_records import Record, Records, read_portal

TOUCHED = ("personas", "touchpoints", "channels", "teams", "opportunities", "initiatives", "evidence", "metrics")
_NAMED = re.compile(r"\[\[([^\]|]+)\]\]|\[([^\]]+)\]\[\w+:([^\]]+)\]")
_BESIDE = re.compile(r"\]\((?:\.\./)?(\w+/[^)]+\.(?:md|yml))\)")


class Pages:
    """The pages of a portal, written into MkDocs' files."""

    def __init__(self, records: Records) -> None:
        """All that is known, and where it is used."""
        self.records = records
        self.paths = {name: f"{kind}/{name}.md" for kind, found in records.items() for name in found}
        self.titles = {name: one["title"] for found in records.values() for name, one in found.items()}
        self.uses: dict[str, list[str]] = defaultdict(list)

    def link(self, name: str) -> str:
        """A link to the page of an entity; `@/` stands for the top folder."""
        return f"[{self.titles.get(name, name)}](@/{self.paths[name]})" if name in self.paths else name

    def links(self, names: Iterable[str]) -> str:
        """Several links."""
        return ", ".join(self.link(name) for name in names)

    def narrative(self, text: str | None) -> str:
        """An author's text, with its links as Markdown links."""
        text = _NAMED.sub(self._named, text or "")
        return _BESIDE.sub(lambda found: f"](@/{found[1].replace('.yml', '.md')})", text)

    def _named(self, found: re.Match[str]) -> str:
        name = found[1] or found[3]
        return f"[{found[2] or self.titles.get(name, name)}](@/{self.paths.get(name, 'index.md')})"

    def write(self, path: str, title: str, parts: Iterable[str]) -> None:
        """A page at that path."""
        text = "\n\n".join([f"# {title}", *(part for part in parts if part)])
        up = posixpath.relpath(".", posixpath.dirname(path) or ".")
        with mkdocs_gen_files.open(path, "w") as file:
            file.write(text.replace("(@/", f"({up}/"))


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table in Markdown."""
    names = list(head)
    lines = [names, ["---"] * len(names), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)


def facts(pages: Pages, record: Record, *keys: str) -> str:
    """The short keys of a record as a table."""
    rows: list[tuple[str, str]] = []
    for key in keys:
        value = record.get(key)
        if isinstance(value, list):
            value = pages.links(str(one) for one in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        if value not in (None, ""):
            rows.append((key.capitalize(), pages.link(str(value))))
    return table(("", ""), rows) if rows else ""


def step_parts(pages: Pages, step: Record) -> Iterator[str]:
    """What is told about a step."""
    yield f"### {step['title']}"
    yield f"{step.get('does', '')}. *{step.get('thinks', '')}*"
    if "quote" in step:
        yield f"> {step['quote']}"
    yield facts(pages, step, "touchpoint", "channel", "feels", "takes", "waits", "evidence", "metrics", "promise")
    if "moment_of_truth" in step:
        yield f"**Moment of truth:** {step['moment_of_truth']}"
    if work := [*step.get("frontstage", ()), *step.get("backstage", ())]:
        yield table(("Team", "Does", "System"), ((pages.link(w["team"]), w["does"], w["system"]) for w in work))
    if pains := step.get("pains"):
        yield "\n".join(f"- {pain['title']} (severity {pain['severity']})" for pain in pains)
    if gains := step.get("gains"):
        yield "\n".join(f"- {gain}" for gain in gains)
    yield pages.narrative(step.get("narrative"))


def journey_map(pages: Pages, journey: Record) -> str:
    """The map of a journey as a table, one line for each step."""
    rows = [
        (
            step["title"],
            step.get("does", ""),
            step.get("feels", ""),
            ", ".join(f"{one:g}" for one in step["score"].values()),
            pages.link(step["touchpoint"]) if "touchpoint" in step else "",
            "; ".join(pain["title"] for pain in step.get("pains", ())),
        )
        for stage in journey["stages"]
        for step in stage["steps"]
    ]
    return table(("Step", "Does", "Feels", "Score", "Touchpoint", "Pains"), rows)


def journey_diagram(journey: Record) -> str:
    """The mood of a journey as a Mermaid diagram."""
    lines = ["```mermaid", "journey"]
    for stage in journey["stages"]:
        lines.append(f"  section {stage['title']}")
        for step in stage["steps"]:
            score = round(sum(step["score"].values()) / len(step["score"]))
            lines.append(f"    {step['title'].replace(':', ' ')}: {score}: customer")
    return "\n".join([*lines, "```"])


def write_journey(pages: Pages, name: str, journey: Record) -> None:
    """The pages of a journey, its stages and its pains."""
    home = f"journeys/{name}.md"
    stages = [f"- [{one['title']}](@/journeys/{name}/{one['id']}.md)" for one in journey["stages"]]
    told = [part for stage in journey["stages"] for step in stage["steps"] for part in step_parts(pages, step)]
    pages.write(
        home,
        journey["title"],
        [
            journey["summary"],
            facts(
                pages, journey, "personas", "scope", "status", "owner", "goal", "promise", "evidence", "reviewed"
            ),
            pages.narrative(journey.get("narrative")),
            "\n".join(stages),
            journey_diagram(journey),
            journey_map(pages, journey),
            *told,
        ],
    )
    for stage in journey["stages"]:
        parts = [f"[{journey['title']}](@/{home})", stage.get("goal", ""), pages.narrative(stage.get("narrative"))]
        for step in stage["steps"]:
            parts += step_parts(pages, step)
            for pain in step.get("pains", ()):
                write_pain(pages, name, step, pain)
        pages.write(f"journeys/{name}/{stage['id']}.md", stage["title"], parts)


def write_pain(pages: Pages, journey: str, step: Record, pain: Record) -> None:
    """The page of a pain."""
    parts = [
        f"Hurts at {step['title']} of {pages.link(journey)}.",
        facts(pages, pain, "severity", "reach", "opportunity", "evidence"),
    ]
    pages.write(f"pains/{journey}/{pain['id']}.md", pain["title"], parts)


def note_uses(pages: Pages) -> None:
    """Note at which steps everything is named."""
    for name, journey in pages.records["journeys"].items():
        for persona in journey["personas"]:
            pages.uses[persona].append(f"- {pages.link(name)}")
        for stage in journey["stages"]:
            for step in stage["steps"]:
                named = {step.get("touchpoint"), step.get("channel"), *step.get("evidence", ())}
                named |= {*step.get("metrics", ()), *(one.get("opportunity") for one in step.get("pains", ()))}
                named |= {work["team"] for work in (*step.get("frontstage", ()), *step.get("backstage", ()))}
                line = f"- [{step['title']}](@/journeys/{name}/{stage['id']}.md), {pages.link(name)}"
                for one in sorted(named - {None}):
                    pages.uses[one].append(line)
    for kind in TOUCHED:
        for name, one in pages.records[kind].items():
            for named in (one.get("team"), one.get("owner"), one.get("initiative")):
                if named:
                    pages.uses[named].append(f"- {pages.link(name)}")


def write_entity(pages: Pages, kind: str, name: str, record: Record) -> None:
    """The page of an entity of any other kind."""
    shown = [key for key in record if key not in {"title", "summary", "narrative", "id"}]
    pages.write(
        f"{kind}/{name}.md",
        record["title"],
        [
            record.get("summary", ""),
            facts(pages, record, *shown),
            pages.narrative(record.get("narrative")),
            "## Where it is met" if pages.uses[name] else "",
            "\n".join(pages.uses[name]),
        ],
    )


def write_pages() -> None:
    """All pages, and an overview of each kind."""
    pages = Pages(read_portal(Path("content")))
    note_uses(pages)
    for name, journey in pages.records["journeys"].items():
        write_journey(pages, name, journey)
    for kind in TOUCHED:
        for name, record in pages.records[kind].items():
            write_entity(pages, kind, name, record)
    for kind in ("journeys", *TOUCHED):
        rows = [(pages.link(name), one.get("summary", "")) for name, one in pages.records[kind].items()]
        pages.write(f"{kind}/index.md", kind.capitalize(), [table(("Title", "Summary"), rows)])
    pains = [
        (pain["title"], pain["severity"], pages.link(name))
        for name, journey in pages.records["journeys"].items()
        for stage in journey["stages"]
        for step in stage["steps"]
        for pain in step.get("pains", ())
    ]
    pages.write("pains/index.md", "Pains", [table(("Pain", "Severity", "Journey"), pains)])


write_pages()
