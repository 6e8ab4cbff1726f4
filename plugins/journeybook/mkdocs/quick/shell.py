"""What the host puts around the pages of a kind, with places for what each of them says itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class Shell:
    """A whole page in pieces: text, the name of a place, text, and so on."""

    parts: tuple[str, ...]
    """An odd number of texts and names in turn."""
    key: str
    """Digest of all of it."""
    asked: frozenset[str]
    """The names of its places."""

    def filled(self, texts: Mapping[str, str]) -> str:
        """The page whose places hold `texts`."""
        parts = list(self.parts)
        for number in range(1, len(parts), 2):
            parts[number] = texts[parts[number]]
        return "".join(parts)


def shell_of(parts: list[str]) -> Shell:
    """The shell of `parts`."""
    digest = blake2b(repr(parts).encode(), digest_size=20).hexdigest()
    return Shell(tuple(parts), digest, frozenset(parts[1::2]))
