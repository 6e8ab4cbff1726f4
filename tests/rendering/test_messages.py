"""The catalogue of the interface's words is complete."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from journeybook.words import CATALOGUES

CATALOGUE = CATALOGUES.parent / "messages.pot"
MAPPING = CATALOGUES.parent / "babel.cfg"


def written(repository: Path) -> set[str | tuple[str, ...]]:
    """Every message in the code and the templates."""
    with MAPPING.open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found: set[str | tuple[str, ...]] = set()
    for folder in ("plugins/journeybook", "theme/journeybook_theme"):
        for _, _, message, _, _ in extract_from_dir(
            repository / folder, methods, options, keywords={**DEFAULT_KEYWORDS, "mark": None, "said": (2,)}
        ):
            found.add(message)
    return found


def test_the_catalogue_is_fresh(repository: Path) -> None:
    """If not, run the command at the top of plugins/journeybook/words/babel.cfg."""
    with CATALOGUE.open("rb") as file:
        collected = {message.id for message in read_po(file) if message.id}
    assert collected == written(repository)
    assert len(collected) > 150


def test_placeholders_are_named(repository: Path) -> None:
    """So that translators can put them in any order."""
    for message in written(repository):
        for form in message if isinstance(message, tuple) else (message,):
            assert not re.search(r"%(?!\(\w+\)s|%)", form), form
