"""Pages that become others in the browser as soon as they are others here."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

import rjsmin
from markupsafe import Markup

from journeybook.mkdocs.serving.shown import Found, Shown

EVENTS = "/-/journeybook/changes"
"""Where a page asks for news of itself; no page of a site has such an address."""

_STILL_HERE = b":\n\n"
_LOOK_UP = 20.0
"""Seconds after which a browser that is gone is noticed."""
_TAG = Markup(
    '<script data-jb-news data-events="{}" data-version="{}" data-page="{}" data-frame="{}">\n{}\n</script>\n'
)


def with_news(html: bytes, found: Found | None) -> bytes:
    """The page `html`, which changes with what was `found` at its address; None while there is nothing yet."""
    end = html.lower().rfind(b"</body")
    end = len(html) if end < 0 else end
    told = (found.version, found.page, found.frame) if found else ("waiting", "", "")
    return html[:end] + _TAG.format(EVENTS, *told, _script()).encode() + html[end:]


def news_of(shown: Shown, path: str, version: str) -> Iterator[bytes]:
    """The events for a browser that has the page at `path` in that `version`: each names the version there is now.

    A browser that does not know its version has the present one.
    """
    number = -1
    while True:
        number = shown.news_after(number, _LOOK_UP)
        present = shown.version(path)
        if version and present and present != version:
            yield f"data: {present}\n\n".encode()
        else:
            yield _STILL_HERE
        version = present or version


@cache
def _script() -> Markup:
    text = Path(__file__).with_name("page_news.js").read_text(encoding="utf-8")
    return Markup(cast(Any, rjsmin).jsmin(text))  # noqa: S704  # ours
