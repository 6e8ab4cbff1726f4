"""What a portal says apart from how its things are called: to hold a changed portal against the one intended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, cast

from journeybook.editing.links import file_links, mentions
from journeybook.editing.portal_files import PortalFiles
from journeybook.editing.regions import without_code
from journeybook.editing.text_uses import led_to
from journeybook.model import Entity, Kind
from journeybook.model.block import FENCE
from journeybook.model.keys import SpotKey
from journeybook.model.text import Reference
from journeybook.portal.mentions import reference_fields
from journeybook.reading.building_blocks import is_block
from journeybook.reading.fences import fences_in

Meaning = Mapping[str, Any]
"""What is said of each thing, page, building block and translation, by its name."""

Rename = Callable[[SpotKey], SpotKey]
"""The key that something will have."""

_NO_CONTENT = frozenset({"id", "aliases", "place", "rendition"})


def unchanged(key: SpotKey) -> SpotKey:
    """The key itself: nothing is renamed."""
    return key


def meaning_of(files: PortalFiles, rename: Rename = unchanged, paths: Mapping[str, str] | None = None) -> Meaning:
    """What `files` say, every key as `rename` has it, and every path in `paths` as the other one there."""
    return _Teller(files, rename, paths or {}).all()


@dataclass(slots=True)
class _Teller:
    files: PortalFiles
    rename: Rename
    paths: Mapping[str, str]

    def all(self) -> Meaning:
        content = self.files.content
        said: dict[str, Any] = {}
        known = self.files.portal.directory.by_key
        # Of two that are called alike then, the one that has the name already counts.
        for key in sorted(known, key=lambda one: self.rename(one) != one):
            said.setdefault(str(self.rename(key)), self.record(known[key], key, known[key].place.file))
        for page in content.page_texts:
            path = self.files.path(page.file or page.path)
            said[f"page {path}"] = self.text(page.text, path)
        for block in content.blocks:
            name = f"building blocks of {self.path(block.place.file)}"
            said.setdefault(name, []).append(self.record(block, SpotKey("page", ""), block.place.file))
        for one in content.translations:
            said[f"{one.language} of {self.rename(one.key)}"] = self.value(one.values, one.key, one.place.file)
        return said

    def path(self, file: str) -> str:
        inside = self.files.inside(file)
        return self.paths.get(inside, inside)

    def record(self, holder: Any, source: SpotKey, file: str) -> dict[str, Any]:
        references = reference_fields(holder.__class__)
        return {
            one.name: self.reference(references[one.name], getattr(holder, one.name), source, file)
            if one.name in references
            else self.value(getattr(holder, one.name), source, file)
            for one in fields(holder)
            if one.name not in _NO_CONTENT
        }

    def value(self, value: Any, source: SpotKey, file: str) -> Any:
        if isinstance(value, str):
            return self.text(value, file)
        if isinstance(value, Mapping):
            known = cast("Mapping[Any, Any]", value)
            return {name: self.value(one, source, file) for name, one in known.items()}
        if isinstance(value, tuple):
            return [self.value(one, source, file) for one in cast("tuple[Any, ...]", value)]
        if isinstance(value, Entity):
            journey = source.journey or source.id
            key = SpotKey(value.kind_of, value.id, journey if value.kind_of.within_journey else "")
            return str(self.rename(key))
        if is_dataclass(value):
            return self.record(value, source, file)
        return value

    def reference(self, reference: Reference, value: Any, source: SpotKey, file: str) -> Any:
        if isinstance(value, str):
            journey = source.id if source.kind == Kind.JOURNEY else source.journey
            found = self.files.portal.directory.resolve(reference, value, journey)
            return str(self.rename(found)) if found else value
        if isinstance(value, Mapping):
            known = cast("Mapping[str, Any]", value)
            return {self.reference(reference, name, source, file): one for name, one in known.items()}
        if isinstance(value, tuple):
            names = [self.reference(reference, one, source, file) for one in cast("tuple[Any, ...]", value)]
            return [*dict.fromkeys(names)]
        return value

    def text(self, text: str, file: str) -> str:
        """`text` with keys in place of names, and paths in place of relative links."""
        whole = self.led_to(file, text)
        if whole:
            return whole
        if "[" not in text and "href" not in text and "src" not in text and FENCE not in text:
            return text
        lines = text.split("\n")
        blocks = [one for one in fences_in(lines) if is_block(one)] if FENCE in text else []
        told_elsewhere = {number for one in blocks for number in range(one.first, one.after)}
        running = dict(without_code(lines))
        return "\n".join(
            self.line(line, running[at], file) if at in running else line
            for at, line in enumerate(lines)
            if at not in told_elsewhere
        )

    def line(self, line: str, running: str, file: str) -> str:
        """`line` with keys and paths; `running` is the same without its code."""
        found = [(start, end, self.named(name)) for start, end, name in mentions(running)]
        found += [(start, end, self.led_to(file, target)) for start, end, target in file_links(running)]
        for start, end, name in sorted(found, reverse=True):
            line = line[:start] + (name or line[start:end]) + line[end:]
        return line

    def named(self, name: str) -> str:
        found = self.files.portal.directory.named(name)
        return str(self.rename(found[0])) if len(found) == 1 else name

    def led_to(self, file: str, target: str) -> str:
        """What the link `target` leads to, with what follows its path; empty if that is nothing known."""
        path = led_to(self.files, file, target) if "." in target and "\n" not in target else ""
        if path not in self.files.pages:
            return ""
        return f"{self.paths.get(path, path)}{target[len(target.partition('#')[0]) :]}"
