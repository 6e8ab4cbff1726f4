"""Writes the same entity as YAML and as Markdown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Keys = Mapping[str, Any]
"""The keys of an entity, its parts in `stages` and `steps`."""


def as_yaml(keys: Keys) -> str:
    """`keys` in the form of YAML that is JSON, so that no quoting of ours is tested with it."""
    return json.dumps(keys, ensure_ascii=False, indent=1) + "\n"


def as_markdown(keys: Keys) -> str:
    """`keys` as front matter, headings, fences and narrative."""
    stages = keys.get("stages", [])
    parts = ["---", as_yaml(_without(keys, "stages", "narrative")).rstrip("\n"), "---", keys.get("narrative", "")]
    for stage in stages:
        parts += _part("##", "stage", stage)
        for step in stage.get("steps", []):
            parts += _part("###", "step", step)
    return "\n".join(parts) + "\n"


def _part(marks: str, kind: str, keys: Keys) -> list[str]:
    own = _without(keys, "title", "narrative", "steps")
    fence = [f"```yaml {kind}", as_yaml(own).rstrip("\n"), "```"] if own else []
    return ["", f"{marks} {keys['title']}", "", *fence, "", keys.get("narrative", ""), ""]


def _without(keys: Keys, *names: str) -> Keys:
    return {key: value for key, value in keys.items() if key not in names}
