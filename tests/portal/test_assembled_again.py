"""A portal assembled again after edits is what one assembled anew would be, in all its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeybook.model import Kind, Persona
from journeybook.model.other_portals import OtherPortals
from journeybook.portal import Portal, assemble
from journeybook.reading import Content, FileContent, content_of, read_file
from tests.portal.portals import portal_of

CLAIM = """title: Claim
persona: ann
owner: {owner}
part_of: {whole}
stages:
  - id: ask
    title: Ask
    steps:
      - id: calls
        title: {title}
        touchpoint: {met}
        score: {{{scored}: 2}}
        narrative: "{said}"
        next: [{next}]
        pains: [{{id: waits, title: Waits}}]
      - {{id: {second}, title: Writes, channel: mail, team: desk, aliases: [{once}]}}
"""
CLAIMS = {
    "owner": ["desk", "sales", "nobody"],
    "whole": ["move", "move/pack", "claim", "other:journey/there"],
    "title": ["Calls", "Rings"],
    "met": ["call", "mail-us", "nothing"],
    "scored": ["ann", "bob", "anna"],
    "said": ["Nothing", "[[call]]", "[[gone]]", "[[other:journey/there]]", "[a](../about.md)", "[a](../lost.md)"],
    "next": ["writes", "move/packs", "gone"],
    "second": ["writes", "types", "calls"],
    "once": ["typed", "packs"],
}
MOVE = """title: Move
personas: [ann, bob]
state: {state}
improves: claim
stages:
  - id: {stage}
    title: Pack
    steps:
      - {{id: packs, title: Packs, touchpoint: {met}, channel: {channel}, next: [claim/calls]}}
      - {{id: goes, title: Goes, touchpoint: call, team: {team}}}
"""
MOVES = {
    "state": ["current", "future"],
    "stage": ["pack", "wrap"],
    "met": ["call", "mail-us"],
    "channel": ["phone", "mail"],
    "team": ["desk", "sales"],
}
CALL = (
    "---\ntitle: {title}\nteam: {team}\nchannels: [{channel}]\naliases: [{once}]\nlinks: [{link}]\n---\n{said}\n"
)
CALLS = {
    "title": ["Call", "Telephone"],
    "team": ["desk", "sales", "nobody"],
    "channel": ["phone", "mail", "phone, mail"],
    "once": ["rang", "mail-us", "claim"],
    "link": ["", "{title: There, url: 'other:journey/gone'}"],
    "said": ["", "[[claim]]", "[[step:claim/writes]] [[step:claim/types]]"],
}
PHONE = "phone: {{title: {title}, kind: human}}\n{more}"
PHONES = {
    "title": ["Phone", "Voice"],
    "more": ["mail: {title: Mail}\n", "", "post: {title: Post, aliases: [mail]}\n"],
}
PERSON = "---\ntitle: {title}\naliases: [{once}]\n---\n"
PERSONS = {"title": ["Ann", "Anna"], "once": ["anna", "bob", ""]}
TEAMS = "{first}: {{title: Desk}}\nsales: {{title: Sales, tags: [{tag}]}}\n"
TEAM = {"first": ["desk", "counter"], "tag": ["loud", "quiet"]}
PAGE = "About [[{named}]].\n\n``` journeybook\nshow: journeys\nwhere: {{tags: [{tag}]}}\n```\n"
PAGES = {"named": ["call", "gone"], "tag": ["loud"]}

BOB = "---\ntitle: Bob\n---\nSays [[step:move/goes]], owned by [[desk]] and [[mail-us]].\n"

FILES: dict[str, tuple[str, Mapping[str, list[str]]]] = {
    "about.md": (PAGE, PAGES),
    "channels.yml": (PHONE, PHONES),
    "journeys/claim.yml": (CLAIM, CLAIMS),
    "journeys/move.yml": (MOVE, MOVES),
    "journeys/old/claim.yml": (MOVE, MOVES),
    "personas/ann.md": (PERSON, PERSONS),
    "personas/bob.md": ("---\ntitle: Bob\n---\n", {}),
    "teams.yml": (TEAMS, TEAM),
    "touchpoints/call.md": (CALL, CALLS),
    "touchpoints/mail-us.yml": ("title: Mail us\nchannels: [mail]\nteam: sales\n", {}),
}


def written(path: str) -> st.SearchStrategy[str]:
    text, words = FILES[path]
    return st.fixed_dictionaries({key: st.sampled_from(some) for key, some in words.items()}).map(
        lambda chosen: text.format(**chosen)
    )


PORTALS = st.fixed_dictionaries({path: written(path) for path in FILES if path != "journeys/old/claim.yml"})
EDITS = st.lists(
    st.sampled_from(list(FILES)).flatmap(
        lambda path: st.tuples(st.just(path), st.one_of(written(path), written(path), st.none()))
    ),
    min_size=1,
    max_size=6,
)


class Reader:
    """Reads files, and each only once, so that what has not changed is the same object."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], FileContent] = {}

    def content(self, files: Mapping[str, str]) -> Content:
        for path, text in files.items():
            self.known.setdefault((path, text), read_file(path, text, "content", ()))
        return content_of("content", [self.known[path, files[path]] for path in sorted(files)])


