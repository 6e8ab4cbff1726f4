"""The text of one file -> the entities it defines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from journeybook.model import RECORDS, Entity, Kind, ids
from journeybook.model.block import Block
from journeybook.model.diagnostics import Diagnostic
from journeybook.model.places import Span
from journeybook.reading.building_blocks import blocks_in
from journeybook.reading.composing import compose
from journeybook.reading.content import DefiningFile, PageText
from journeybook.reading.declared import may_declare, take_declared
from journeybook.reading.findings import Findings
from journeybook.reading.front_matter import Parts, report_unclosed, split
from journeybook.reading.links_of_file import links_of
from journeybook.reading.mappings import maps_ids, report_misplaced_list, report_no_mapping
from journeybook.reading.markdown_entity import add_text
from journeybook.reading.markdown_journey import add_body
from journeybook.reading.naming import id_of_stem, listed_id
from journeybook.reading.near_names import report_near_name
from journeybook.reading.nodes import Entries, Node, Pair, Scalar, joined
from journeybook.reading.page_audience import is_marked_internal
from journeybook.reading.roles import Part, Role, part_of
from journeybook.reading.shaping import Shaping
from journeybook.reading.sources import Source, is_text, source_of
from journeybook.reading.text_links import TextLink, TextLinks
from journeybook.reading.translated_texts import TextsReader
from journeybook.reading.translations import TranslationFile

MAX_LINES = 10_000
"""Longer Markdown files are not read."""

_LISTED = re.compile(r"^([^\s#:\-][^:#\n]*):(?:\s|$)", re.MULTILINE)
"""What looks like an id in a list that cannot be read."""


@dataclass(frozen=True, slots=True)
class FileContent:
    """What one file holds."""

    path: str
    """Relative to the content folder, with forward slashes."""
    defines: DefiningFile | None = None
    """What it defines; None if it defines nothing."""
    entities: tuple[Entity, ...] = ()
    """Its entities in the order written, touchpoints written inline behind their journey."""
    unread: tuple[tuple[Kind, str], ...] = ()
    """Entities it must hold but that could not be read."""
    is_page: bool = False
    """Whether it is an ordinary page."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with it."""
    page_text: PageText | None = None
    """What it says, if it is an ordinary page that may mention something of the portal."""
    is_internal: bool = False
    """Whether it is an ordinary page that is marked internal."""
    blocks: tuple[Block, ...] = ()
    """The building blocks in its texts."""
    translation: TranslationFile | None = None
    """The texts it gives, if it translates entities."""
    links: TextLinks = field(default_factory=dict[str, tuple[TextLink, ...]])
    """The links that its texts make, by text; of texts that have none it may say nothing."""


def read_file(path: str, text: str, folder: str = "content", languages: Sequence[str] = ()) -> FileContent:
    """What the file at `path`, relative to the content folder `folder`, holds if `text` stands in it.

    `languages` are those the portal is published in, its own first; translations into others are left out.
    """
    found = _read(path, text, folder, languages)
    links = links_of(found.entities, found.translation, found.page_text)
    return replace(found, links=links) if links else found


def _read(path: str, text: str, folder: str, languages: Sequence[str]) -> FileContent:
    part = part_of(path)
    findings = Findings(f"{folder}/{path}" if folder else path)
    if part.role in {Role.OTHER, Role.DATA}:
        return FileContent(path)
    if part.role is Role.TRANSLATION:
        language = published(part.language, languages)
        if language is None:
            _report_language(part.language, languages, findings)
            return FileContent(path, diagnostics=findings.in_order())
        return _Reader(path, part, findings, source_of(text)).translation(language)
    reader = _Reader(path, part, findings, source_of(text))
    return reader.markdown() if part.is_markdown else reader.yaml()


