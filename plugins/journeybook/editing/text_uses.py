"""Names in running text: mentions, and relative links to files."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from journeybook.editing.links import file_links, mentions
from journeybook.editing.portal_files import PortalFiles
from journeybook.editing.regions import nodes_in, running_text, trees_in
from journeybook.editing.use import Form, Use
from journeybook.reading.nodes import Scalar

_LINKING = ("](", "]:", "href", ".md", ".yml", ".yaml")


def text_uses(files: PortalFiles, path: str) -> Iterator[Use]:
    """Everything that the texts in the file at `path` name."""
    text = files.texts[path]
    if "[[" in text or "][" in text:
        yield from _mentions(files, path)
    if any(sign in text for sign in _LINKING):
        yield from _links(files, path)


def _mentions(files: PortalFiles, path: str) -> Iterator[Use]:
    for line in running_text(files.source(path)):
        for start, end, name in mentions(line.text):
            found = files.portal.directory.named(name)
            if len(found) == 1:
                yield Use(found[0], Form.MENTION, path, line.span(start, end), name, "mentioned in a text")


def _links(files: PortalFiles, path: str) -> Iterator[Use]:
    for line in running_text(files.source(path)):
        for start, end, target in file_links(line.text):
            if key := files.pages.get(led_to(files, path, target)):
                yield Use(key, Form.LINK, path, line.span(start, end), target, "a link in a text")
    for tree in trees_in(files.source(path)):
        for node in nodes_in(tree.root):
            if isinstance(node, Scalar) and "." in node.text and node.span.line == node.span.end_line:
                target = node.text.strip()
                if key := files.pages.get(led_to(files, path, target)):
                    yield Use(key, Form.LINK, path, node.span, target, "a link")


def led_to(files: PortalFiles, file: str, target: str) -> str:
    """The path inside the content folder that the relative link `target` in `file` leads to; empty if to none."""
    path = target.partition("#")[0].partition("?")[0]
    if not path or ":" in path or path.startswith("/"):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(files.inside(file)), unquote(path)))
