"""A portal of any size, as rich as the sample portal: what the benches build.

`python -m big_portal FOLDER PAGES` (in scripts/dev) writes one. The same number gives the same files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from big_portal import entities
from big_portal.entities import Record
from big_portal.files import as_markdown, as_yaml, journey_in_markdown, write
from big_portal.journeys import journey
from big_portal.plan import Plan, counts, id_of, plan_for
from journeybook_cli.new_portal import Repository, files_of_portal

__all__ = ["write_portal"]

PER_JOURNEY = 33
"""About how many pages one journey brings along, itself included."""
KINDS = 9
"""The overviews of kinds; that of pains is a board."""
BOARDS = 9
"""The atlas, the boards and their overview."""
ORDINARY = {
    "index.md": "ordinary/index.md",
    "about.md": "ordinary/about.md",
    "how-we-work.md": "ordinary/how-we-work.md",
}
"""Pages that somebody has written by hand."""


def write_portal(root: Path, pages: int) -> int:
    """Write a portal that gives about `pages` pages into `root`, and return how many it gives."""
    plan, journeys = _journeys_for(pages)
    written = _pages_of(plan, journeys)
    _write_host(root)
    content = root / "content"
    for number, one in enumerate(journeys):
        text, ending = (journey_in_markdown(one), "md") if number % 3 == 0 else (as_yaml(one), "yml")
        write(content / "journeys" / f"{id_of(plan, 'journey', number)}.{ending}", text)
        for path, record, told in _brought_along(plan, number):
            write(content / f"{path}.md", as_markdown(record, told))
    for path, record, told in _standing_alone(plan, pages - written):
        write(content / f"{path}.md", as_markdown(record, told))
    for name, records in _lists(plan):
        write(content / f"{name}.yml", as_yaml(records))
    return max(pages, written)


def _journeys_for(pages: int) -> tuple[Plan, list[Record]]:
    """As many journeys as `pages` pages hold; the last one is as long as there is room for."""
    plan = plan_for(max(1, pages // PER_JOURNEY + 1))
    while True:
        journeys = [journey(plan, number) for number in range(plan.journeys)]
        while _pages_of(plan, journeys) > pages and journeys[-1]["stages"][1:]:
            journeys[-1]["stages"].pop()
        over = _pages_of(plan, journeys) - pages
        if over <= 0 or plan.journeys == 1:
            return plan, journeys
        plan = plan_for(max(1, plan.journeys - max(1, over // (PER_JOURNEY + 5))))


def _pages_of(plan: Plan, journeys: list[Record]) -> int:
    """How many pages they give, with all that they bring along."""
    futures = sum(one.get("state") == "future" for one in journeys)
    fixed = KINDS + BOARDS + (len(journeys) > 1) + futures + len(ORDINARY) + len(plan.teams) + len(plan.channels)
    return fixed + sum(_pages_with(number, one) for number, one in enumerate(journeys))


def _pages_with(number: int, one: Record) -> int:
    steps = [step for stage in one["stages"] for step in stage["steps"]]
    pains = sum(len(step.get("pains", ())) for step in steps)
    inline = sum(isinstance(step.get("touchpoint"), dict) for step in steps)
    persona, initiative = 1, 1
    return 1 + len(one["stages"]) + pains + inline + sum(counts(number)) + persona + initiative


def _brought_along(plan: Plan, number: int) -> Iterator[tuple[str, Record, str]]:
    """The entities with files of their own that come with a journey: paths, keys and texts."""
    _, evidence, touchpoints, _ = counts(number)
    yield f"personas/{id_of(plan, 'persona', number)}", *entities.persona(plan, number)
    for one in range(touchpoints):
        yield f"touchpoints/{id_of(plan, 'touchpoint', number, one)}", *entities.touchpoint(plan, number, one)
    for one in range(evidence):
        yield f"evidence/{id_of(plan, 'evidence', number, one)}", *entities.evidence(plan, number, one)


def _standing_alone(plan: Plan, missing: int) -> Iterator[tuple[str, Record, str]]:
    """So many touchpoints and pieces of evidence that no journey names: what a portal has less than a journey."""
    for number in range(missing):
        home, kept = number % plan.journeys, 5 + number // plan.journeys
        if number % 2:
            yield f"evidence/{id_of(plan, 'evidence', home, kept)}", *entities.evidence(plan, home, kept)
        else:
            yield f"touchpoints/{id_of(plan, 'touchpoint', home, kept)}", *entities.touchpoint(plan, home, kept)


def _lists(plan: Plan) -> Iterator[tuple[str, dict[str, Record]]]:
    """The kinds that stand in one file each."""
    homes = range(plan.journeys)
    yield "channels", {key: one for name in plan.channels for key, one in entities.channel(plan, name).items()}
    yield "teams", {key: one for team in range(len(plan.teams)) for key, one in entities.team(plan, team).items()}
    yield "opportunities", {key: one for home in homes for key, one in entities.opportunities(plan, home).items()}
    yield "initiatives", {key: one for home in homes for key, one in entities.initiative(plan, home).items()}
    yield "metrics", {key: one for home in homes for key, one in entities.metrics(plan, home).items()}


def _write_host(root: Path) -> None:
    """The settings that `journeybook init` writes, and the pages written by hand."""
    files = files_of_portal(Repository("https://github.com/example/journeys", "github"), with_example=False)
    for name in ("mkdocs.yml", "journeybook.yml"):
        write(root / name, files[name])
    for name, source in ORDINARY.items():
        write(root / "content" / name, (Path(__file__).parent / source).read_text("utf-8"))
