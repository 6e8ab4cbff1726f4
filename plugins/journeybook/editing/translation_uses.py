"""Translations: which files give the texts of what, and the ids in them."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.editing.portal_files import PortalFiles
from journeybook.editing.regions import trees_in
from journeybook.editing.use import Form, Use
from journeybook.model import Kind, ids
from journeybook.model.keys import SpotKey
from journeybook.model.places import Span
from journeybook.reading.nodes import Entries, Items, Node, Scalar
from journeybook.reading.translations import TranslationFile

_HOLDS = {"stages": Kind.STAGE, "stage": Kind.STAGE, "steps": Kind.STEP, "step": Kind.STEP,
          "pains": Kind.PAIN, "pain": Kind.PAIN}  # fmt: skip


def translation_uses(files: PortalFiles) -> Iterator[Use]:
    """Every file and every id in one that gives the texts of something in another language."""
    for path, content in files.contents.items():
        if file := content.translation:
            says = f"its texts in {file.language}"
            for key, span, written in _named(files, path, file):
                if key in files.portal.directory.by_key:
                    yield Use(key, Form.TRANSLATION, path, span, written, says)


def _named(files: PortalFiles, path: str, file: TranslationFile) -> Iterator[tuple[SpotKey, Span, str]]:
    if file.is_list:
        for tree in trees_in(files.source(path)):
            for pair in tree.root.pairs if isinstance(tree.root, Entries) else ():
                yield SpotKey(file.kind, ids.normal(pair.key)), pair.key_span, pair.key
        return
    top = files.pages.get(f"{file.of}.md", SpotKey(file.kind, file.of.rpartition("/")[2]))
    yield top, Span(), ""
    if file.kind is Kind.JOURNEY and path in files.texts:
        for tree in trees_in(files.source(path)):
            if tree.opener:
                yield from _own(tree.root, Kind(tree.opener), top.id)
            else:
                yield from _within(tree.root, top.id)


def _own(node: Node, kind: Kind, journey: str) -> Iterator[tuple[SpotKey, Span, str]]:
    """The id of the stage, step or pain that `node` describes, and those in it."""
    pair = node.get("id") if isinstance(node, Entries) else None
    if pair and isinstance(pair.value, Scalar):
        text = ids.normal(pair.value.text.strip())
        yield SpotKey(kind, text, journey), pair.value.span, pair.value.text
    yield from _within(node, journey)


def _within(node: Node, journey: str) -> Iterator[tuple[SpotKey, Span, str]]:
    for pair in node.pairs if isinstance(node, Entries) else ():
        if kind := _HOLDS.get(pair.key):
            for item in pair.value.items if isinstance(pair.value, Items) else [pair.value]:
                yield from _own(item, kind, journey)
