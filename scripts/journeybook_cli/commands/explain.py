"""`journeybook explain`: what a finding's code means."""

from __future__ import annotations

import json
from textwrap import indent, wrap

import click
from click.shell_completion import CompletionItem

from journeybook.model.codes import CODES, Code
from journeybook.model.ids import nearest
from journeybook_cli.exits import Refusal
from journeybook_cli.options import json_option, terminal_options

_WIDTH = 90


def _completed(_ctx: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    return [
        CompletionItem(name, help=code.title) for name, code in CODES.items() if name.startswith(begun.upper())
    ]


@click.command("explain")
@click.argument("code", required=False, shell_complete=_completed)
@json_option
@terminal_options
def command(code: str | None, as_json: bool) -> None:
    """Explain CODE, such as JB203: why it is reported and how to mend it.

    Without CODE, list all of them.
    """
    if code is None:
        click.echo(_all_as_json() if as_json else _all_as_text())
        return
    found = _found(code)
    click.echo(json.dumps(_as_json(found), indent=2) if as_json else _as_text(found))


def _found(name: str) -> Code:
    code = CODES.get(name.strip().upper())
    if code is None:
        near = nearest(name, CODES)
        hint = f"did you mean {' or '.join(near)}?" if near else "`journeybook explain` lists all codes"
        raise Refusal(f"there is no code {name!r}; {hint}")
    return code


def _as_text(code: Code) -> str:
    parts = [
        click.style(f"{code.code} ({code.severity}): {code.title}", bold=True),
        "\n".join(wrap(code.why, _WIDTH)),
    ]
    for name, example in (("Wrong:", code.wrong), ("Right:", code.right)):
        if example:
            parts.append(f"{name}\n{indent(example, '    ')}")
    if code.source:
        parts.append("\n".join(wrap(f"Source: {code.source}", _WIDTH)))
    return "\n\n".join(parts)


def _all_as_text() -> str:
    lines = [f"{code.code}  {code.severity:<7}  {code.title}" for code in CODES.values()]
    return "\n".join([*lines, "", "`journeybook explain CODE` tells more about one."])


def _as_json(code: Code) -> dict[str, str]:
    return {
        "code": code.code,
        "severity": str(code.severity),
        "title": code.title,
        "why": code.why,
        "wrong": code.wrong,
        "right": code.right,
        "source": code.source,
    }


def _all_as_json() -> str:
    return json.dumps({"codes": [_as_json(code) for code in CODES.values()]}, indent=2)
