"""The `journeybook` command."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import click

from journeybook.version import __version__
from journeybook_cli.lazy_commands import LazyCommands
from journeybook_cli.options import terminal_options

SUMMARIES = {
    "init": "Start a portal in a folder.",
    "new": "Add a persona, journey, touchpoint …",
    "check": "Check the content and say what to mend.",
    "diff": "Say what changed in the journeys since another revision.",
    "build": "Build the site.",
    "serve": "Serve the site while you write.",
    "generate": "Write the pages as plain Markdown for other site generators.",
    "export": "Write a map as PDF, PNG or SVG, or as Mermaid text.",
    "list": "List what the portal holds.",
    "show": "Show one thing and what names it.",
    "where-used": "Show every place that names one thing.",
    "rename": "Give something another id; all that names it follows.",
    "move": "Move a step or a stage within its journey.",
    "merge": "Make one touchpoint out of two.",
    "schema": "Write what an editor needs to complete and check the files.",
    "fetch": "Fetch the other portals that this one links to.",
    "codeowners": "Write who is asked to review which file.",
    "explain": "Explain a finding's code.",
    "upgrade": "Bring the content to the newest format.",
    "completion": "Print the completion script of a shell.",
}


@click.group(
    cls=LazyCommands,
    summaries=SUMMARIES,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 all is well, 1 findings, 2 wrong usage, 3 a failure of Journeybook itself.",
)
@click.version_option(__version__, message="journeybook %(version)s")
@terminal_options
def journeybook() -> None:
    """Publish customer journeys, written in YAML or Markdown, as a cross-linked static site.

    `journeybook COMMAND --help` tells more about a command.
    """


def main() -> None:
    """Run the command that the process was called with."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Any name can stand in a path; one that the terminal cannot show must not stop us.
            stream.reconfigure(errors="backslashreplace")
    journeybook(prog_name="journeybook")
