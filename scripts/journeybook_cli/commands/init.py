"""`journeybook init`: a new portal."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from pathlib import Path

import click

from journeybook_cli.exits import Refusal
from journeybook_cli.new_portal import Host, Repository, files_of_portal, host_of
from journeybook_cli.opening import open_portal
from journeybook_cli.options import terminal_options


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--empty", is_flag=True, help="Without the example content.")
@click.option(
    "--repository",
    metavar="URL",
    help="Where the files will be kept: pages get comment and edit links that lead there.",
)
@click.option(
    "--tracker",
    type=click.Choice(["github", "gitlab"]),
    help="What kind of place URL is, where its name does not tell.",
)
@click.option("--force", is_flag=True, help="Add what is missing to a portal that exists; nothing is overwritten.")
@terminal_options
def command(folder: Path, empty: bool, repository: str | None, tracker: Host | None, force: bool) -> None:
    """Start a portal in the folder DIR.

    It has one persona and one journey to learn from, and builds at once. No file that exists is ever
    overwritten. With --repository it also has the pipelines of GitHub or GitLab that check and compare
    every change and publish the site, a form for comments, a template for changes, and CODEOWNERS.
    """
    kept_at = _repository(repository, tracker)
    files = files_of_portal(kept_at, with_example=not empty)
    kept = [path for path in files if os.path.lexists(folder / path)]
    of_a_portal = [path for path in kept if not path.startswith(".vscode/")]
    if of_a_portal and not force:
        names = "\n".join(f"  {path}" for path in of_a_portal)
        raise Refusal(
            f"{folder} already holds files of a portal:\n{names}\n"
            "--force keeps them as they are and adds only what is missing"
        )
    written = _write(folder, files, kept)
    _write_schemas(folder)
    for path in kept:
        click.echo(f"kept {folder / path}")
    for path in written:
        click.echo(f"wrote {folder / path}")
    click.echo(_next_steps(folder, kept_at))


def _repository(address: str | None, tracker: Host | None) -> Repository | None:
    if address is None:
        return None
    address = address.strip().rstrip("/").removesuffix(".git")
    if not address.startswith(("https://", "http://")) or any(
        sign.isspace() or sign in "\"'#<>" for sign in address
    ):
        raise click.BadParameter(
            "give the repository's web address, such as https://github.com/acme/journeys",
            param_hint="--repository",
        )
    host = tracker or host_of(address)
    if host is None:
        raise click.UsageError(f"{address} does not tell what it is; add --tracker github or --tracker gitlab")
    return Repository(address, host)


def _write(folder: Path, files: Mapping[str, str], kept: Collection[str]) -> list[str]:
    """Write the files that are not among `kept`; returns their paths."""
    written: list[str] = []
    for path, text in files.items():
        if path not in kept:
            try:
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                with (folder / path).open("x", encoding="utf-8", newline="\n") as file:
                    file.write(text)
            except OSError as error:
                raise Refusal(f"{folder / path} cannot be written: {error.strerror}") from error
            written.append(path)
    return written


def _write_schemas(folder: Path) -> None:
    """Give editors the schemas at once; a folder where that fails can do without."""
    from journeybook.exchange.editor import keep_fresh, names_of

    keep_fresh(folder.resolve(), names_of(open_portal(folder.resolve(), may_remember=False).whole))


def _next_steps(folder: Path, kept_at: Repository | None) -> str:
    enter = "" if folder.resolve() == Path.cwd() else f"  cd {folder}\n"
    pipelines = (
        f"\nPut Journeybook's wheel into {folder / 'tools'}: the pipelines install it from there."
        if kept_at
        else ""
    )
    return (
        f"\nNext:\n{enter}"
        "  journeybook serve     look at the portal while you write\n"
        f"  journeybook check     see what there is to mend{pipelines}"
    )
