"""What names something of another portal, and what is said where there is no such thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from journeybook.model import Entity, Journey
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.elsewhere import Elsewhere, elsewhere
from journeybook.model.ids import nearest
from journeybook.model.keys import SpotKey
from journeybook.model.other_portals import OtherPortals
from journeybook.portal.directory import Directory
from journeybook.portal.lost_links import Fault
from journeybook.portal.mentions import Mention


@dataclass(frozen=True, slots=True)
class WayOut:
    """A reference to something of another portal that is there."""

    mention: Mention
    target: Elsewhere


def resolve_elsewhere(mentions: Iterable[Mention], others: OtherPortals) -> tuple[list[WayOut], list[Diagnostic]]:
    """Which of `mentions`, all of which lead elsewhere, name something, and a finding for every other."""
    ways: list[WayOut] = []
    findings: list[Diagnostic] = []
    for mention in mentions:
        target = elsewhere(mention.text)
        if target is None:
            continue
        fault = _fault_of(mention, target, others)
        if fault:
            findings.append(_at(mention, fault))
        elif others.find(target):
            ways.append(WayOut(mention, target))
    return ways, findings


def _fault_of(mention: Mention, target: Elsewhere, others: OtherPortals) -> Fault | None:
    wanted = mention.reference
    kinds = [kind for kind in (wanted.kind, wanted.or_kind) if kind]
    if not wanted.across:
        hint = f"name a {wanted.kind} of this portal"
        return Fault("JB227", f"'{mention.field}' cannot name something of another portal", hint)
    if target.key.partition("/")[0] not in kinds:
        hint = "write " + " or ".join(f"`{target.portal}:{kind}/…`" for kind in kinds)
        return Fault("JB226", f"'{target}' is no {' and no '.join(kinds)}", hint)
    return fault_of(target, others)


def fault_of(target: Elsewhere, others: OtherPortals) -> Fault | None:
    """What is wrong with naming `target`; None if it is there, or if its portal could not be read at all."""
    if target.portal in others.unread or others.find(target):
        return None
    portal = others.by_name.get(target.portal)
    if portal is None:
        near = nearest(target.portal, others.by_name.keys() | others.unread)
        return Fault(
            "JB225",
            f"no portal '{target.portal}' is known",
            _did_you_mean(near, "add it to journeybook.yml, `portals:`"),
        )
    kind, _, wanted = target.key.partition("/")
    near = nearest(wanted, (key.partition("/")[2] for key in portal.things if key.startswith(f"{kind}/")))
    hint = _did_you_mean(
        [f"{target.portal}:{kind}/{one}" for one in near], "fetch it again, or name what is there"
    )
    return Fault("JB226", f"'{target.portal}' has no '{target.key}'", hint)


def _did_you_mean(near: list[str], otherwise: str) -> str:
    return "did you mean " + " or ".join(f"'{one}'" for one in near) + "?" if near else otherwise


def link_findings(within: Iterable[tuple[SpotKey, Entity]], others: OtherPortals) -> Iterator[Diagnostic]:
    """A finding for every one of `links:` of the entities `within` one that names nothing in another portal."""
    for key, entity in within:
        for number, link in enumerate(entity.links):
            target = elsewhere(link.url)
            if target and (fault := fault_of(target, others)):
                span = entity.place.of("links", number)
                yield at(entity.place, span, fault.code, fault.message, hint=fault.hint, key=str(key))


def improvement_findings(
    ways: Iterable[WayOut], directory: Directory, others: OtherPortals
) -> Iterator[Diagnostic]:
    """`improves` leads from a future journey to a current one, across portals too."""
    for way in ways:
        if way.mention.field != "improves":
            continue
        source, target = directory.by_key[way.mention.source], others.journey(way.target)
        if isinstance(source, Journey) and source.state != "future":
            message, hint = "only a future journey improves another", "add `state: future`"
            yield _at(way.mention, Fault("JB213", message, hint))
        elif target and target.state == "future":
            message = f"'{way.target}' is a future journey itself"
            yield _at(way.mention, Fault("JB213", message, "name the current journey that both improve"))


def targets_of(ways: Iterable[WayOut]) -> Mapping[tuple[SpotKey, str], Elsewhere]:
    """What each field of each source names in another portal."""
    return {(way.mention.source, way.mention.field): way.target for way in ways}


def _at(mention: Mention, fault: Fault) -> Diagnostic:
    return at(mention.place, mention.span, fault.code, fault.message, hint=fault.hint, key=str(mention.source))
