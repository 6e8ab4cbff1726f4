"""`portals:` of `journeybook.yml` -> the sources that can be used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from journeybook.model.elsewhere import fault_of_name
from journeybook.model.portal_options import OtherSource, PortalOptions
from journeybook.reading.findings import Findings

_SITE = re.compile(r"https?://[^\s/?#\\@<>\"']+(?:/[^\s?#\\<>\"']*)?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


def site_of(text: str) -> str:
    """`text` as the address of a site's root, with a slash at its end; empty if it is none."""
    return f"{text.rstrip('/')}/" if _SITE.fullmatch(text) else ""


def is_web(source: str) -> bool:
    """Whether `source` is fetched from the web."""
    return source.startswith(("https://", "http://"))


def usable_sources(options: PortalOptions, findings: Findings) -> Mapping[str, OtherSource]:
    """The other portals that can be fetched; findings say what is wrong with the rest."""
    usable: dict[str, OtherSource] = {}
    for name, source in options.portals.items():
        if fault := fault_of_name(name):
            findings.add(
                "JB330",
                options.place.of("portals", name),
                f"'{name}' cannot name a portal: {fault}",
                "choose another name",
            )
        elif fault := _fault_of(source.source):
            findings.add("JB331", source.place.of("source"), *fault)
        elif source.site and not site_of(source.site):
            hint = "write its address, such as https://maps.example.com/hosting/"
            findings.add("JB149", source.place.of("site"), f"'{source.site}' is no address of a site", hint)
        else:
            usable[name] = source
    return usable


def _fault_of(source: str) -> tuple[str, str] | None:
    if is_web(source):
        try:
            parts = urlsplit(source)
            found = bool(parts.hostname) and (parts.port is None or parts.port > 0)
        except ValueError:
            found = False
        if not found:
            return f"'{source}' is no web address", "write one such as https://maps.example.com/portal.json"
        if "@" in urlsplit(source).netloc:
            return "the address holds a name or password", "leave it out: this file is read by many"
        return None
    if source.startswith("file://") or not _SCHEME.match(source):
        return None
    scheme = source.partition(":")[0]
    return f"nothing is fetched by {scheme}:", "write an https address, or a path relative to journeybook.yml"
