"""Kinds as people type them: `journey` and `journeys` are the same."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, NoReturn

import click
from click.shell_completion import CompletionItem

from journeybook.model.kinds import Kind

if TYPE_CHECKING:
    _KindType = click.ParamType[Kind]
else:
    _KindType = click.ParamType  # without a type argument before click 8.3


class KindName(_KindType):
    """The name of a kind, in the singular or plural."""

    name = "kind"

    def __init__(self, kinds: Collection[Kind] = tuple(Kind)) -> None:
        """Allow `kinds` only."""
        self._kinds = kinds

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Kind:
        """The kind; a usage error names the nearest ones."""
        wanted = str(value).strip().lower()
        for kind in self._kinds:
            if wanted in {kind, kind.folder}:
                return kind
        return self._nothing(value, wanted, param, ctx)

    def _nothing(
        self, value: Any, wanted: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> NoReturn:
        names = [*self._kinds, *(kind.folder for kind in self._kinds)]
        near = difflib.get_close_matches(wanted, names, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(self._kinds)}"
        self.fail(f"there is no kind '{value}'; {hint}", param, ctx)

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002  # click's signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """The kinds that begin so."""
        return [CompletionItem(str(kind)) for kind in self._kinds if kind.startswith(incomplete.lower())]
