"""`journeybook.yml` -> the options of a portal."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from journeybook.model.diagnostics import Diagnostic, in_file_order
from journeybook.model.places import Span
from journeybook.model.portal_files import OPTIONS_FILE
from journeybook.model.portal_options import Comments, PortalOptions
from journeybook.model.record import of_valid, with_changes
from journeybook.reading.check_options import usable_checks
from journeybook.reading.composing import compose
from journeybook.reading.files import load_text
from journeybook.reading.findings import Findings
from journeybook.reading.internal_keys import known_internal
from journeybook.reading.mappings import report_no_mapping
from journeybook.reading.nodes import Entries, Scalar
from journeybook.reading.other_sources import usable_sources
from journeybook.reading.shaping import Shaping
from journeybook.reading.sources import is_text, source_of
from journeybook.reading.wording import did_you_mean, one_of

_FORMAT = 1
_NEEDS = {"github": "repository", "gitlab": "repository", "mailto": "address", "template": "template"}
_FIELDS = ("title", "body", "labels", "key", "page", "file", "line")


def read_options(root: Path) -> tuple[PortalOptions, tuple[Diagnostic, ...]]:
    """The options of the portal in `root`, all at their defaults if it has no file of them."""
    path = root / OPTIONS_FILE
    if not path.exists() and not path.is_symlink():
        return of_valid(PortalOptions, {}), tuple(_other_name(root))
    text, finding = load_text(path, OPTIONS_FILE)
    if text is None:
        return of_valid(PortalOptions, {}), (finding,) if finding else ()
    return options_of(text)


def _other_name(root: Path) -> list[Diagnostic]:
    """A finding if the options stand under a name that is not read."""
    other = OPTIONS_FILE.replace(".yml", ".yaml")
    findings = Findings(other)
    if (root / other).is_file():
        findings.add("JB110", Span(), f"the file '{other}' is not read", f"rename it to '{OPTIONS_FILE}'")
    return findings.found


def options_of(text: str) -> tuple[PortalOptions, tuple[Diagnostic, ...]]:
    """The options in `text`, without those that are wrong, and what is wrong with them."""
    findings = Findings(OPTIONS_FILE)
    options = _options(text, findings)
    found = (replace(one, code="JB301") if one.code == "JB140" else one for one in findings.found)
    return options, in_file_order(found)


def _options(text: str, findings: Findings) -> PortalOptions:
    source = source_of(text)
    node = compose(source, findings) if is_text(source, findings) else None
    if node is None or (isinstance(node, Scalar) and node.is_nothing):
        return of_valid(PortalOptions, {})
    if not isinstance(node, Entries):
        report_no_mapping(node, findings)
        return of_valid(PortalOptions, {})
    _take_newer_format(node, findings)
    options = Shaping(findings).record(PortalOptions, node, span=Span())
    if not isinstance(options, PortalOptions):
        return of_valid(PortalOptions, {})
    if not _is_inside(options.content):
        hint = "write a path relative to journeybook.yml, without .."
        findings.add("JB306", options.place.of("content"), f"'{options.content}' is outside of the portal", hint)
        options = with_changes(options, content=of_valid(PortalOptions, {}).content)
    options = with_changes(options, internal=known_internal(options, findings))
    if options.comments and not _can_be_used(options.comments, findings):
        options = with_changes(options, comments=None)
    return with_changes(
        options, portals=usable_sources(options, findings), checks=usable_checks(options, findings)
    )


def _take_newer_format(node: Entries, findings: Findings) -> None:
    pair = node.get("format")
    if pair is None or not isinstance(pair.value, Scalar) or not pair.value.text.isdecimal():
        return
    if int(pair.value.text[:9]) > _FORMAT:
        message = f"this portal has format {pair.value.text}, and this Journeybook knows formats up to {_FORMAT}"
        findings.add("JB302", pair.value.span, message, "update Journeybook")
        node.pairs.remove(pair)


def _is_inside(folder: str) -> bool:
    path = PurePosixPath(folder)
    return not (path.is_absolute() or ".." in path.parts or "\\" in folder or re.match("[A-Za-z]:", folder))


def _can_be_used(comments: Comments, findings: Findings) -> bool:
    """Whether comments can go where `comments` says; findings tell what is wrong."""
    before = len(findings.found)
    needed = _NEEDS[comments.tracker]
    if getattr(comments, needed) is None and needed not in comments.place.keys:
        message = f"the tracker '{comments.tracker}' needs '{needed}'"
        findings.add("JB303", comments.place.of("tracker"), message, f"write `{needed}: …`")
    for name in sorted(set(_NEEDS.values()) - {needed}):
        if getattr(comments, name) is not None:
            message = f"'{name}' has no effect with the tracker '{comments.tracker}'"
            findings.add("JB307", comments.place.keys[name].key, message, "delete it")
            before += 1
    if needed == "repository" and comments.repository:
        _check_repository(comments, comments.repository, findings)
    if needed == "address" and comments.address and not re.fullmatch(r"[^\s@,;<>]+@[^\s@,;<>]+", comments.address):
        message = f"'{comments.address}' is no mailbox"
        findings.add("JB304", comments.place.of("address"), message, "write one such as portal@example.com")
    _check_template(comments, "template", {"title", "body"}, findings)
    _check_template(comments, "search", {"key"}, findings)
    return len(findings.found) == before and getattr(comments, needed) is not None


def _check_repository(comments: Comments, address: str, findings: Findings) -> None:
    host = f"{comments.tracker}.com"
    parts = urlsplit(address)
    if parts.scheme in {"https", "http"} and parts.netloc and len(parts.path.strip("/").split("/")) > 1:
        return
    hint = f"write its address, such as https://{host}/owner/name"
    if found := re.fullmatch(r"([\w.-]+/[\w.-]+?)(?:\.git)?/?", address):
        hint = f"write https://{host}/{found[1]}"
    findings.add("JB304", comments.place.of("repository"), f"'{address}' is no repository's address", hint)


def _check_template(comments: Comments, name: str, needed: set[str], findings: Findings) -> None:
    template = getattr(comments, name)
    if template is None:
        return
    span = comments.place.of(name)
    fields = re.findall(r"\{([^{}]*)\}", template)
    for wrong in (field for field in fields if field not in _FIELDS):
        hint = did_you_mean(wrong, _FIELDS, f"fields are {one_of(f'{{{field}}}' for field in _FIELDS)}")
        findings.add("JB305", span, f"'{name}' has an unknown field {{{wrong}}}", hint)
    if needed.isdisjoint(fields):
        wanted = one_of(f"{{{field}}}" for field in sorted(needed, reverse=True))
        findings.add(
            "JB305", span, f"'{name}' holds no {wanted}", "without it nobody knows what a comment is about"
        )
    if not re.match(r"https?://|mailto:", template):
        findings.add("JB304", span, f"'{name}' is no address", "begin it with https://")
