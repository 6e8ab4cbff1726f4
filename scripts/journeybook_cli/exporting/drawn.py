"""The map of a journey's page as a document or a picture."""

from __future__ import annotations

import base64
import mimetypes
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from journeybook_cli.exits import Refusal

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAPERS = ("a4", "a3", "letter", "tabloid")
"""Papers that the theme has sheets for."""

_WHOLE = "whole"
"""One sheet, as large as the map likes to be."""
_EDGE = 64
_PDF_DAY = re.compile(rb"\(D:\d{14}[+-]\d\d'\d\d'\)")
_PDF_NODE = re.compile(rb"(?<=\(node)\d{8}(?=\))")
_IMAGE = re.compile(r'(?<=href=")file:[^"]*')
_SVG_OF_PAGE = Path(__file__).with_name("svg_of_page.js")


def pdf_of(page: Page, paper: str, day: date) -> bytes:
    """The map on landscape sheets of `paper`: tagged, with an outline, made on `day` at midnight UTC."""
    _lay_out(page, paper)
    made = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
    return _renumbered(_PDF_DAY.sub(f"(D:{day:%Y%m%d}000000+00'00')".encode(), made))


def _renumbered(made: bytes) -> bytes:
    """The PDF with the ids of its tags counted from 1; Chromium's tell how busy it was."""
    ids = {old: b"%08d" % new for new, old in enumerate(sorted({*_PDF_NODE.findall(made)}), 1)}
    return _PDF_NODE.sub(lambda found: ids[found[0]], made)


def png_of(page: Page) -> bytes:
    """The map as one picture."""
    _lay_out_whole(page)
    return page.locator(".jb-sheets__sheet").screenshot(animations="disabled")


def svg_of(page: Page) -> str:
    """The map as one vector picture; texts stay texts, images are put in."""
    _lay_out_whole(page)
    drawn: str = page.locator(".jb-sheets__sheet").evaluate(_SVG_OF_PAGE.read_text(encoding="utf-8"))
    return _IMAGE.sub(lambda found: _embedded(found[0]), drawn)


def _lay_out(page: Page, paper: str) -> None:
    page.evaluate("paper => document.dispatchEvent(new CustomEvent('jb-sheets', {detail: paper}))", paper)
    if not page.locator(".jb-sheets__sheet").count():
        raise Refusal("this journey has no map: none of its stages has a step")


def _lay_out_whole(page: Page) -> None:
    page.emulate_media(media="print")
    _lay_out(page, _WHOLE)
    box = page.locator(".jb-sheets__sheet").bounding_box()
    if box:
        page.set_viewport_size({"width": int(box["width"]) + _EDGE, "height": int(box["height"]) + _EDGE})


def _embedded(address: str) -> str:
    """The file at `address` as an address that holds it."""
    path = Path(unquote(urlsplit(address).path))
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"
