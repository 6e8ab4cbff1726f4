"""Changes to the sample portal as an editor makes them: a copy of its files, some of them written anew."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from journeybook.exchange.changes import Told, told
from journeybook.history import changes_between
from journeybook.portal import Portal, assemble
from journeybook.reading import read_content
from journeybook.words import Words

REPOSITORY = Path(__file__).parents[2]
LANGUAGES = ("en", "pl")


class Editor:
    """Edits a copy of the sample portal."""

    def __init__(self, folder: Path) -> None:
        """Copy the sample into `folder`."""
        self.content = folder / "content"
        shutil.copytree(REPOSITORY / "content", self.content)

    def text(self, name: str) -> str:
        """What a file of the content says."""
        return (self.content / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str) -> None:
        """Write a file of the content."""
        (self.content / name).write_text(text, encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Write `new` for `old`, which stands in the file once."""
        text = self.text(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def move(self, name: str, start: str, end: str, before: str) -> None:
        """Move what reaches from `start` to right before `end` in front of `before`."""
        text = self.text(name)
        at = text.index(start)
        piece = text[at : text.index(end, at)]
        rest = text.replace(piece, "")
        place = rest.index(before)
        self.write(name, rest[:place] + piece + rest[place:])

    def delete(self, name: str) -> None:
        """Delete a file of the content."""
        (self.content / name).unlink()

    def portal(self) -> Portal:
        """The portal as it is now."""
        return portal_in(self.content.parent)

    def told(self, *rules: str) -> Told:
        """What changed since the sample."""
        return told(changes_between(sample(), self.portal()), ("main", "the branch"), Words(), rules)

    def said(self) -> list[str]:
        """The same in sentences."""
        found = self.told()
        return [str(sentence) for chapter in found.chapters for sentence in chapter.sentences]


@cache
def sample() -> Portal:
    """The sample portal."""
    return portal_in(REPOSITORY)


def portal_in(folder: Path) -> Portal:
    """The portal whose content stands in `folder`."""
    return assemble(read_content(folder, "content", LANGUAGES))
