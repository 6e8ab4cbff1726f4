"""The links that the texts of one file make."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from journeybook.model import Entity
from journeybook.reading.content import PageText
from journeybook.reading.text_links import TextLink, links_in, may_mention
from journeybook.reading.translations import TranslationFile, parts_of


def links_of(
    entities: Iterable[Entity], translation: TranslationFile | None, page: PageText | None
) -> dict[str, tuple[TextLink, ...]]:
    """The links of all narratives of `entities` and in `translation`, and of a page that may mention something.

    Texts that can have none are left out.
    """
    texts: list[Any] = [part.narrative for entity in entities for _, part in parts_of(entity)]
    if translation:
        texts += [one.values.get("narrative") for one in translation.texts]
    if page and may_mention(page.text):
        texts.append(page.text)
    return {text: links_in(text) for text in texts if text and "[" in text}
