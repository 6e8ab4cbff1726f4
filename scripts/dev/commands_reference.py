"""Writes the entries of `docs/manual/commands.md` from the command itself: each with its arguments and options."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click
from reference_page import write_or_check

from journeybook_cli.main import journeybook


def main() -> None:
    """Write the page anew, or with `--check` say whether it is as it would be written."""
    write_or_check("commands.md", "commands_reference.py", reference())


def reference() -> str:
    """Every command with its entry, in Markdown."""
    context = click.Context(journeybook, info_name="journeybook")
    return "\n".join(_entries(journeybook, context))


def _entries(group: click.Group, context: click.Context) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command  # noqa: S101  # the group listed it
        below = click.Context(command, info_name=name, parent=context)
        yield _entry(command, below)
        if isinstance(command, click.Group):
            yield from _entries(command, below)


def _entry(command: click.Command, context: click.Context) -> str:
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    parts = [f"## `{context.command_path}`\n", f"`{usage}`\n", _help(command)]
    rows = [row for one in command.params if (row := _row(one, context))]
    if rows:
        parts.append("| option | meaning |\n|---|---|\n" + "".join(rows))
    return "\n".join(parts)


def _help(command: click.Command) -> str:
    """The command's help; a paragraph behind click's sign for `as it is` is shown as it is."""
    paragraphs = inspect.cleandoc(command.help or "").split("\n\n")
    return "\n".join(_paragraph(one) for one in paragraphs)


def _paragraph(text: str) -> str:
    if text.startswith("\b\n"):
        return f"<!-- not checked: how a shell is set up -->\n```text\n{text[2:]}\n```\n"
    return f"{text}\n"


def _row(parameter: click.Parameter, context: click.Context) -> str:
    """A line of the table; arguments, and what every command has, have none."""
    record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
    if record is None or parameter.name in {"help", "color", "debug"}:
        return ""
    names, meaning = record
    values = ""
    if isinstance(parameter.type, click.Choice):  # a bar would end the cell of the table
        names = names.partition(" ")[0]
        values = " " + " or ".join(f"`{one}`" for one in parameter.type.choices)
    return f"| `{names}`{values} | {' '.join(meaning.split())} |\n"


if __name__ == "__main__":
    main()
