"""What a page says of itself in words that search engines share: schema.org's, as JSON-LD.

Only what truly fits is said: that it is a page, when it was reviewed, and where it stands. A journey
is no `HowTo` (nobody shall follow it), a persona no `Person` (nobody of that name lives), a touchpoint no
`ContactPoint`; a wrong type is worse than none. `portal.json` holds all of it in words that fit.
"""

from __future__ import annotations

from typing import Any

from journeybook.model import Kind
from journeybook.model.addresses import Address
from journeybook.pages.context import Context
from journeybook.pages.page_view import PageView
from journeybook.pages.scope import in_folder

_KINDS = frozenset(Kind)
"""Pages about one thing; all others are about many."""


def linked_data(view: PageView, context: Context) -> dict[str, Any] | None:
    """The description of the page that `view` shows; None where the site's address is not known.

    See https://schema.org/WebPage and https://schema.org/BreadcrumbList.
    """
    if not context.site:
        return None
    head = view.head
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "WebPage" if view.page.key.kind in _KINDS else "CollectionPage",
        "url": _url(view.page.address, context),
        "name": head.plain_title,
        "inLanguage": head.title.language or context.options.language,
        "breadcrumb": {"@type": "BreadcrumbList", "itemListElement": _crumbs(view, context)},
    }
    if head.plain_summary:
        told["description"] = head.plain_summary
    if head.upkeep.reviewed:
        told["lastReviewed"] = head.upkeep.reviewed.iso
    if head.upkeep.tags:
        told["keywords"] = list(head.upkeep.tags)
    return told


def _crumbs(view: PageView, context: Context) -> list[dict[str, Any]]:
    """The way from the front page down to this page, which comes last."""
    way = [(link.title, link.to) for link in view.head.crumbs]
    way.append((view.head.plain_title, view.page.address))
    return [
        {"@type": "ListItem", "position": number, "name": title, "item": _url(address, context)}
        for number, (title, address) in enumerate(way, 1)
    ]


def _url(address: Address, context: Context) -> str:
    there = in_folder(address, context.scope.folder)
    return context.site + there.url(directory_urls=context.directory_urls).removeprefix("./")
