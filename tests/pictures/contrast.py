"""Contrast of every text of a picture, measured in the browser against what is painted behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

COMMON = """
    const canvas = document.createElement("canvas")
    canvas.width = canvas.height = 1
    const context = canvas.getContext("2d", {willReadFrequently: true})
    const probe = svg.parentNode.appendChild(document.createElement("span"))
    /** A colour as red, green and blue, also where it is one of the system's. */
    const resolved = colour => {
        probe.style.color = colour
        return getComputedStyle(probe).color
    }
    /** `colours` painted over each other, the first at the bottom, as red, green and blue from 0 to 255. */
    const painted = colours => {
        context.clearRect(0, 0, 1, 1)
        for (const colour of ["Canvas", ...colours]) {
            context.fillStyle = resolved(colour)
            context.fillRect(0, 0, 1, 1)
        }
        return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
    }
    const luminance = rgb => rgb
        .map(value => value / 255)
        .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
        .reduce((sum, value, n) => sum + value * [0.2126, 0.7152, 0.0722][n], 0)
    const surface = element => {
        const style = getComputedStyle(element)
        if (element instanceof SVGElement && !(element instanceof SVGSVGElement))
            return element instanceof SVGGeometryElement ? style.fill : "transparent"
        return style.backgroundColor
    }
    const ratio = (under, over) => {
        const [light, dark] = [luminance(painted(under)), luminance(painted([...under, over]))]
            .sort((one, other) => other - one)
        return (light + 0.05) / (dark + 0.05)
    }
    const root = svg.getRootNode()
    /** What stands at a point, the lowest first. */
    const under = (x, y) => [...new Set([root, document].flatMap(one => one.elementsFromPoint(x, y)))].reverse()
"""

MEASURE = f"""
svg => {{
{COMMON}
    const texts = [...svg.querySelectorAll("*")].filter(element =>
        !element.closest("switch > text, title, desc, style") &&
        [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    return texts.map(element => {{
        element.scrollIntoView({{block: "center", inline: "center"}})
        const range = document.createRange()
        range.selectNodeContents(element)
        const box = range.getClientRects()[0]
        const behind = under(box.x + box.width / 2, box.y + box.height / 2)
        const colours = behind.map(surface).filter(colour => colour !== "none")
        const style = getComputedStyle(element)
        const text = element instanceof SVGElement ? style.fill : style.color
        return {{
            text: element.textContent.trim(),
            ratio: ratio(colours, text),
            size: parseFloat(style.fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width,
            seen: behind.includes(element),
        }}
    }})
}}
"""

LINES = f"""
svg => {{
{COMMON}
    const lines = [...svg.querySelectorAll("path, rect, polygon, line, circle")].filter(one =>
        !one.closest("defs, marker, .labelBkg, .label, .cluster, .background") &&
        !one.matches(".jb-chart__frame, .jb-chart__head, .background") &&
        one.getTotalLength() && getComputedStyle(one).stroke !== "none")
    return lines.map(one => {{
        one.scrollIntoView({{block: "center", inline: "center"}})
        const [at, matrix] = [one.getPointAtLength(one.getTotalLength() * 0.07), one.getScreenCTM()]
        const {{x, y}} = at.matrixTransform(matrix)
        const behind = under(x, y).filter(other => other !== one && !one.parentElement.contains(other))
        const colours = behind.map(surface).filter(colour => colour !== "none")
        const name = one.getAttribute("class") ?? one.tagName
        return {{text: name, ratio: ratio(colours, getComputedStyle(one).stroke), size: 0, seen: true}}
    }})
}}
"""


@dataclass(frozen=True)
class Measured:
    """One text of a picture."""

    text: str
    ratio: float
    """Contrast as WCAG counts it, from 1 to 21."""
    size: float
    """Its height as shown, in px."""
    seen: bool
    """Whether nothing else lies where it was looked for."""


def contrasts(picture: Locator) -> list[Measured]:
    """Every text of the `svg`; scrolls through it."""
    return [Measured(**one) for one in picture.evaluate(MEASURE)]


def line_contrasts(picture: Locator) -> list[Measured]:
    """Every line of the `svg` that is more than decoration: arrows, and the borders of boxes; by its class."""
    return [Measured(**one) for one in picture.evaluate(LINES)]
