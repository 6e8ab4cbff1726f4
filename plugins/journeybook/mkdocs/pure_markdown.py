"""Whether the site's Markdown makes of a text the same HTML whenever and wherever it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig

_OF_MARKDOWN = frozenset(
    {"abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"}
    | {"legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc"}
    | {"wikilinks"}
)
_OF_PYMDOWNX = frozenset(
    {
        "arithmatex",
        "betterem",
        "bracketspan",
        "caret",
        "critic",
        "details",
        "emoji",
        "escapeall",
        "extra",
        "fancylists",
    }
    | {"highlight", "inlinehilite", "keys", "magiclink", "mark", "progressbar", "quotes", "saneheaders"}
    | {"smartsymbols", "striphtml", "superfences", "tabbed", "tasklist", "tilde"}
    | {f"blocks.{name}" for name in ("admonition", "caption", "definition", "details", "html", "tab")}
)
"""Not `b64`, `pathconverter` and `snippets`, which look for files beside the text."""
_PURE = _OF_MARKDOWN | {f"pymdownx.{name}" for name in _OF_PYMDOWNX}
_KNOWN_FUNCTIONS = ("markdown.", "pymdownx.", "material.extensions.", "materialx.extensions.")
_OURS = ("journeybook.mkdocs.blocks_in_markdown", "journeybook.mkdocs.markdown_links")
"""Where our own are at home."""
_COUNTS_ON = "UNIQUE_IDS"
"""Of footnotes: their numbers go on from text to text."""
_LOOKS_FOR_FILES = "custom_icons"
"""Of emoji: folders of the author's own."""


def is_pure(config: MkDocsConfig) -> bool:
    """Whether the HTML of a text hangs on nothing but the text and the settings in `config`.

    Then it may be kept, apart from what our own extensions put into it, of which they leave a trace. An extension
    that nobody has looked at, or a function of the author's, might look at anything: then it may not.
    """
    written = cast("list[Any]", config.markdown_extensions)
    settings = cast("Mapping[str, Any]", config.mdx_configs or {})
    return all(map(_is_known, written)) and _is_plain(settings)


def _is_known(extension: object) -> bool:
    if type(extension).__module__ in _OURS:
        return True
    return isinstance(extension, str) and extension.partition(":")[0].removeprefix("markdown.extensions.") in _PURE


def _is_plain(value: object) -> bool:
    """Whether all in `value` is said in the settings, or a function that we know to ask nobody."""
    if isinstance(value, Mapping):
        found = cast("Mapping[object, object]", value)
        return not (found.get(_COUNTS_ON) or found.get(_LOOKS_FOR_FILES)) and all(map(_is_plain, found.values()))
    if isinstance(value, list | tuple):
        return all(map(_is_plain, cast("list[object]", value)))
    if isinstance(value, partial):
        return _is_plain(cast(Any, value).func)
    if callable(value):
        return f"{getattr(value, '__module__', '')}.".startswith(_KNOWN_FUNCTIONS)
    return value is None or isinstance(value, str | int | float)