def parts(portal: Portal) -> dict[str, Any]:
    """All that a portal says; of what is looked up by key the order too, as far as somebody walks through it."""
    said = {one.name: getattr(portal, one.name) for one in fields(portal) if one.name not in {"parts", "content"}}
    walked = {name: list(said[name].items()) for name in ("_steps", "_flows", "_by_kind", "_hand_offs_of")}
    return {**said, **walked, "keys": list(portal.directory.by_key.items())}


@settings(deadline=None)
@given(PORTALS, EDITS)
def test_after_edits_it_is_the_portal_that_would_be_assembled_anew(
    files: dict[str, str], edits: list[tuple[str, str | None]]
) -> None:
    reader = Reader()
    before = assemble(reader.content(files))
    for path, text in edits:
        files = {name: old for name, old in files.items() if name != path} | ({path: text} if text else {})
        content = reader.content(files)
        before = assemble(content, before)
        assert parts(before) == parts(assemble(content))


def plain() -> dict[str, str]:
    chosen = {path: {key: some[0] for key, some in words.items()} for path, (_, words) in FILES.items()}
    return {path: FILES[path][0].format(**words) for path, words in chosen.items() if "/old/" not in path}


def test_what_has_not_changed_is_not_worked_out_again() -> None:
    files, reader = plain(), Reader()
    before = assemble(reader.content(files))
    claim = files["journeys/claim.yml"].replace("Calls", "Rings")
    again = assemble(reader.content({**files, "journeys/claim.yml": claim}), before)
    assert again.steps("move")[0] is before.steps("move")[0]
    assert again.steps("claim")[0] is not before.steps("claim")[0]
    call = files["touchpoints/call.md"].replace("Call", "Ring")
    moved = assemble(reader.content({**files, "touchpoints/call.md": call}), before)
    assert [one.title for one in moved.steps("move")[0].touchpoints] == ["Ring"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("journeys/claim.yml", "id: writes", "id: types"),
        ("journeys/move.yml", "id: goes", "id: leaves"),
        ("journeys/claim.yml", "title: Claim", "title: [Claim"),
        ("touchpoints/mail-us.yml", "title: Mail us", "title: [Mail us"),
        ("teams.yml", "desk:", "counter:"),
    ],
)
def test_who_names_what_has_changed_is_looked_at_again(path: str, old: str, new: str) -> None:
    files, reader = {**plain(), "personas/bob.md": BOB}, Reader()
    assert old in files[path]
    before = assemble(reader.content(files))
    content = reader.content({**files, path: files[path].replace(old, new)})
    assert parts(assemble(content, before)) == parts(assemble(content))


def test_a_portal_for_once_is_the_same_and_holds_nothing_for_a_next_time() -> None:
    files, reader = plain(), Reader()
    content = reader.content(files)
    once = assemble(content, once=True)
    assert parts(once) == parts(assemble(content))
    assert not once.parts.listed
    assert not once.parts.named
    assert not once.parts.placed
    claim = files["journeys/claim.yml"].replace("Calls", "Rings")
    after = reader.content({**files, "journeys/claim.yml": claim})
    assert parts(assemble(after, once)) == parts(assemble(after))


def test_what_cannot_be_read_any_more_is_not_missed() -> None:
    entities = portal_of(Persona(id="ann", title="Ann", owner="gone")).content
    before = assemble(entities)
    again = assemble(replace(entities, unread=frozenset({(Kind.TEAM, "gone")})), before)
    assert [one.code for one in before.diagnostics] == ["JB203"]
    assert not again.diagnostics


def test_other_portals_that_have_come_are_looked_at() -> None:
    reader = Reader()
    files = {"journeys/claim.yml": CLAIM.format(**{key: some[-1] for key, some in CLAIMS.items()})}
    content = reader.content(files)
    before = assemble(content)
    with_others = replace(content, others=OtherPortals(unread=frozenset({"other"})))
    again = assemble(with_others, before)
    assert parts(again) == parts(assemble(with_others))
    assert again.diagnostics != before.diagnostics


def test_an_entity_made_anew_is_another_one() -> None:
    before = portal_of(Persona(id="ann", title="Ann"))
    content = portal_of(Persona(id="ann", title="Anna")).content
    assert assemble(content, before).get(Persona, "ann").title == "Anna"
