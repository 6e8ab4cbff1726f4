"""The Jinja environment in which pages are rendered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
)
from markupsafe import Markup

import journeybook_theme
from journeybook.pages import Context, Narrative
from journeybook.rendering.kept_templates import KeptTemplates, templates_kept_in
from journeybook.rendering.pieces_html import PiecesHtml
from journeybook.rendering.quick_templates import QuickEnvironment


def environment_of(
    context: Context,
    narrated: Callable[[Narrative, int], Markup],
    overrides: tuple[Path, ...],
    kept: KeptTemplates | None = None,
) -> Environment:
    """The environment for the pages of `context`; `kept` are the templates that were compiled before.

    Templates are looked for in `overrides`, then in the theme; `theme/journeybook/…` is always the
    theme's own, which an override can extend.
    """
    theme = FileSystemLoader(journeybook_theme.TEMPLATES)
    environment = QuickEnvironment(
        loader=ChoiceLoader([*map(FileSystemLoader, overrides), theme, PrefixLoader({"theme": theme})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=kept or templates_kept_in(),
        extensions=["jinja2.ext.i18n"],
    )
    translations = context.words.translations
    environment.speak(translations.gettext, translations.ngettext)
    pieces = PiecesHtml(context.scope, directory_urls=context.directory_urls)

    def narrative(one: Narrative, level: int) -> Markup:  # of one name, so that compiled templates serve all
        return narrated(one, level)

    cast("dict[str, Any]", environment.filters).update({**pieces.filters, "narrated": narrative})
    return environment


def templates_of_theme() -> list[str]:
    """The names of all templates that the theme has for pages."""
    return FileSystemLoader(journeybook_theme.TEMPLATES).list_templates()
