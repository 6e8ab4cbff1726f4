"""Writes the entries of `docs/manual/diagnostics.md` from the list of codes: each with its reason and examples."""

from __future__ import annotations

import re
from html import escape

from reference_page import write_or_check

from journeybook.model.codes import CODES, Code

FAMILIES = {
    "JB1": "Files and their form",
    "JB2": "Ids, references and relations",
    "JB3": "Options",
    "JB4": "Good practice",
}
"""What the first digit of a code stands for."""


def main() -> None:
    """Write the page anew, or with `--check` say whether it is as it would be written."""
    write_or_check("diagnostics.md", "diagnostics_reference.py", reference())


def reference() -> str:
    """Every code with its entry, in Markdown: for each family a list, then the entries."""
    parts: list[str] = []
    for prefix, title in FAMILIES.items():
        codes = [code for name, code in sorted(CODES.items()) if name.startswith(prefix)]
        rows = "".join(
            f"| [{code.code}](#{code.code.lower()}) | {code.severity} | {_title(code)} |\n" for code in codes
        )
        parts += [f"## {title}\n", f"| code | severity | what is wrong |\n|---|---|---|\n{rows}"]
        parts += map(_entry, codes)
    return "\n".join(parts)


def _title(code: Code) -> str:
    return _text(code.title[0].upper() + code.title[1:])


def _entry(code: Code) -> str:
    # The code alone is the heading, so that its anchor is the same wherever the page is shown.
    parts = [f"### {code.code}\n", f"**{_title(code)}** ({code.severity}). {_text(code.why)}\n"]
    for name, example in (("Wrong", code.wrong), ("Right", code.right)):
        if example:
            parts.append(f"{name}:\n\n<!-- not checked: {_WHY} -->\n{_fence(example)}")
    if code.source:
        parts.append(f"Source: {_text(code.source)}\n")
    return "\n".join(parts)


_WHY = "tests/docs/test_diagnostics.py puts it where it belongs"


def _text(text: str) -> str:
    """`text`, in which only what stands between backticks is markup."""
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(part if part.startswith("`") else _escaped(part) for part in parts)


def _escaped(text: str) -> str:
    return re.sub(r"([\\*_\[\]{}#`])", r"\\\1", escape(text, quote=False))


def _fence(example: str) -> str:
    ticks = "````" if "```" in example else "```"
    return f"{ticks}{_language(example)}\n{example}\n{ticks}\n"


def _language(example: str) -> str:
    if "```" in example or example.startswith(("#", "---\n", "[", "She ", "Then ")):
        return "markdown"
    return "text" if re.match(r"(content|journeys)/", example) else "yaml"


if __name__ == "__main__":
    main()
