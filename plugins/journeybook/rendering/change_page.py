"""The page about changes as one HTML file that needs nothing else: it opens from a folder and asks no host."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

import journeybook_theme
from journeybook.history.runs import Mark, Runs
from journeybook.pages.changed import ChangedPage
from journeybook.words import Words

_TAGS = {Mark.NAME: "em", Mark.GONE: "del", Mark.NEW: "ins"}


def change_page(view: ChangedPage, words: Words) -> str:
    """The file that `view` describes."""
    template = _environment(words.language).get_template("changes.html")
    return template.render(view=view, styles=Markup(_styles()))  # noqa: S704  # a file of the theme


def _styles() -> str:
    return (journeybook_theme.STANDALONE / "changes.css").read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(journeybook_theme.STANDALONE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    translations = Words(language).translations
    environment.install_gettext_callables(translations.gettext, translations.ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.filters["marked"] = _marked
    return environment


def _marked(runs: Runs) -> Markup:
    parts: list[Markup] = []
    for run in runs:
        paragraphs = Markup("<br><br>").join(map(escape, run.text.split("\n\n")))
        tag = _TAGS.get(run.mark)
        parts.append(Markup("<{0}>{1}</{0}>").format(Markup(tag), paragraphs) if tag else paragraphs)  # noqa: S704  # one of ours
    return Markup("").join(parts)