def unread_file(path: str, diagnostics: tuple[Diagnostic, ...], listed: tuple[str, ...] = ()) -> FileContent:
    """What is known of a file that cannot be read: `diagnostics` say why, `listed` are ids it seems to list."""
    part = part_of(path)
    if part.role is Role.TRANSLATION:
        return FileContent(path, diagnostics=diagnostics)
    if part.kind is None:
        return FileContent(path, is_page=part.role is Role.PAGE, diagnostics=diagnostics)
    is_list = part.role is Role.LIST
    names = listed if is_list else (part.stem,)
    unread = tuple((part.kind, ids.normal(name)) for name in names)
    return FileContent(path, DefiningFile(path, part.kind, (), is_list), (), unread, diagnostics=diagnostics)


def published(tag: str, languages: Sequence[str]) -> str | None:
    """The one of the portal's `languages` that a file's name means by `tag`; None if it is none of them."""
    wanted = tag.replace("_", "-").casefold()
    return next((one for one in languages if one.casefold() == wanted), None)


def _report_language(tag: str, languages: Sequence[str], findings: Findings) -> None:
    known = ", ".join([*languages, tag.replace("_", "-")])
    message = f"the portal is not published in '{tag}', so this translation is left out"
    hint = f"write `languages: [{known}]` into journeybook.yml" if languages else ""
    findings.add("JB109", Span(), message, hint)


