"""A group of commands that are imported only when they are called, so that help and version come at once."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from journeybook_cli.running import run


class LazyCommands(click.Group):
    """Commands of `journeybook_cli.commands`, listed with a line of help each."""

    def __init__(self, *args: Any, summaries: Mapping[str, str], **settings: Any) -> None:
        """`summaries` holds the commands' names, which are those of their modules, and what each does."""
        super().__init__(*args, **settings)
        self._summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """The names, in the order in which one needs them."""
        return list(self._summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """The command of that name, imported now."""
        if cmd_name not in self._summaries:
            return None
        command = import_module(f"journeybook_cli.commands.{cmd_name.replace('-', '_')}").command
        assert isinstance(command, click.Command)  # noqa: S101  # a module of ours
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._summaries.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete the commands' names without importing them."""
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        found = [(name, text) for name, text in self._summaries.items() if name.startswith(incomplete)]
        return [CompletionItem(name, help=text) for name, text in found]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with; a usage error names the nearest ones if there is none."""
        if args and args[0] not in self._summaries and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], self._summaries)
            hint = f"did you mean {' or '.join(near)}?" if near else "`journeybook --help` lists them"
            ctx.fail(f"there is no command '{args[0]}'; {hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; see `running` for what happens when it is interrupted or fails."""
        return run(ctx, lambda: super(LazyCommands, self).invoke(ctx))
