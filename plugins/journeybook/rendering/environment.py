"""The Jinja environment in which pages are rendered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
)
from jinja2.bccache import Bucket
from markupsafe import Markup

import journeybook_theme
from journeybook.pages import Context, Narrative
from journeybook.rendering.pieces_html import PiecesHtml


class _Memory(BytecodeCache):
    """Keeps compiled templates while the process lives, so that a server's next build starts at once."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` if its source is the one that was compiled."""
        checksum, code = self._kept.get(bucket.key, ("", b""))
        if code and checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what `bucket` holds."""
        self._kept[bucket.key] = (bucket.checksum, bucket.bytecode_to_string())


_MEMORY = _Memory()


def environment_of(
    context: Context, narrated: Callable[[Narrative, int], Markup], overrides: tuple[Path, ...]
) -> Environment:
    """The environment for the pages of `context`.

    Templates are looked for in `overrides`, then in the theme; `theme/journeybook/…` is always the
    theme's own, which an override can extend.
    """
    theme = FileSystemLoader(journeybook_theme.TEMPLATES)
    environment = Environment(
        loader=ChoiceLoader([*map(FileSystemLoader, overrides), theme, PrefixLoader({"theme": theme})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_MEMORY,
        extensions=["jinja2.ext.i18n"],
    )
    translations = context.words.translations
    environment.install_gettext_callables(translations.gettext, translations.ngettext, newstyle=True)  # type: ignore[attr-defined]
    pieces = PiecesHtml(context.scope, directory_urls=context.directory_urls)
    cast("dict[str, Any]", environment.filters).update({**pieces.filters, "narrated": narrated})
    return environment
