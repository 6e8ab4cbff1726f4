"""What a place that names something is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journeybook.model.keys import SpotKey
from journeybook.model.places import Span


class Form(StrEnum):
    """How something is named."""

    KEY = "key"
    """By the value of a key: `touchpoint: support-call`."""
    MENTION = "mention"
    """In running text: `[[support-call]]`."""
    LINK = "link"
    """By a link to its file or page."""
    BLOCK = "building block"
    """By a fence that shows something of the portal."""
    TRANSLATION = "translation"
    """By a file, or an id in it, that gives its texts in another language."""
    NAVIGATION = "navigation"
    """By a path in the host's own settings; those are only told."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place that names something."""

    target: SpotKey
    """What is named, as it is called now."""
    form: Form
    """How."""
    file: str
    """Path relative to the portal's root, with forward slashes."""
    span: Span
    """What names it."""
    written: str
    """The name as it stands there, without quotes."""
    says: str
    """What names it, in words: the key of what holds the reference and its field."""
