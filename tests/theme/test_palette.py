"""The colours of scores: told apart with every kind of colour vision, and readable in light and dark."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

import journeybook_theme
from tests.tools.colour import VISION, ciede2000, contrast, difference, mixed, rgb, seen_with

LEVELS = ("very-bad", "bad", "neutral", "good", "very-good")
SCHEMES = {"light": ("#212121", "#ffffff"), "dark": ("#bfc1c6", "#1e2029")}
"""Ink and paper of Material's schemes `default` and `slate`."""
APART = 11
"""CIEDE2000 between any two levels; 10 is seen at a glance."""
TEXT = 4.5
"""Contrast of text; shapes want less, and have no colour that is not used for text too."""
STYLES = dict(journeybook_theme.published_files())["journeybook.css"].decode("utf-8")

each_scheme = pytest.mark.parametrize("scheme", SCHEMES)


@pytest.fixture(scope="module")
def palettes() -> dict[str, dict[str, str]]:
    """Scheme -> level -> colour, as the style sheet has them: first for light, then for dark."""
    found = [re.findall(rf"--jb-{level}: (#[0-9a-f]{{6}});", STYLES) for level in LEVELS]
    assert all(len(colours) == 2 for colours in found), found
    return {
        scheme: dict(zip(LEVELS, (colours[number] for colours in found), strict=True))
        for number, scheme in enumerate(SCHEMES)
    }


@each_scheme
@pytest.mark.parametrize("vision", [None, *VISION])
def test_any_two_levels_are_told_apart(
    palettes: dict[str, dict[str, str]], scheme: str, vision: str | None
) -> None:
    seen = {level: rgb(colour) for level, colour in palettes[scheme].items()}
    if vision:
        seen = {level: seen_with(vision, colour) for level, colour in seen.items()}
    near = {pair: difference(seen[pair[0]], seen[pair[1]]) for pair in combinations(LEVELS, 2)}
    assert min(near.values()) >= APART, near


@each_scheme
@pytest.mark.parametrize("level", LEVELS)
def test_a_score_is_readable_on_paper_on_a_tint_and_on_its_own_shade(
    palettes: dict[str, dict[str, str]], scheme: str, level: str
) -> None:
    ink, paper = SCHEMES[scheme]
    colour = palettes[scheme][level]
    tint = mixed(ink, 0.04, paper)
    grounds = {
        "paper": paper,
        "tint": tint,
        "shade": mixed(colour, 0.09, paper),
        "both": mixed(colour, 0.09, tint),
    }
    found = {name: round(contrast(colour, ground), 2) for name, ground in grounds.items()}
    assert min(found.values()) >= TEXT, found


@each_scheme
def test_words_that_help_and_edges_are_seen_on_paper_and_on_a_tint(scheme: str) -> None:
    ink, paper = SCHEMES[scheme]
    shares = re.findall(r"--jb-(muted|tint): .* (\d+)%, transparent", STYLES)
    part = {name: int(share) / 100 for name, share in shares}
    tint = mixed(ink, part["tint"], paper)
    for ground in (paper, tint):
        assert contrast(mixed(ink, part["muted"], ground), ground) >= TEXT


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (58.0, 24.0, 15.0), 19.4535),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ],
)
def test_the_measure_gives_the_published_figures(
    first: tuple[float, float, float], second: tuple[float, float, float], expected: float
) -> None:
    assert ciede2000(first, second) == pytest.approx(expected, abs=1e-4)
