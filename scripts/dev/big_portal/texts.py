"""Sentences and narratives of a big portal, drawn by chance from the words of a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from big_portal.words import Words


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes texts of one language."""

    chance: Random
    """What decides."""
    words: Words
    """What it writes with."""

    def line(self, patterns: Sequence[str]) -> str:
        """One of the patterns, filled in."""
        chance, words = self.chance, self.words
        text = chance.choice(patterns).format(
            thing=chance.choice(words.things),
            place=chance.choice(words.places),
            feeling=chance.choice(words.feelings),
            count=chance.randint(2, 90),
        )
        return text[0].upper() + text[1:]

    def sentences(self, count: int) -> str:
        """So many sentences, one after the other."""
        return self.words.space.join(self.line(self.words.sentences) for _ in range(count))

    def note(self, links: Sequence[str]) -> str:
        """One short paragraph with a link, as it stands below a step."""
        return f"{self.sentences(2)} {self.chance.choice(links)}\n"

    def narrative(self, links: Sequence[str]) -> str:
        """About 650 characters in three or four pieces, with `links` among them."""
        pieces = [self._paragraph(links), self._special(links)]
        while sum(map(len, pieces)) < self._least():
            pieces.append(self.chance.choice((self._paragraph, self._special))(links))
        return "\n\n".join(pieces) + "\n"

    def _least(self) -> int:
        return 180 if not self.words.space else 480  # a Chinese character says as much as three Latin letters

    def _paragraph(self, links: Sequence[str]) -> str:
        return f"{self.sentences(2)} {self.chance.choice(links)} {self.sentences(1)}"

    def _special(self, links: Sequence[str]) -> str:
        kinds = (self._list, self._headed, self._table, self._code, self._quote, self._admonition, self._steps)
        return self.chance.choice(kinds)(links)

    def _list(self, links: Sequence[str]) -> str:
        lines = [f"- {self.line(self.words.gains)}" for _ in range(3)]
        return "\n".join([*lines, f"- {self.line(self.words.pains)}: {self.chance.choice(links)}"])

    def _steps(self, links: Sequence[str]) -> str:
        del links
        return "\n".join(f"{number}. {self.line(self.words.deeds)}" for number in (1, 2, 3))

    def _headed(self, links: Sequence[str]) -> str:
        return f"#### {self.line(self.words.titles)}\n\n{self._paragraph(links)}"

    def _table(self, links: Sequence[str]) -> str:
        del links
        line, words, share = self.line, self.words, self.chance.randint
        rows = [f"| {line(words.titles)} | {share(2, 98)} % | **{line(words.gains)}** |" for _ in range(3)]
        return "\n".join(["| what | share | why |", "|---|--:|---|", *rows])

    def _code(self, links: Sequence[str]) -> str:
        del links
        things = self.chance.sample(self.words.things, 3)
        return "\n".join(["```text", *(f"{self.chance.randint(100, 999)}  {thing}" for thing in things), "```"])

    def _quote(self, links: Sequence[str]) -> str:
        del links
        return f"> {self.line(self.words.thoughts)}"

    def _admonition(self, links: Sequence[str]) -> str:
        del links
        return f'!!! note "{self.line(self.words.titles)}"\n    {self.sentences(2)}'