@dataclass(slots=True)
class _Reader:
    path: str
    part: Part
    findings: Findings
    source: Source

    def markdown(self) -> FileContent:
        parts = split(self.source)
        if self.part.kind is None and (parts is None or not may_declare(parts.keys)):
            report_near_name(self.path, parts.keys if parts else None, self.findings, is_markdown=True)
            return self.page(parts)
        if parts is None:
            report_unclosed(self.findings)
        if parts is None or not is_text(self.source, self.findings):
            return self.unread()
        keys = self.front_matter(parts)
        if keys is None or self.is_too_long(parts.body):
            return self.unread()
        kind = take_declared(keys, self.findings, by_path=self.part.kind, is_markdown=True)
        if kind is None:
            return self.page(parts)
        (add_body if kind is Kind.JOURNEY else add_text)(keys, parts.body, self.findings)
        return self.entity(kind, keys)

    def page(self, parts: Parts | None) -> FileContent:
        """An ordinary page."""
        body = parts.body if parts else self.source
        is_internal = is_marked_internal(parts, self.findings)
        blocks = blocks_in(body.text, self.findings, Span(body.first_line))
        return FileContent(
            self.path,
            is_page=True,
            diagnostics=self.findings.in_order(),
            page_text=PageText(self.path, body.text, body.first_line),
            is_internal=is_internal,
            blocks=blocks,
        )

    def is_too_long(self, body: Source) -> bool:
        """Whether `body` has more lines than Markdown can be read in a moment."""
        if len(body.lines) <= MAX_LINES:
            return False
        message = f"the file has {len(body.lines):,} lines of Markdown, and at most {MAX_LINES:,} are read"
        self.findings.add("JB103", Span(), message, "split it into several files")
        return True

    def front_matter(self, parts: Parts) -> Entries | None:
        node = compose(parts.keys, self.findings) if parts.keys else None
        if parts.keys is None or (isinstance(node, Scalar) and node.is_nothing):
            return Entries([], Span())
        return self.mapping(node)

    def yaml(self) -> FileContent:
        if self.part.role is Role.OTHER_YAML and not may_declare(self.source):
            report_near_name(self.path, self.source, self.findings, is_markdown=False)
            return FileContent(self.path, diagnostics=self.findings.in_order())
        node = compose(self.source, self.findings) if is_text(self.source, self.findings) else None
        is_list = self.part.role is Role.LIST
        if is_list and isinstance(node, Scalar) and node.is_nothing:
            node = Entries([], node.span)
        keys = self.mapping(node)
        if keys is None:
            return self.unread()
        if is_list and not isinstance(pair.value if (pair := keys.get("entity")) else None, Scalar):
            return self.listed(keys)
        kind = take_declared(keys, self.findings, by_path=self.part.kind, is_markdown=False)
        return self.entity(kind, keys) if kind else self.unread()

    def mapping(self, node: Node | None) -> Entries | None:
        if node is None or isinstance(node, Entries):
            return node
        report_no_mapping(node, self.findings, is_list=self.part.role is Role.LIST)
        return None

    def entity(self, kind: Kind, keys: Entries) -> FileContent:
        """The one entity that `keys` describe, and the touchpoints written inside it."""
        if not self.part.is_markdown and maps_ids(keys, RECORDS[kind]):
            report_misplaced_list(keys, kind, self.findings)
            return self.unread()
        shaping = Shaping(self.findings)
        first = Span(1, 1, 1, len(self.source.line(1)) + 1)
        default = None if keys.get("id") else id_of_stem(self.part.stem, self.findings)
        entity = shaping.record(RECORDS[kind], keys, default, first)
        if entity is None:
            return self.unread()
        defines = DefiningFile(self.path, kind, (entity.id,), holds_many=False)
        return self.defining(defines, shaping, entity)

    def listed(self, keys: Entries) -> FileContent:
        """The entities of a file that maps ids to keys."""
        kind = self.part.kind
        assert kind is not None  # noqa: S101  # a list is always of one kind
        shaping = Shaping(self.findings)
        entities = list[Entity]()
        for pair in keys.pairs:
            entity_id = listed_id(pair, self.findings)
            span = joined(pair.key_span, pair.value.span)
            entity = shaping.record(RECORDS[kind], pair.value, entity_id, span)
            if entity is not None:
                entities.append(entity)
        defines = DefiningFile(self.path, kind, tuple(one.id for one in entities), holds_many=True)
        return self.defining(defines, shaping, *entities)

    def defining(self, defines: DefiningFile, shaping: Shaping, *entities: Entity) -> FileContent:
        """What a file holds that `defines` the entities shaped."""
        blocks = [blocks_in(text.text, self.findings, text.span) for text in shaping.narratives]
        return FileContent(
            self.path,
            defines,
            (*entities, *shaping.inline),
            diagnostics=self.findings.in_order(),
            blocks=tuple(block for some in blocks for block in some),
        )

    def translation(self, language: str) -> FileContent:
        """The texts of a file that translates others."""
        kind = self.part.kind
        assert kind is not None  # noqa: S101  # a translation's place says of what kind it is
        keys = self.markdown_keys(kind) if self.part.is_markdown else self.yaml_keys()
        if keys is None:
            return FileContent(self.path, diagnostics=self.findings.in_order())
        reader = TextsReader(self.findings)
        if self.part.is_list:
            for pair in keys.pairs:
                span, value = joined(pair.key_span, pair.value.span), pair.value
                title = Pair("title", value.span, value)
                entries = value if isinstance(value, Entries) else Entries([title], value.span)
                reader.entity(RECORDS[kind], entries, ids.normal(pair.key), span)
        else:
            reader.entity(RECORDS[kind], keys, span=Span(1, 1, 1, len(self.source.line(1)) + 1))
        folder = self.path.rpartition("/")[0]
        of = f"{folder}/{self.part.stem}" if folder else self.part.stem
        texts = tuple(reader.found)
        file = TranslationFile(self.path, of, kind, language, self.part.is_list, texts)
        return FileContent(self.path, diagnostics=self.findings.in_order(), translation=file)

    def yaml_keys(self) -> Entries | None:
        node = compose(self.source, self.findings) if is_text(self.source, self.findings) else None
        return self.mapping(node)

    def markdown_keys(self, kind: Kind) -> Entries | None:
        """Front matter and body of a translation; it may do without front matter."""
        parts = split(self.source)
        if not is_text(self.source, self.findings):
            return None
        keys = self.front_matter(parts) if parts else Entries([], Span())
        body = parts.body if parts else self.source
        if keys is None or self.is_too_long(body):
            return None
        (add_body if kind is Kind.JOURNEY else add_text)(keys, body, self.findings)
        return keys

    def unread(self) -> FileContent:
        is_list = self.part.role is Role.LIST
        listed = tuple(found[1].strip("'\" ") for found in _LISTED.finditer(self.source.text) if is_list)
        return unread_file(self.path, self.findings.in_order(), listed)
