"""The portal read and checked, before MkDocs touches the site folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from journeybook.checks import read_baseline
from journeybook.history.git_program import Missing
from journeybook.history.looking_back import Memory, told_history
from journeybook.history.told import NO_HISTORY, History
from journeybook.mkdocs.counted_advice import counted_advice
from journeybook.mkdocs.findings_log import log
from journeybook.mkdocs.host_config import content_folder, portal_root
from journeybook.model.diagnostics import Diagnostic, in_file_order
from journeybook.model.portal_options import PortalOptions
from journeybook.model.reference_day import reference_day
from journeybook.model.text import Audience
from journeybook.portal import Portal, assemble
from journeybook.portal.audience import LeftOut
from journeybook.portal.publication import publication_of, translations_of
from journeybook.reading import ReadFiles, read_content, read_options, read_others
from journeybook.reading.garbage import all_of_it_stays


@dataclass(frozen=True, slots=True)
class Loaded:
    """A portal as it was read."""

    options: PortalOptions
    portal: Portal
    """What its readers get."""
    whole: Portal
    """What its authors have."""
    left_out: LeftOut
    """What they do not get."""
    findings: tuple[Diagnostic, ...]
    """What is wrong with it, in file order."""
    as_of: date
    """The reference day."""
    history: History = NO_HISTORY
    """What changed and when, as far as they are told."""
    count_advice: Callable[[], int] = field(default=lambda: 0, compare=False)
    """How many findings good practice has, of those the portal asks for; it takes its time."""
    translations: Mapping[str, Portal] = field(default_factory=dict[str, Portal])
    """The portal in each of its other languages."""


@all_of_it_stays()
def load(
    config: MkDocsConfig,
    memory: Memory,
    files: ReadFiles,
    audience: Audience | None = None,
    before: Loaded | None = None,
    *,
    once: bool = False,
) -> Loaded:
    """The portal whose `mkdocs.yml` is `config`, for `audience` if somebody asked for one.

    `memory` and `files` know what was seen of it before, and `before` is what it was last; they only save time.
    What is loaded but `once` saves none later.
    """
    root, folder = portal_root(config), content_folder(config)
    options, findings = read_options(root)
    _say_where_content_is(options, folder)
    if audience:
        options = replace(options, audience=audience)
    others, found_elsewhere = read_others(root, options)
    content = read_content(root, folder, options.editions, files)
    known = before.whole if before else None
    published = publication_of(replace(content, others=others), options, known, once=once)
    as_of = _as_of()
    baseline, found_in_baseline = read_baseline(root)
    return Loaded(
        options,
        published.portal,
        published.whole,
        published.left_out,
        in_file_order([*findings, *found_elsewhere, *found_in_baseline, *published.diagnostics]),
        as_of,
        _history(memory, root, folder, options),
        lambda: counted_advice(root, files.state, published.whole, options, as_of, baseline),
        published.translations,
    )


def blank(loaded: Loaded) -> Loaded:
    """The same portal with nothing in it but the author's ordinary pages."""
    content = replace(loaded.portal.content, entities=(), files=(), diagnostics=(), translations=())
    translations = translations_of(content, loaded.options)
    portal = assemble(content)
    return Loaded(loaded.options, portal, portal, loaded.left_out, (), loaded.as_of, translations=translations)


def _history(memory: Memory, root: Path, folder: str, options: PortalOptions) -> History:
    history = told_history(memory, root, folder, options)
    if history.missing in {Missing.TRUST, Missing.ANSWER}:
        log.info("No page tells what changed: %s", history.missing)
    if history.since:
        log.info("Changes before %s are not told: this clone is shallow", history.since.date())
    return history


def _as_of() -> date:
    try:
        return reference_day(os.environ, datetime.now().astimezone().date())
    except ValueError as error:
        raise PluginError(str(error)) from error


def _say_where_content_is(options: PortalOptions, folder: str) -> None:
    """MkDocs' folder counts; the `journeybook` command, which does not know MkDocs, would look into ours."""
    if options.content.rstrip("/") == folder:
        return
    if "content" in options.place.keys:
        line = options.place.of("content").line
        message = "%s:%d: `content: %s` is not the `docs_dir` of mkdocs.yml, %s, which counts; make them equal"
        log.warning(message, options.place.file, line, options.content, folder)
    else:
        log.info("The content is read from '%s'; write `content: %s` into journeybook.yml as well", folder, folder)
