"""Who else has a say in single pages: plugins whose part we know, and those we must let see every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Literal, cast

from mkdocs.config.defaults import MkDocsConfig

from journeybook.mkdocs.findings_log import log

_PAGE_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
_KNOWN = {
    "search": ("page_context",),
    "tags": ("page_markdown", "page_context"),
    "meta": ("page_markdown",),
    "privacy": ("page_content", "post_page"),
}
"""What plugins do to single pages that is done as well where MkDocs does not see them.

`search` gets its entries otherwise; `offline` and `info` listen to none of these events.
"""


def takes_quick_way(render: Literal["quick", "normal"], config: MkDocsConfig) -> bool:
    """Whether pages can be made the quick way; if somebody else must see each of them, the log says who."""
    if render == "normal":
        return False
    if names := strangers(config):
        who = ", ".join(f"'{name}'" for name in names)
        log.info(
            "Every page goes through MkDocs, since %s may change single pages; it takes several times as long",
            who,
        )
    return not names


def strangers(config: MkDocsConfig) -> tuple[str, ...]:
    """The names of plugins and hooks that do with pages what only MkDocs' own way gives them, in their order."""
    found: dict[str, None] = {}
    for event in _PAGE_EVENTS:
        for name, method in _listeners(config, event):
            if not _is_known(name, event, method):
                found[name] = None
    return tuple(found)


def must_see_pages(config: MkDocsConfig) -> bool:
    """Whether a plugin we know must see every page of every build: it fetches what pages ask of other hosts."""
    return any(
        not _module(method).startswith("journeybook.") and not _is_idle(getattr(method, "__self__", None), name)
        for name, method in _listeners(config, "post_page")
    )


def _is_known(name: str, event: str, method: Callable[..., Any]) -> bool:
    owner, module = getattr(method, "__self__", None), _module(method)
    if module.startswith("journeybook."):
        return True
    theme, _, plugin = name.rpartition("/")
    if theme not in {"", "material", "materialx"} or event not in _KNOWN.get(plugin, ()):
        return _is_idle(owner, name)
    return module.startswith(("material.", "materialx.", "mkdocs.contrib.")) or _is_idle(owner, name)


def _is_idle(owner: Any, name: str) -> bool:
    """Whether a plugin of the theme's is switched off."""
    return name.startswith(("material/", "materialx/")) and getattr(owner.config, "enabled", True) is False


def _listeners(config: MkDocsConfig, event: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    methods = cast("list[Callable[..., Any]]", config.plugins.events[event])
    origins: dict[Any, str] = getattr(config.plugins, "_event_origins", {})
    for method in methods:
        yield origins.get(method, "a hook"), method


def run_apart(host: MkDocsConfig, event: str, item: Any, /, **said: Any) -> Any:
    """What the known plugins of others make of `item`, as MkDocs has them do, but for the search."""
    for name, method in _listeners(host, event):
        if _module(method).startswith("journeybook."):
            continue
        if name.rpartition("/")[2] == "search":
            continue
        result = method(item, **said)
        item = item if result is None else result
    return item


def _module(method: Callable[..., Any]) -> str:
    """Where the plugin is at home whose method it is; empty for a hook."""
    owner = getattr(method, "__self__", None)
    return "" if owner is None else type(owner).__module__
