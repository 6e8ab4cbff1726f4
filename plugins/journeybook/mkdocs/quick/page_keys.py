"""The keys of pages: digests of all that a page was made from, by which it is known again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import cast

from mkdocs.config.defaults import MkDocsConfig

from journeybook.mkdocs.editions import Edition, Editions
from journeybook.mkdocs.host_config import overrides_folder
from journeybook.mkdocs.quick.engine_digest import digest_of_engine, digest_of_folder
from journeybook.pages import PageView
from journeybook.pages.digest import digest_of, digest_of_edition


class PageKeys:
    """Gives the keys of the pages of one build."""

    def __init__(
        self, editions: Editions, config: MkDocsConfig, authors: Sequence[str], *, has_twins: bool
    ) -> None:
        """`authors` are the paths of ordinary pages; `has_twins` says whether pages come with a Markdown twin."""
        common = digest_of(
            digest_of_engine(),
            digest_of_folder(overrides_folder(config)),
            editions.original.context.options.diagrams,
            _markdown_settings(config),
            has_twins,
            list(authors),  # to which a twin links as it does to twins
        )
        self._of = {
            edition.folder: digest_of(common, digest_of_edition(edition.context)) for edition in editions.all
        }

    def of_build(self, inputs: str) -> str:
        """The key of all views of a build that are made from `inputs`; empty if nobody knows from what."""
        return inputs and digest_of(inputs, sorted(self._of.items()))

    def of_view(self, edition: Edition, view: PageView) -> str:
        """The key of what `view` shows, in whatever way its narratives come out."""
        return digest_of(self._of[edition.folder], view)


def _markdown_settings(config: MkDocsConfig) -> str:
    """What the host's Markdown is told; functions by their names."""
    extensions = [one if isinstance(one, str) else type(one).__qualname__ for one in _extensions(config)]
    return json.dumps([extensions, config.mdx_configs], default=_named, sort_keys=True)


def _extensions(config: MkDocsConfig) -> Sequence[object]:
    return cast("list[object]", config.markdown_extensions)


def _named(value: object) -> str:
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', type(value).__qualname__)}"
