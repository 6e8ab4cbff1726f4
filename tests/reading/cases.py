"""Cases on disk: each folder of `cases/` is a small portal with the findings, and perhaps the model, it must give.

`python -m tests.reading.cases` writes what is read now; look at the difference before you keep it.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo

from journeybook.model.diagnostics import in_file_order
from journeybook.reading import read_content, read_options

CASES = Path(__file__).with_name("cases")


def findings_of(case: Path) -> str:
    """All findings of the portal in `case`, one a line."""
    options, found = read_options(case)
    content = read_content(case, options.content, options.editions)
    return "".join(f"{one}\n" for one in in_file_order([*found, *content.diagnostics]))


def model_of(case: Path) -> str:
    """What the portal in `case` holds, as JSON without what has its default."""
    options, _ = read_options(case)
    content = read_content(case, options.content, options.editions)
    entities = [{"kind_of": str(one.kind_of), **plain(one)} for one in content.entities]
    model = {"options": plain(options), "entities": entities, "pages": content.pages}
    return json.dumps(model, indent=1, ensure_ascii=False, default=str) + "\n"


def plain(value: Any) -> Any:
    """`value` in lists and dictionaries, without places and defaults."""
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if not is_dataclass(value) or isinstance(value, type):
        return getattr(value, "text", value)
    shown: dict[str, Any] = {}
    for field in fields(value):
        one, default = getattr(value, field.name), field.default
        if isinstance(default, FieldInfo):
            default = default.get_default(call_default_factory=True, validated_data={})
        if field.default_factory is not MISSING:
            default = field.default_factory()
        if field.name not in {"place", "rendition"} and one != default:
            shown[field.name] = plain(one)
    return shown


if __name__ == "__main__":
    for folder in sorted(CASES.iterdir()):
        (folder / "expected.txt").write_text(findings_of(folder), encoding="utf-8")
        if (folder / "expected.json").exists():
            (folder / "expected.json").write_text(model_of(folder), encoding="utf-8")
