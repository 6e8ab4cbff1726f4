"""The colours of the curve: seen on the paper, and apart for those who do not see all colours."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from journeybook_theme import published_files

PAPER = {"light": "#ffffff", "dark": "#1e2129"}
"""Material's, the dark one rounded up."""

# G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency", IEEE TVCG 15 (2009): full deficiency, in linear light.
SIGHT = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
APART = 0.08
"""How far any two are apart at least, in OKLab, where 0.02 is just seen."""


def colours(scheme: str) -> list[str]:
    style = dict(published_files())["journeybook.css"].decode()
    found = re.findall(r"--jb-curve-\d: (#[0-9a-f]{6});", style)
    assert len(found) == 12
    return found[:6] if scheme == "light" else found[6:]


def linear(colour: str) -> tuple[float, ...]:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    return tuple(one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)


def contrast(colour: str, paper: str) -> float:
    found = [
        sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear(one), strict=True)) for one in (colour, paper)
    ]
    return (max(found) + 0.05) / (min(found) + 0.05)


def oklab(rgb: tuple[float, ...]) -> tuple[float, ...]:
    """Björn Ottosson, "A perceptual color space for image processing" (2020)."""
    r, g, b = (max(one, 0) for one in rgb)
    cone = [
        (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3),
        (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3),
        (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3),
    ]
    rows = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    return tuple(sum(w * v for w, v in zip(row, cone, strict=True)) for row in rows)


def seen(colour: str, sight: str) -> tuple[float, ...]:
    rgb = linear(colour)
    return oklab(tuple(sum(w * v for w, v in zip(row, rgb, strict=True)) for row in SIGHT[sight]))


@pytest.mark.parametrize("scheme", PAPER)
def test_lines_are_seen_on_the_paper_and_letters_on_their_marks(scheme: str) -> None:
    for colour in colours(scheme):
        assert contrast(colour, PAPER[scheme]) >= 4.5, colour


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("scheme", PAPER)
def test_lines_are_apart_for_every_sight(scheme: str, sight: str) -> None:
    for one, other in combinations(colours(scheme), 2):
        pair = zip(seen(one, sight), seen(other, sight), strict=True)
        distance = sum((a - b) ** 2 for a, b in pair) ** 0.5
        assert distance >= APART, (one, other, round(distance, 3))
