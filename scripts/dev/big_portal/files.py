"""How the records of a big portal stand in files: YAML, Markdown with front matter, journeys in Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from big_portal.entities import Record


class _Dumper(yaml.CSafeDumper):
    """Writes long texts as blocks."""


def _text(dumper: _Dumper, value: str) -> yaml.ScalarNode:
    style = "|" if "\n" in value else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def as_yaml(value: Any) -> str:
    """The value in the style that people write."""
    return yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1000)


def as_markdown(record: Record, text: str) -> str:
    """An entity with its keys as front matter."""
    return f"---\n{as_yaml(record)}---\n{text}"


def journey_in_markdown(record: Record) -> str:
    """A journey whose stages and steps are sections."""
    head = {key: value for key, value in record.items() if key not in {"stages", "narrative"}}
    parts = [as_markdown(head, record["narrative"])]
    for stage in record["stages"]:
        parts.append(_section("##", "stage", stage))
        parts.extend(_section("###", "step", step) for step in stage["steps"])
    return "\n".join(parts)


def _section(mark: str, kind: str, record: Record) -> str:
    keys = {key: value for key, value in record.items() if key not in {"title", "narrative", "steps"}}
    text = f"\n{record['narrative']}" if "narrative" in record else ""
    return f"{mark} {record['title']}\n\n```yaml {kind}\n{as_yaml(keys)}```\n{text}"


def write(path: Path, text: str) -> None:
    """Write a file, and the folder it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
