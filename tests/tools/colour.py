"""Colours as people see them: contrast, difference, and how they look to those who see fewer colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Rgb = tuple[float, float, float]
"""Red, green and blue in linear light, each from 0 to 1."""

VISION: Mapping[str, Sequence[Sequence[float]]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira, Fernandes 2009, severity 1; for linear light."""


def rgb(written: str) -> Rgb:
    """The colour written as `#86121c`."""
    red, green, blue = (_linear(int(written[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def mixed(first: str, part: float, second: str) -> str:
    """`part`, from 0 to 1, of one colour laid over another, as `color-mix(in srgb, …)` does."""
    pairs = ((int(one[at : at + 2], 16) for one in (first, second)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(above * part + below * (1 - part)):02x}" for above, below in pairs)


def contrast(first: str, second: str) -> float:
    """From 1 to 21, after WCAG 2."""
    low, high = sorted(_luminance(rgb(one)) for one in (first, second))
    return (high + 0.05) / (low + 0.05)


def seen_with(vision: str, colour: Rgb) -> Rgb:
    """`colour` as somebody with this kind of vision sees it."""
    red, green, blue = (
        min(1.0, max(0.0, sum(factor * part for factor, part in zip(row, colour, strict=True))))
        for row in VISION[vision]
    )
    return red, green, blue


def difference(first: Rgb, second: Rgb) -> float:
    """CIEDE2000: about 2 is seen by those who look for it, 10 at a glance."""
    return ciede2000(_lab(first), _lab(second))


def ciede2000(first: Rgb, second: Rgb) -> float:
    """The difference of two colours in CIELAB, after Sharma, Wu, Dalal 2005; the names are theirs."""
    mean = (hypot(*first[1:]) + hypot(*second[1:])) / 2
    g = (1 - sqrt(mean**7 / (mean**7 + 25**7))) / 2
    (l1, c1, h1), (l2, c2, h2) = (_polar(one, g) for one in (first, second))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0
    hm = h1 + turn / 2 if c1 * c2 else h1 + h2
    t = (
        1
        - 0.17 * cos(radians(hm - 30))
        + 0.24 * cos(radians(2 * hm))
        + 0.32 * cos(radians(3 * hm + 6))
        - 0.20 * cos(radians(4 * hm - 63))
    )
    lightness = (l2 - l1) / (1 + 0.015 * (lm - 50) ** 2 / sqrt(20 + (lm - 50) ** 2))
    chroma = (c2 - c1) / (1 + 0.045 * cm)
    hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * cm * t)
    far = 60 * exp(-((((hm % 360) - 275) / 25) ** 2))
    r = -2 * sqrt(cm**7 / (cm**7 + 25**7)) * sin(radians(far))
    return sqrt(lightness**2 + chroma**2 + hue**2 + r * chroma * hue)


def _polar(lab: Rgb, g: float) -> Rgb:
    """Lightness, chroma and hue in degrees."""
    a = (1 + g) * lab[1]
    return lab[0], hypot(a, lab[2]), degrees(atan2(lab[2], a)) % 360


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _luminance(colour: Rgb) -> float:
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def _lab(colour: Rgb) -> Rgb:
    """CIELAB under D65."""
    red, green, blue = colour
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (
        one ** (1 / 3) if one > 216 / 24389 else (24389 / 27 * one + 16) / 116
        for one in (x, _luminance(colour), z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
