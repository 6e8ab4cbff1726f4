"""`journeybook completion`: the script that lets a shell complete our commands, keys and codes."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from journeybook_cli.options import terminal_options

_HELP = """Print the completion script of a shell.

Load it where your shell starts:

\b
bash   eval "$(journeybook completion bash)"     in ~/.bashrc
zsh    eval "$(journeybook completion zsh)"      in ~/.zshrc
fish   journeybook completion fish | source      in ~/.config/fish/config.fish
"""
# The sign before the last paragraph keeps its lines as they are.


@click.command("completion", help=_HELP)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@terminal_options
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script of `shell`."""
    completer = get_completion_class(shell)
    assert completer is not None  # noqa: S101  # click knows all three
    click.echo(completer(ctx.find_root().command, {}, "journeybook", "_JOURNEYBOOK_COMPLETE").source())
