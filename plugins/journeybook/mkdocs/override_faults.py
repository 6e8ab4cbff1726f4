"""Mistakes in the author's own page templates, said in a line instead of a traceback."""

from __future__ import annotations

import os
import traceback
from html import escape
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from journeybook.rendering import Rendered


def fault_of(error: TemplateError, folder: Path | None, root: Path) -> str | None:
    """Where and what the mistake is; None if it is none of the templates in `folder`.

    `root` is what paths are shown relative to.
    """
    file, line = _place_of(error)
    if folder is None or not file or not Path(file).is_relative_to(folder):
        return None
    return f"{Path(os.path.relpath(file, root)).as_posix()}:{line}: {error.message or type(error).__name__}"


def _place_of(error: TemplateError) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError):
        return error.filename or "", error.lineno
    # Jinja puts the template's lines into the traceback; the innermost frames may be Jinja's own.
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return (frames[-1].filename, frames[-1].lineno or 1) if frames else ("", 1)


def page_about(fault: str, title: str) -> Rendered:
    """A page that shows the mistake, while the author writes."""
    shown = f'<h1>{escape(title)}</h1>\n<div class="admonition failure" role="alert"><p>{escape(fault)}</p></div>'
    return Rendered(html=shown, headings=(), description=title)
