"""Ids of records: written, taken from the file's name, or derived from the title."""

from __future__ import annotations

from journeybook.model import ids
from journeybook.model.places import Span
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Entries, Pair, Scalar
from journeybook.reading.yaml_traps import quoted


def derived_id(title: str, span: Span, noun: str, findings: Findings) -> str | None:
    """The id that `title` gives; None, with a finding at `span`, if it gives none."""
    derived = ids.from_title(title)
    if derived is None:
        findings.add("JB205", span, f"the title {quoted(title)} gives no id for this {noun}", "write one: `id: …`")
    return derived


def id_of_stem(stem: str, findings: Findings) -> str:
    """The id that a file's name gives; a near one, with a finding, if the name is none."""
    stem = ids.normal(stem)
    fault = ids.fault_of(stem)
    if fault is None:
        return stem
    better = ids.from_title(stem)
    hint = f"rename the file to '{better}' or write `id: {better}`" if better else "rename it or write `id: …`"
    findings.add("JB201", Span(), f"the file's name gives the id {quoted(stem)}: {fault}", hint)
    return better or stem


def listed_id(pair: Pair, findings: Findings) -> str | None:
    """The id under which a list holds an entity; None, with a finding, if its key gives none."""
    if isinstance(pair.value, Entries) and (own := pair.value.get("id")):
        pair.value.pairs.remove(own)
        if not isinstance(own.value, Scalar) or own.value.text.strip() != pair.key:
            message = f"this id differs from '{pair.key}', the key it stands under"
            findings.add("JB207", own.value.span, message, "in a list the key is the id; delete this one")
    return valid_id(pair.key, pair.key_span, findings)


def valid_id(text: str, span: Span, findings: Findings, before: str = "") -> str | None:
    """`text` as an id; if it is none, with a finding, the one it most likely meant.

    The mend is shown with what stands `before` the id in the file.
    """
    text = ids.normal(text)
    fault = ids.fault_of(text)
    if fault is None:
        return text
    better = ids.from_title(text)
    hint = f"write `{before}{better}`" if better else "use letters, digits and hyphens"
    findings.add("JB201", span, f"{quoted(text)} is no id: {fault}", hint)
    return better


def former_place(text: str) -> str | None:
    """`text` as `journey/id`, where something stood before it moved; None if it is no such thing."""
    journey, slash, own = ids.normal(text).partition("/")
    return f"{journey}/{own}" if slash and not ids.fault_of(journey) and not ids.fault_of(own) else None
