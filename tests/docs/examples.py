"""The examples of the documentation: every fence, with what it says of itself.

- A title that is a path is a file of a portal: `title="content/journeys/claim.yml"`.
- `title="a step"` (or stage) is a piece of a journey.
- `— wrong: JB127` behind either says that it is reported, and as what.
- A `journeybook` fence is a live building block: building the manual strictly checks it.
  A `markdown` fence that shows how one is written is an ordinary page.
- `sh` and `console` are commands; in `console` those behind a `$`, with what they print.
- Anything else stands below a line `<!-- not checked: why -->`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

_TITLE = re.compile(r'title="(?P<name>[^"]*?)(?: — wrong: (?P<codes>JB\d{3}(?:, JB\d{3})*))?"')
_EXCUSE = re.compile(r"<!-- not checked: (\w.*?) -->\s*$")

PIECES = {
    "a stage": ("title: An example\nstages:\n", "  "),
    "a step": ("title: An example\nstages:\n  - title: A stage\n    steps:\n", "      "),
}
"""What stands around a piece of a journey, and how deep the piece is indented."""

SHELL = frozenset({"sh", "console"})
LIVE = frozenset({"journeybook"})
_BLOCK_PAGE = "content/an-example.md"


@dataclass(frozen=True)
class Example:
    """One fence."""

    page: str
    line: int
    language: str
    name: str
    """The file or piece it is; empty for commands and what is not checked."""
    codes: frozenset[str]
    """The findings it shall have; none if it is right."""
    text: str
    excuse: str
    """Why it is not checked."""

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def is_file(self) -> bool:
        return bool(self.name) and self.name not in PIECES

    @property
    def file(self) -> str:
        """The path at which it is checked."""
        return self.name if self.is_file else "content/journeys/an-example.yml"

    @property
    def content(self) -> str:
        """What stands in that file."""
        if self.is_file:
            return self.text
        before, indent = PIECES[self.name]
        return before + "".join(f"{indent}{line}" for line in self.text.splitlines(keepends=True))

    @property
    def commands(self) -> list[tuple[str, str]]:
        """Its commands, each with the output that is shown; of `sh`, none is."""
        if self.language == "sh":
            return [(line, "") for line in self.text.splitlines() if line.strip() and not line.startswith("#")]
        parts = re.split(r"^\$ (.*)$", self.text, flags=re.MULTILINE)
        return [(command, output.strip("\n")) for command, output in zip(parts[1::2], parts[2::2], strict=True)]


def examples_of(path: Path) -> list[Example]:
    """The fences of a page, in order; code that is only indented, which says nothing of itself, is refused."""
    tokens = MarkdownIt().parse(without_front_matter(path.read_text("utf-8")))
    found: list[Example] = []
    excuse = ""
    for token in tokens:
        assert token.type != "code_block", f"{path.name}: an indented example: {token.content[:60]!r}"
        if token.type == "fence":
            language, _, rest = token.info.partition(" ")
            title = _TITLE.search(rest)
            codes = frozenset(title["codes"].split(", ")) if title and title["codes"] else frozenset()
            shows_block = language == "markdown" and token.content.startswith("```journeybook")
            name = title["name"] if title else _BLOCK_PAGE if shows_block else ""
            line = (token.map or [0])[0] + 1
            found.append(Example(path.name, line, language, name, codes, token.content, excuse))
        if token.type == "html_block":
            match = _EXCUSE.search(token.content)
            excuse = match[1] if match else ""
        else:
            excuse = ""
    return found


def without_front_matter(text: str) -> str:
    """`text` with as many empty lines in place of its front matter."""
    match = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
    return "\n" * match[0].count("\n") + text[match.end() :] if match else text


def pages(repository: Path) -> Iterator[Path]:
    """The README and every ordinary page of the manual."""
    yield repository / "README.md"
    yield from sorted((repository / "docs" / "manual").glob("*.md"))
