"""Writes the table of `docs/manual/building-blocks.md` that says what goes together in a building block."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from journeybook.model.block_table import OFFERS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "manual" / "building-blocks.md"
BEGIN, END = "<!-- offers -->", "<!-- /offers -->"


def main() -> None:
    """Write the page anew, or with `--check` say whether it is as it would be written."""
    text = PAGE.read_text("utf-8")
    fresh = with_table(text)
    if "--check" not in sys.argv:
        PAGE.write_text(fresh, "utf-8")
    elif fresh != text:
        sys.exit(f"{PAGE.name} is not fresh; run scripts/dev/block_reference.py")


def with_table(text: str) -> str:
    """`text` with the table between its marks written anew."""
    before, _, rest = text.partition(BEGIN)
    return f"{before}{BEGIN}\n{table()}{END}{rest.partition(END)[2]}"


def table() -> str:
    """A row for each word of `show`, in Markdown."""
    rows = (
        f"| `{show}` | {_words(offer.looks)} | {_words(offer.where)} | {_words(offer.orders)} |\n"
        for show, offer in OFFERS.items()
    )
    return f"| `show` | `as` | `where` | `sort` |\n|---|---|---|---|\n{''.join(rows)}"


def _words(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


if __name__ == "__main__":
    main()
