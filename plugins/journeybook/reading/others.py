"""The other portals that were fetched -> what is known of them. Never asks the network."""

from __future__ import annotations

import hashlib
from pathlib import Path

from journeybook.model.diagnostics import Diagnostic, in_file_order
from journeybook.model.other_portals import NO_OTHERS, OtherPortal, OtherPortals
from journeybook.model.places import Span
from journeybook.model.portal_files import LOCK_FILE, OPTIONS_FILE
from journeybook.model.portal_options import OtherSource, PortalOptions
from journeybook.reading.findings import Findings
from journeybook.reading.lock import Pinned, path_of, read_lock
from journeybook.reading.other_document import EXTRACT, MOST_BYTES, Refused, json_of, other_portal_of

_FETCH = "run `journeybook fetch`"
PUBLIC = "public"


def read_others(root: Path, options: PortalOptions) -> tuple[OtherPortals, tuple[Diagnostic, ...]]:
    """What is known of the portals that `options` names, and what is wrong with what was fetched of them."""
    if not options.portals:
        return NO_OTHERS, ()
    findings = Findings(OPTIONS_FILE)
    lock = read_lock(root)
    if lock is None:
        unreadable = Findings(LOCK_FILE)
        unreadable.add("JB338", Span(), "the lock cannot be read", f"delete it and {_FETCH}")
        return OtherPortals(unread=frozenset(options.portals)), unreadable.in_order()
    found: dict[str, OtherPortal] = {}
    for name, source in options.portals.items():
        portal = _read(root, name, source, lock.get(name), findings)
        if portal and _may_be_shown(portal, options, findings):
            found[name] = portal
    unread = frozenset(options.portals.keys() - found.keys())
    return OtherPortals(found, unread), in_file_order(findings.found)


def _read(
    root: Path, name: str, source: OtherSource, pinned: Pinned | None, findings: Findings
) -> OtherPortal | None:
    span = source.place.span
    content = _content(root / path_of(name))
    if pinned is None or content is None:
        message = f"the portal '{name}' has not been fetched"
        findings.add("JB332", span, message, f"{_FETCH}, and commit {path_of(name)} and {LOCK_FILE}")
        return None
    if hashlib.sha256(content).hexdigest() != pinned.sha256:
        message = f"{path_of(name)} is not what {LOCK_FILE} says was fetched"
        findings.add("JB333", span, message, f"{_FETCH}, and commit both")
        return None
    if pinned.source != source.source:
        message = f"the portal '{name}' was fetched from {pinned.source}"
        findings.add("JB339", source.place.of("source"), message, _FETCH)
    read = json_of(content, EXTRACT)
    if not isinstance(read, Refused):
        read = other_portal_of(name, read, title=source.title or "", site=source.site or "")
    if isinstance(read, Refused):
        findings.add(read.code, span, f"{path_of(name)} is not used: {read.message}", read.hint or _FETCH)
        return None
    if not read.site:
        hint = "write `site: https://…` below its `source`"
        findings.add("JB337", span, f"nobody knows where the site of '{name}' stands", hint)
    return read


def _content(path: Path) -> bytes | None:
    """What stands in the file at `path`, no more than is read of any; None if there is no such file."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError:
        return None


def _may_be_shown(portal: OtherPortal, options: PortalOptions, findings: Findings) -> bool:
    """Whether this build may show `portal`: nothing internal stands in a build for the public."""
    if str(options.audience) != PUBLIC or portal.audience == PUBLIC:
        return True
    message = f"the portal '{portal.name}' was built for the company alone and is left out"
    hint = "fetch a public build of it"
    findings.add("JB336", options.portals[portal.name].place.span, message, hint)
    return False
