"""Reads the portal's files into plain records, as a script of a few hours would."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

Record = dict[str, Any]
Records = dict[str, dict[str, Record]]
"""Kind, id, keys; the kinds are called as their folders are."""

LISTS = ("channels", "teams", "opportunities", "initiatives", "metrics")
FOLDERS = ("personas", "touchpoints", "evidence", "journeys")
_SECTION = re.compile(r"^(##|###) ([^\n]+)\n\n```yaml \w+\n(.*?)^```\n", re.MULTILINE | re.DOTALL)


def read_portal(content: Path) -> Records:
    """All records of the portal; stages and steps stand in their journeys."""
    records: Records = defaultdict(dict)
    for kind in LISTS:
        records[kind] = _yaml((content / f"{kind}.yml").read_text("utf-8"))
    for kind in FOLDERS:
        for path in sorted((content / kind).iterdir()):
            text = path.read_text("utf-8")
            records[kind][path.stem] = _yaml(text) if path.suffix == ".yml" else _markdown(text)
    for step in (
        step for one in records["journeys"].values() for stage in one["stages"] for step in stage["steps"]
    ):
        if isinstance(described := step.get("touchpoint"), dict):
            records["touchpoints"][described["id"]] = described
            step["touchpoint"] = described["id"]
    return records


def _yaml(text: str) -> Any:
    return yaml.load(text, yaml.CSafeLoader)  # the quick one, and safe too


def _markdown(text: str) -> Record:
    """The record of a Markdown file; in a journey the sections are its stages and steps."""
    _, head, body = text.split("---\n", 2)
    parts = _SECTION.split(body)
    record: Record = _yaml(head) | {"narrative": parts[0]}
    for level, title, keys, narrative in zip(parts[1::4], parts[2::4], parts[3::4], parts[4::4], strict=True):
        one: Record = {"title": title, **_yaml(keys), "narrative": narrative.strip()}
        if level == "##":
            record.setdefault("stages", []).append(one | {"steps": []})
        else:
            record["stages"][-1]["steps"].append(one)
    return record
