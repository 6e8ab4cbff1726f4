"""What is said of links in texts that lead nowhere, or to several things."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from journeybook.model.keys import SpotKey
from journeybook.portal.directory import Directory
from journeybook.portal.link_map import LinkMap


class Fault(NamedTuple):
    """What is wrong with a link, without its place."""

    code: str
    message: str
    hint: str


def unclear_mention(name: str, found: Sequence[SpotKey], directory: Directory) -> Fault:
    """What to say of the mention of `name`, which may mean each of `found`, or nothing."""
    if found:
        hint = "write " + " or ".join(f"[[{one.kind}:{name}]]" for one in found)
        return Fault("JB204", f"'{name}' is the id of several things", hint)
    near = " or ".join(f"'{one}'" for one in directory.near_names(name))
    return Fault(
        "JB203", f"nothing is called '{name}'", f"did you mean {near}?" if near else "name an id that exists"
    )


def lost_link(file: str, target: str, link_map: LinkMap, withheld: Collection[str]) -> Fault:
    """What to say of the link to `target`, written in `file`; `withheld` files are read, not published."""
    if link_map.path_from(file, target) in withheld:
        hint = "leave the link out, or move the file out of evidence/"
        return Fault("JB206", f"'{target}' is read, not published", hint)
    near = link_map.near_files(file, target)
    hint = f"did you mean '{near}'?" if near else "relative links start from the file that holds them"
    return Fault("JB206", f"no file '{target}'", hint)
