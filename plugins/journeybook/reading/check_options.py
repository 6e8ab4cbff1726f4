"""`checks:` in `journeybook.yml`: what of it can be used."""

from __future__ import annotations

import re
from dataclasses import replace

from journeybook.model.portal_options import PortalOptions
from journeybook.model.rule_weights import Checks, FolderRules
from journeybook.reading.findings import Findings
from journeybook.reading.yaml_traps import quoted


def usable_checks(options: PortalOptions, findings: Findings) -> Checks | None:
    """The `checks` of `options` without folders that name no files; findings tell of them."""
    if options.checks is None:
        return None
    kept = tuple(one for one in options.checks.folders if _is_path(one, options.content, findings))
    return replace(options.checks, folders=kept)


def _is_path(folder: FolderRules, content: str, findings: Findings) -> bool:
    path, hint = folder.in_, "write a path such as journeys/drafts/**"
    inside = path.removeprefix(content.rstrip("/") + "/")
    if inside != path:
        hint = f"paths begin below the content folder: write `in: {inside}`"
    elif not (
        path.startswith(("/", "!", "#")) or "\\" in path or ".." in path.split("/") or re.match("[A-Z]:", path)
    ):
        return True
    findings.add("JB355", folder.place.of("in_"), f"{quoted(path)} is no path below '{content}'", hint)
    return False
