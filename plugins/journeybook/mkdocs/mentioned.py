"""What a text in the portal mentions, as its page links to it."""

from __future__ import annotations

from typing import NamedTuple


class Mentioned(NamedTuple):
    """What a mention leads to."""

    href: str | None
    """The link; None for no link."""
    title: str
    """What stands there where the author gave no label."""
    note: str = ""
    """For a link into another portal: which one."""
    language: str = ""
    """For a link into another portal: the language of what stands there."""
