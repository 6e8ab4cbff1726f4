"""Writes the tables of `docs/manual/content-format.md` from the model: every kind, its keys and what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import TypeAdapter
from reference_page import write_or_check

from journeybook.model import RECORDS, Entity, Next, Work
from journeybook.model.block import Block, Limits, Where
from journeybook.model.portal_options import Comments, OtherSource, PortalOptions
from journeybook.model.rule_weights import Checks, Exemption, FolderRules
from journeybook.model.thresholds import Thresholds

Schema = Mapping[str, Any]

_PARTS = (
    Work, Next, Exemption, PortalOptions, Comments, OtherSource, Checks, FolderRules, Thresholds,
    Block, Where, Limits,
)  # fmt: skip
"""Records that are no entities."""


def main() -> None:
    """Write the page anew, or with `--check` say whether it is as it would be written."""
    write_or_check("content-format.md", "content_reference.py", reference())


def reference() -> str:
    """The reference of every kind, in Markdown."""
    common = _properties(Entity)
    parts = [_section("Every entity", Entity, common)]
    for record in RECORDS.values():
        own = {name: schema for name, schema in _properties(record).items() if name not in common}
        parts.append(_section(record.__name__, record, own))
    for record in _PARTS:
        title = {
            "PortalOptions": "`journeybook.yml`",
            "Comments": "`comments` in `journeybook.yml`",
            "OtherSource": "A portal in `portals` of `journeybook.yml`",
            "Exemption": "An exemption in `checks`",
            "Checks": "`checks` in `journeybook.yml`",
            "FolderRules": "A folder in `checks`",
            "Thresholds": "`limits` in `checks`",
            "Block": "Building block",
            "Where": "`where` in a building block",
            "Limits": "Numbers in `where`",
        }
        parts.append(_section(title.get(record.__name__, record.__name__), record, _properties(record)))
    return "\n".join(parts)


def _properties(record: type) -> Mapping[str, Schema]:
    schema = TypeAdapter[Any](record).json_schema()
    return {name: one for name, one in schema["properties"].items() if name != "extra"}


def _section(title: str, record: type, properties: Mapping[str, Schema]) -> str:
    rows = "".join(
        f"| `{name}` | {', '.join(_values(schema))} | {schema['description']}{_default(record, schema)} |\n"
        for name, schema in properties.items()
    )
    table = f"\n| key | value | meaning |\n|---|---|---|\n{rows}" if rows else ""
    return f"### {title}\n\n{(record.__doc__ or '').splitlines()[0]}\n{table}"


def _default(record: type, schema: Schema) -> str:
    """What counts where an author names no limit."""
    value = schema.get("default")
    if record is not Thresholds or value is None:
        return ""
    return f" Default: {value:.3g}." if isinstance(value, float) else f" Default: {value}."


def _values(schema: Schema) -> Iterator[str]:
    """The values a key takes, in words."""
    if "anyOf" in schema:
        for option in schema["anyOf"]:
            yield from (value for value in _values(option) if value != "null")
    elif schema.get("format") == "rule":
        yield "code of a rule"
    elif "enum" in schema or "const" in schema:
        yield " \\| ".join(f"`{value}`" for value in schema.get("enum", [schema.get("const")]))
    elif "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2].lower().removeprefix("web")
        yield {"folderrules": "folder", "thresholds": "limits"}.get(name, name)
    elif schema.get("type") == "array":
        yield "list: " + ", ".join(_values(schema["items"]))
    else:
        yield _scalar(schema)


def _scalar(schema: Schema) -> str:
    if named := schema.get("x-names"):
        return "id of " + " or ".join(f"{'an' if one[0] in 'aeiou' else 'a'} {one}" for one in named)
    kind = str(schema.get("format") or schema.get("type", "text"))
    names = {
        "string": "text",
        "integer": "whole number",
        "object": "mapping",
        "uri-reference": "address",
        "own-key": "`x-…`",
    }
    low, high = schema.get("minimum"), schema.get("maximum")
    bounds = f" {low:g} to {high:g}" if low is not None and high is not None else ""
    return names.get(kind, kind) + bounds


if __name__ == "__main__":
    main()
