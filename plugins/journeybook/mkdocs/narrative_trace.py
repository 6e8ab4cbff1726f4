"""What a narrative's HTML owes to the portal around it: kept HTML holds as long as that is the same."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256

from journeybook.mkdocs.mentioned import Mentioned


@dataclass(slots=True)
class NarrativeTrace:
    """What was asked while a narrative became HTML, each with the answer, in order."""

    links: dict[str, str] = field(default_factory=dict[str, str])
    """Where each address in it, as written, leads."""
    mentions: dict[tuple[str, str], Mentioned] = field(default_factory=dict[tuple[str, str], Mentioned])
    """What each mention, as written and with the name in it, leads to."""
    blocks: dict[str, str] = field(default_factory=dict[str, str])
    """The digest of what each building block, the inside of its fence, shows."""

    def to_json(self) -> str:
        """The trace as a text to be kept."""
        mentions = [[*asked, *found] for asked, found in self.mentions.items()]
        return json.dumps([self.links, mentions, self.blocks], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> NarrativeTrace:
        """The trace that `to_json` made a text of. Raises ValueError for any other text."""
        try:
            links, mentions, blocks = json.loads(text)
            return cls(
                dict(links),
                {(written, name): Mentioned(*found) for written, name, *found in mentions},
                dict(blocks),
            )
        except (TypeError, ValueError) as error:
            raise ValueError("this is no trace of a narrative") from error


def digest_of(html: str) -> str:
    """What tells the HTML of a building block from any other."""
    return sha256(html.encode()).hexdigest()
