"""References resolved: which thing each one names, and what is wrong with those that name none."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import NamedTuple

from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.ids import normal
from journeybook.model.keys import SpotKey
from journeybook.model.kinds import Kind
from journeybook.portal.directory import Directory
from journeybook.portal.mentions import Mention


class Link(NamedTuple):
    """A mention and what it names."""

    mention: Mention
    target: SpotKey


def resolve(
    mentions: Iterable[Mention], directory: Directory, unread: Set[tuple[Kind, str]] = frozenset()
) -> tuple[list[Link], list[Diagnostic]]:
    """Every mention that names something, and a finding for every other.

    What names something in `unread` gets none: that it could not be read has been said.
    """
    links: list[Link] = []
    findings: list[Diagnostic] = []
    for mention in mentions:
        target = directory.resolve(mention.reference, mention.text, _journey_of(mention.source))
        if target:
            links.append(Link(mention, target))
        elif unread.isdisjoint(_may_mean(mention)):
            findings.append(_dangling(mention, directory))
    return links, findings


def _may_mean(mention: Mention) -> set[tuple[Kind, str]]:
    wanted, first = mention.reference, normal(mention.text).partition("/")[0]
    kinds = {kind for kind in (wanted.kind, wanted.or_kind) if kind}
    return {(Kind.JOURNEY if kind.within_journey else kind, first) for kind in kinds}


def _journey_of(source: SpotKey) -> str:
    return source.id if source.kind == "journey" else source.journey


def _dangling(mention: Mention, directory: Directory) -> Diagnostic:
    wanted = mention.reference
    kinds = f"{wanted.kind} or {wanted.or_kind}" if wanted.or_kind else str(wanted.kind)
    near = directory.suggestions(wanted, mention.text, _journey_of(mention.source))
    elsewhere = [kind for kind in directory.kinds_of(mention.text) if kind not in (wanted.kind, wanted.or_kind)]
    if near:
        hint = "did you mean " + " or ".join(f"'{one}'" for one in near) + "?"
    elif elsewhere:
        hint = f"'{mention.text}' is a {elsewhere[0]}, and this key names a {kinds}"
    else:
        hint = f"add it, or name a {kinds} that exists (`journeybook list` shows them)"
    message = f"no {kinds} '{mention.text}'"
    return at(mention.place, mention.span, "JB203", message, hint=hint, key=str(mention.source))
