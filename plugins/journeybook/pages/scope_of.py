"""Which part of the site an edition of a portal is."""

from __future__ import annotations

from journeybook.model.addresses import FRONT
from journeybook.pages.planned import plan
from journeybook.pages.scope import ONLY, Scope
from journeybook.portal import Portal
from journeybook.portal.link_map import page_address


def scope_of(portal: Portal, language: str, languages: tuple[str, ...], *, has_past: bool = False) -> Scope:
    """The part of the site that `portal`, in `language`, is; of all `languages` the original comes first."""
    if len(languages) == 1:
        return ONLY
    content = portal.content
    own = {page_address(page.of) for page in content.translated_pages if page.language == language}
    planned = {page.address for page in plan(portal, has_past=has_past)}
    others = {page.path for page in content.translated_pages if page.language != language}
    only_original = {page_address(page) for page in content.pages} - own - planned - {FRONT}
    return Scope(
        language,
        languages,
        frozenset(only_original) if language != languages[0] else frozenset(),
        frozenset(portal.link_map.pages[path] for path in others),
    )
