"""Old addresses, which send their visitors on: small HTML files that any generator copies as they are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import escape

from journeybook.model.addresses import Address, address_of
from journeybook.pages.planned import PlannedPage
from journeybook.portal import Portal


def redirects(
    portal: Portal, pages: tuple[PlannedPage, ...], *, directory_urls: bool
) -> Iterator[tuple[str, str]]:
    """File and text of a page for every former address at which no page stands now."""
    taken = {page.address.file(directory_urls=directory_urls) for page in pages}
    for former, now in _moved(portal, pages):
        file = former.file(directory_urls=directory_urls)
        if file not in taken:
            taken.add(file)
            url = now.url(directory_urls=directory_urls).removeprefix("./")
            yield file, _page("../" * file.count("/") + url or "./", posixpath.basename(now.path))


def _moved(portal: Portal, pages: tuple[PlannedPage, ...]) -> Iterator[tuple[Address, Address]]:
    planned = {page.key for page in pages}
    for former, now in portal.directory.former.items():
        if now in planned:
            yield address_of(former), address_of(now)


def _page(url: str, name: str) -> str:
    link = escape(url)
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(name)}</title>\n'
        f'<link rel="canonical" href="{link}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={link}">\n</head>\n'
        f'<body>\n<p><a href="{link}">{escape(name)}</a></p>\n</body>\n</html>\n'
    )
