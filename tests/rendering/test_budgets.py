"""How large what we ship may become."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator

import journeybook_theme
from journeybook.model import Entity, Evidence, Journey, Metric, Opportunity, Pain, Stage, Step, Work
from journeybook.model.lanes import LaneName
from tests.pages.portals import EVERYTHING

from .sites import site_of

MAP = 250_000
"""Bytes of a map of 12 stages, 60 steps and 10 lanes, comment links included, before compression."""
SCRIPT_AND_STYLE = 40_000
"""Bytes of our own script and style on a page without a diagram, compressed."""

_LANES = (
    LaneName.DOES, LaneName.THINKS, LaneName.CURVE, LaneName.MOMENTS_OF_TRUTH, LaneName.PAINS,
    LaneName.TOUCHPOINTS, LaneName.CHANNELS, LaneName.BACKSTAGE, LaneName.TEAMS,
)  # fmt: skip
_HIDDEN = (LaneName.EVIDENCE,)
"""A lane that readers may switch on counts as well, for it stands in the page; so do the lines between lanes."""


def _step(stage: int, number: int) -> Step:
    """A step that says something in each of the ten lanes."""
    name = f"stage-{stage}-step-{number}"
    return Step(
        id=name,
        title="Looks for the names and passwords of the old server",
        does="Opens three drawers and an old mailbox, and calls the friend who set it up nine years ago",
        thinks="Will my orders get lost, and who will tell my customers?",
        quote="I only wanted to know whether I am safe with you.",
        score={"ann": 1.5 + number / 2, "bob": 4},
        touchpoints=("call",),
        team="desk" if (stage + number) % 2 else "sales",
        backstage=(Work(does="Opens a ticket by hand and puts it into the list", team="sales"),),
        pains=(Pain(id=f"{name}-pain", title="Has to explain the set-up a second time", severity=4, reach=0.6),),
        moment_of_truth="Decides whether she trusts us with the move of her shop",
    )


def _large(lanes: tuple[str, ...]) -> Iterator[Entity]:
    stages = tuple(
        Stage(
            id=f"stage-{stage}",
            title="Hand over what is needed and nothing else",
            goal="Know what the move costs and risks",
            steps=tuple(_step(stage, number) for number in range(5)),
        )
        for stage in range(12)
    )
    yield Journey(id="large", title="Move my shop", personas=("ann", "bob"), lanes=lanes, stages=stages)
    kinds = (Evidence, Metric, Opportunity)
    yield from (one for one in EVERYTHING if not isinstance(one, (Journey, *kinds)))


def test_a_large_map_is_small_enough() -> None:
    html = site_of(_large(_LANES))["journeys/large/index.html"].html
    found = re.search(r'<figure class="jb-map".*?</figure>', html, re.DOTALL)
    assert found
    drawn = found[0]
    assert drawn.count(' data-jb-stage="stage-') == 12
    # It counts whole: what readers can do with it, what presents it, and what its signs mean.
    for part in ("jb-tools__bar", "jb-tools__lanes", "jb-sheet", "jb-walk", "jb-printing", "jb-curve-legend"):
        assert drawn.count(f'class="{part}"') == 1, part
    assert drawn.count(' data-jb-step="stage-') == drawn.count('class="jb-map__comment"') == 60
    lanes = re.findall(r'<tr class="jb-lane [^>]*data-jb-lane="([^"]*)"', drawn)
    assert set(lanes) == {*_LANES, *_HIDDEN, "line-of-visibility"}
    assert "<td></td>" not in drawn.split("<tbody>")[1].split(" hidden>")[0].rpartition("<tr")[0]
    assert len(drawn.encode()) < MAP


def test_scripts_and_styles_are_small_enough() -> None:
    published = dict(journeybook_theme.published_files())
    named = [*journeybook_theme.STYLES, *journeybook_theme.SCRIPTS]
    assert sum(len(gzip.compress(published[name], 9)) for name in named) < SCRIPT_AND_STYLE
