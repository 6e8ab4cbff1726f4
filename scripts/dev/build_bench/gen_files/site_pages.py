"""The pages of a portal as Markdown for MkDocs: links, tables, and what every page begins and ends with."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote

import mkdocs_gen_files
from portal_records import Record, Records

REPOSITORY = "https://github.com/example/journeys"
MOODS = ("very bad", "bad", "neutral", "good", "very good")
_NAMED = re.compile(r"\[\[([^\]|]+)\]\]|\[([^\]]+)\]\[\w+:([^\]]+)\]")
_BESIDE = re.compile(r"\]\((?:\.\./)?(\w+/[^)]+\.(?:md|yml))\)")


class Use(NamedTuple):
    """A step that names something."""

    journey: str
    stage: Record
    step: Record


class Pages:
    """The pages of a portal, written into MkDocs' files."""

    def __init__(self, records: Records) -> None:
        """All that is known, and where it is used."""
        self.records = records
        self.paths = {name: f"{kind}/{name}.md" for kind, found in records.items() for name in found}
        self.titles = {name: one["title"] for found in records.values() for name, one in found.items()}
        self.uses: dict[str, list[Use]] = defaultdict(list)
        self.kept: dict[str, list[str]] = defaultdict(list)

    def link(self, name: str) -> str:
        """A link to the page of an entity; `@/` stands for the top folder."""
        return f"[{self.titles.get(name, name)}](@/{self.paths[name]})" if name in self.paths else name

    def links(self, names: Iterable[str]) -> str:
        """Several links."""
        return ", ".join(self.link(name) for name in names)

    def step(self, use: Use) -> str:
        """A link to a step on the page of its journey."""
        return f"[{use.step['title']}](@/journeys/{use.journey}.md#{use.step['id']})"

    def team(self, step: Record) -> str | None:
        """The team of a step: its touchpoint's."""
        touchpoint = self.records["touchpoints"].get(step.get("touchpoint", ""), {})
        return step.get("team") or touchpoint.get("team")

    def pain(self, use: Use, pain: Record) -> str:
        """A link to the page of a pain."""
        return f"[{pain['title']}](@/pains/{use.journey}/{pain['id']}.md)"

    def narrative(self, text: str | None) -> str:
        """An author's text, with its links as Markdown links."""
        text = _NAMED.sub(self._named, text or "")
        return _BESIDE.sub(lambda found: f"](@/{found[1].replace('.yml', '.md')})", text)

    def _named(self, found: re.Match[str]) -> str:
        name = found[1] or found[3]
        return f"[{found[2] or self.titles.get(name, name)}](@/{self.paths.get(name, 'index.md')})"

    def head(self, path: str, record: Record, spot: str) -> list[str]:
        """What every page begins with: the way home, who keeps it, where to comment."""
        kind = path.split("/", maxsplit=1)[0]
        kept = [
            f"- {record['status'].capitalize()}" if "status" in record else "",
            f"- Kept by {self.link(record['owner'])}" if "owner" in record else "",
            f"- Reviewed {record['reviewed']}, every {record.get('review_every', '')}"
            if "reviewed" in record
            else "",
            *(f"- {tag}" for tag in record.get("tags", ())),
        ]
        edit = f"[Edit]({REPOSITORY}/edit/main/content/{path})"
        return [
            f"1. [Home](@/index.md)\n2. [{kind.capitalize()}](@/{kind}/index.md)",
            record.get("summary", ""),
            "\n".join(line for line in kept if line),
            f"- {comment(record['title'], spot)}\n- {asked(spot)}\n- {edit}",
        ]

    def write(self, path: str, title: str, parts: Iterable[str]) -> None:
        """A page at that path."""
        text = "\n\n".join([f"# {title}", *(part for part in parts if part)])
        up = posixpath.relpath(".", posixpath.dirname(path) or ".")
        with mkdocs_gen_files.open(path, "w") as file:
            file.write(text.replace("(@/", f"({up}/"))


def comment(title: str, spot: str) -> str:
    """A link with which a reader comments on a spot."""
    asks = f"title={quote('Comment: ' + title)}&labels=journeybook&spot={quote(spot, safe='')}"
    return f"[Comment]({REPOSITORY}/issues/new?template=journey-comment.yml&{asks})"


def asked(spot: str) -> str:
    """A link to the comments on a spot."""
    return f"[Comments so far]({REPOSITORY}/issues?q=is%3Aissue%20{quote(spot, safe='')})"


def mood(score: float) -> str:
    """A score with its word."""
    return f"{score:.2g} {MOODS[min(4, max(0, round(score) - 1))]}"


def mean(step: Record) -> float:
    """The mean of a step's scores."""
    return sum(step["score"].values()) / len(step["score"])


def neighbours(pages: Pages, names: list[str], name: str) -> str:
    """Links to the one before and the one after."""
    place = names.index(name)
    around = [("Previous", names[place - 1])] if place else []
    around += [("Next", names[place + 1])] if place + 1 < len(names) else []
    return " ".join(f"{word} {pages.link(one)}" for word, one in around)


def table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table in Markdown; nothing without rows."""
    names, found = list(head), list(rows)
    lines = [names, ["---"] * len(names), *found]
    text = "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)
    return text if found else ""


def facts(pages: Pages, record: Record, *keys: str) -> str:
    """The short keys of a record as a table."""
    rows: list[tuple[str, str]] = []
    for key in keys:
        value = record.get(key)
        if isinstance(value, list):
            value = pages.links(map(str, value))  # pyright: ignore[reportUnknownArgumentType]
        if value not in (None, ""):
            rows.append((key.capitalize(), pages.link(str(value))))
    return table(("What", "Which"), rows)
