"""Which part of the site an edition is, and from where its links start."""

from __future__ import annotations

from dataclasses import dataclass

from journeybook.model.addresses import Address

ROOT = "\ue000journeybook-root\ue000/"
"""Stands for the way up to the edition's root in HTML that several pages share."""
SITE = "\ue000journeybook-site\ue000/"
"""Stands for the way up to the site's root, where pictures, downloads and other languages start."""
ORIGINAL = "\ue000journeybook-original\ue000/"
"""The same for links to pages that only the original has; they say in which language those are."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is in an edition, and what is elsewhere in the site."""

    language: str = ""
    """The edition's language; empty where a portal has only one."""
    languages: tuple[str, ...] = ()
    """Every language of the portal, the original first; empty where it has only one."""
    only_original: frozenset[Address] = frozenset()
    """Ordinary pages that only the original has."""
    elsewhere: frozenset[Address] = frozenset()
    """Pages of other editions; their addresses start at the site's root."""

    @property
    def original(self) -> str:
        """The language of the original; empty where there is no other."""
        return self.languages[0] if self.languages else ""

    @property
    def folder(self) -> str:
        """The edition's folder in the site; empty for the original, which stands at the root."""
        return folder_of(self.language, self.languages)

    def start(self, page: Address) -> str:
        """The mark from which a link to `page` starts."""
        if page in self.elsewhere:
            return SITE
        return ORIGINAL if page in self.only_original else ROOT

    def resolved(self, html: str, root: str) -> str:
        """`html` with the ways up in place of the marks; `root` leads from the page to the edition's root."""
        site = "../" + root.removeprefix("./") if self.folder else root
        html = html.replace(ROOT, root).replace(SITE, site)
        if ORIGINAL in html:
            html = html.replace(f'href="{ORIGINAL}', f'hreflang="{self.original}" href="{site}')
        return html.replace(ORIGINAL, site)


ONLY = Scope()
"""The scope of a portal in one language: all of the site."""


def folder_of(language: str, languages: tuple[str, ...]) -> str:
    """The folder of `language` in a site of several `languages`; empty for the original."""
    return language if language in languages[1:] else ""


def in_folder(address: Address, folder: str) -> Address:
    """`address`, which starts at the root of an edition, as it starts at the root of the site."""
    if not folder:
        return address
    path = f"{folder}/{address.path}" if address.path else folder
    return Address(path, address.anchor, is_folder=address.is_folder)
