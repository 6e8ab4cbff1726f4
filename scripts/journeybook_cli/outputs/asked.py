"""Which forms somebody asked for, and where each one goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from journeybook_cli.exits import Refusal
from journeybook_cli.outputs import FORMS
from journeybook_cli.outputs.report import Report


@dataclass(frozen=True, slots=True)
class Asked:
    """One form that somebody asked for."""

    form: str
    """Its name."""
    file: Path | None = None
    """The file it goes to; None for standard output."""


if TYPE_CHECKING:
    _FormType = click.ParamType[Asked]
else:
    _FormType = click.ParamType  # without a type argument before click 8.3


class _Form(_FormType):
    """`FORM` or `FORM=FILE`."""

    name = "form"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Asked:
        """The form and its file; a usage error if there is no such form."""
        if isinstance(value, Asked):
            return value
        form, sign, file = str(value).partition("=")
        if form not in FORMS:
            self.fail(f"there is no form {form!r}; there are {', '.join(FORMS)}", param, ctx)
        if sign and not file:
            self.fail(f"name a file behind the sign, such as {form}=check.txt", param, ctx)
        return Asked(form, Path(file) if file else None)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  # click's signature
        """The names that begin so."""
        return [CompletionItem(form) for form in FORMS if form.startswith(incomplete)]


format_option = click.option(
    "--format",
    "forms",
    metavar="FORM[=FILE]",
    type=_Form(),
    multiple=True,
    help=f"How to print the findings: {', '.join(FORMS)}; with =FILE into a file. "
    "May be given several times. Default: text.",
)
"""The forms, in the order given."""


def chosen(forms: Iterable[Asked], *, as_json: bool) -> list[Asked]:
    """The forms to print; exactly one goes to standard output, text if none was named for it."""
    asked = [*dict.fromkeys(forms)]
    if as_json and Asked("json") not in asked:
        asked.append(Asked("json"))
    printed = [one.form for one in asked if one.file is None]
    if len(printed) > 1:
        first, second, *_ = printed
        raise click.UsageError(
            f"{first} and {second} cannot both go to the terminal; write one to a file: --format {second}=FILE"
        )
    return asked if printed else [Asked("text"), *asked]


def hand_out(report: Report, asked: Iterable[Asked]) -> None:
    """Print `report`, or write it, in every form that was asked for."""
    for one in asked:
        lines = FORMS[one.form](report)
        if one.file is None:
            for line in lines:
                click.echo(line)
        else:
            _write(one.file, "".join(f"{click.unstyle(line)}\n" for line in lines))


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise Refusal(f"{file} cannot be written: {error.strerror}") from error
