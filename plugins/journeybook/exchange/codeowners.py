"""Who is asked to review which file: CODEOWNERS, as GitHub and GitLab read it, from the teams of a portal.

The format: https://docs.github.com/articles/about-code-owners,
https://docs.gitlab.com/user/project/codeowners/reference/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from journeybook.model import Entity, Kind, Team
from journeybook.portal import Portal

BEGIN = "# journeybook: begin. `journeybook codeowners` writes these lines; yours stand above or below."
END = "# journeybook: end"
HANDLES_KEY = "x-codeowners"
"""The key of a team that names its accounts, where `contact` is something else."""

_HANDLE = re.compile(r"@@?[\w.-]+(?:/[\w.-]+)*")
_MAILBOX = re.compile(r"[^\s@#]+@[\w.-]+\.\w+")
_MEANS_SOMETHING = re.compile(r"[*?\[\]\\]")
"""Characters that a pattern gives a meaning, and that the hosts do not let one escape."""


@dataclass(frozen=True, slots=True)
class Owners:
    """Who is asked about the files of a portal."""

    lines: tuple[str, ...]
    """A line for each file that somebody owns: a pattern and accounts."""
    nameless: tuple[Team, ...]
    """Teams that own something and have no account."""


class BlockError(ValueError):
    """The block of ours in a file is not whole; the message says what to do."""


def owners_of(portal: Portal, folder: str = "") -> Owners:
    """The owners of `portal`'s files; `folder` is the portal's within its repository, with a slash at its end."""
    by_file: dict[str, set[str]] = {}
    nameless: dict[str, Team] = {}
    teams = {team.id: team for team in portal.all(Team)}
    for file, entity in _files(portal):
        team = teams.get(entity.owner or "")
        if team is None:
            continue
        handles = handles_of(team)
        by_file.setdefault(file, set()).update(handles)
        if not handles:
            nameless[team.id] = team
    lines = (
        f"{_pattern(folder + file)} {' '.join(sorted(by_file[file]))}" for file in sorted(by_file) if by_file[file]
    )
    return Owners(tuple(lines), tuple(nameless[one] for one in sorted(nameless)))


def handles_of(team: Team) -> tuple[str, ...]:
    """The accounts of `team`: what its `x-codeowners:` names, else its `contact:` if that is an account."""
    named = team.extra.get(HANDLES_KEY)
    if named is None:
        contact = team.contact or ""
        return (contact,) if _HANDLE.fullmatch(contact) else ()
    given = cast("list[object]", named) if isinstance(named, list) else str(named).split()
    texts = (str(one).strip() for one in given)
    return tuple(one for one in texts if _HANDLE.fullmatch(one) or _MAILBOX.fullmatch(one))


def with_block(text: str, lines: Iterable[str]) -> str:
    """`text` with `lines` as its block of ours; the rest is left as it is. Raises BlockError."""
    ending = "\r\n" if "\r\n" in text else "\n"
    block = ending.join([BEGIN, *lines, END])
    written = text.splitlines()
    begins = [number for number, line in enumerate(written) if line.startswith("# journeybook: begin")]
    ends = [number for number, line in enumerate(written) if line.strip() == END]
    if not begins and not ends:
        above = text if not text or text.endswith("\n") else text + ending
        return f"{above}{ending if above else ''}{block}{ending}"
    if len(begins) != 1 or len(ends) != 1 or begins[0] > ends[0]:
        raise BlockError(
            f"the lines '# journeybook: begin …' and '{END}' must each stand there once, in this order; "
            "delete them and what is between them, and run this again"
        )
    kept = text.splitlines(keepends=True)
    after = "".join(kept[ends[0] + 1 :])
    last = ending if after or kept[ends[0]].endswith("\n") else ""
    return f"{''.join(kept[: begins[0]])}{block}{last}{after}"


def _files(portal: Portal) -> Iterator[tuple[str, Entity]]:
    """Every file of the content that is about an entity, relative to the portal's folder, with the entity."""
    by_key = {(str(entity.kind_of), entity.id): entity for entity in portal.content.entities}
    for entity in portal.content.entities:
        yield entity.place.file, entity
    for translation in portal.content.translations:
        key = translation.key
        whole = (str(Kind.JOURNEY), key.journey) if key.journey else (key.kind, key.id)
        if entity := by_key.get(whole):
            yield translation.place.file, entity


def _pattern(file: str) -> str:
    """The pattern that means `file`, from the top of the repository."""
    return "/" + _MEANS_SOMETHING.sub("?", file).replace(" ", "\\ ")
