"""A script for mkdocs-gen-files that makes the pages of a portal from its YAML: one page for each entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from journey_pages import write_journey
from portal_records import Record, read_portal
from site_pages import Pages, Use, facts, mean, mood, neighbours, table

KINDS = ("personas", "touchpoints", "channels", "teams", "opportunities", "initiatives", "evidence", "metrics")


def note_uses(pages: Pages) -> Iterator[Use]:
    """Note at which steps everything is named; all steps."""
    for name, journey in pages.records["journeys"].items():
        for use in (Use(name, stage, step) for stage in journey["stages"] for step in stage["steps"]):
            yield use
            step = use.step
            named = {step.get("touchpoint"), step.get("channel"), pages.team(step), *step["score"]}
            named |= {*step.get("evidence", ()), *step.get("metrics", ())}
            named |= {one.get("opportunity") for one in step.get("pains", ())}
            named |= {work["team"] for work in (*step.get("frontstage", ()), *step.get("backstage", ()))}
            for one in sorted(name for name in named if name):
                pages.uses[one].append(use)
    for kind in ("journeys", *KINDS):
        for name, one in pages.records[kind].items():
            keys = (one.get("team"), one.get("owner"), one.get("initiative"))
            for named in (*keys, *one.get("evidence", ()), *one.get("metrics", ())):
                if named:
                    pages.kept[named].append(name)


def write_entity(pages: Pages, kind: str, name: str, record: Record) -> None:
    """The page of an entity of any kind but a journey."""
    path, uses = f"{kind}/{name}.md", pages.uses[name]
    hidden = {"title", "summary", "narrative", "id", "owner", "status", "tags"}
    steps: list[tuple[object, ...]] = []
    pains: list[tuple[object, ...]] = []
    for use in uses:
        where = (pages.step(use), pages.link(use.journey), pages.link(use.step.get("touchpoint", "")))
        steps.append((*where, mood(mean(use.step))))
        pains += [(pages.pain(use, one), *where[:2], one["severity"]) for one in use.step.get("pains", ())]
    moods = Counter(mood(round(mean(use.step))) for use in uses)
    parts = [*pages.head(path, record, path.removesuffix(".md"))]
    parts += [facts(pages, record, *(key for key in record if key not in hidden))]
    parts += [pages.narrative(record.get("narrative"))]
    parts += ["## How good it is", "\n".join(f"- {one}: {count}" for one, count in sorted(moods.items()))]
    parts += ["## Where it hurts", table(("Pain", "Step", "Journey", "Severity"), pains)]
    parts += ["## Steps", table(("Step", "Journey", "Touchpoint", "Score"), steps)]
    parts += ["## Named by", "\n".join(f"- {pages.link(one)}" for one in pages.kept[name])]
    pages.write(path, record["title"], [*parts, neighbours(pages, list(pages.records[kind]), name)])


def write_overviews(pages: Pages) -> None:
    """A list of each kind."""
    for kind in ("journeys", *KINDS):
        rows = [(pages.link(name), one.get("summary", "")) for name, one in pages.records[kind].items()]
        pages.write(f"{kind}/index.md", kind.capitalize(), [table(("Title", "Summary"), rows)])


def write_boards(pages: Pages, uses: list[Use]) -> None:
    """Lists over all journeys."""
    pains = [(pain, use) for use in uses for pain in use.step.get("pains", ())]
    pains.sort(key=lambda one: -one[0]["severity"] * one[0]["reach"])
    ranked = [(pages.pain(use, one), one["severity"], one["reach"], pages.step(use)) for one, use in pains]
    pages.write("pains/index.md", "Pains", [table(("Pain", "Severity", "Reach", "Step"), ranked)])
    truths = [use for use in uses if "moment_of_truth" in use.step]
    moments = [(pages.step(one), one.step["moment_of_truth"], mood(mean(one.step))) for one in truths]
    pages.write("boards/moments.md", "Moments of truth", [table(("Step", "Why", "Score"), moments)])
    planned = sorted(pages.records["opportunities"].items(), key=lambda one: one[1]["effort"] - one[1]["impact"])
    rows = [(pages.link(name), one["impact"], one["effort"], len(pages.uses[name])) for name, one in planned]
    head = ("Opportunity", "Impact", "Effort", "Steps")
    pages.write("boards/opportunities.md", "Impact and effort", [table(head, rows)])
    named = [item for kind in ("journeys", *KINDS) for item in pages.records[kind].items()]
    reviewed = sorted((item for item in named if "reviewed" in item[1]), key=lambda one: one[1]["reviewed"])
    rows = [(pages.link(name), one["reviewed"], pages.link(one["owner"])) for name, one in reviewed]
    pages.write("boards/freshness.md", "Freshness", [table(("What", "Reviewed", "Kept by"), rows)])


def write_pages() -> None:
    """All pages."""
    pages = Pages(read_portal(Path("content")))
    uses = list(note_uses(pages))
    for name, journey in pages.records["journeys"].items():
        write_journey(pages, name, journey)
    for kind in KINDS:
        for name, record in pages.records[kind].items():
            write_entity(pages, kind, name, record)
    write_overviews(pages)
    write_boards(pages, uses)


write_pages()
