"""CODEOWNERS from the teams that own what files hold."""

from __future__ import annotations

import pytest

from journeybook.exchange.codeowners import BEGIN, END, BlockError, handles_of, with_block
from journeybook.model import Team

OURS = ["/content/a.md @acme/support"]
BLOCK = f"{BEGIN}\n{OURS[0]}\n{END}\n"


@pytest.mark.parametrize(
    ("contact", "named", "handles"),
    [
        ("@acme/support", None, ("@acme/support",)),
        ("@ada", None, ("@ada",)),
        ("@group/sub.group/team-1", None, ("@group/sub.group/team-1",)),
        ("support@example.com", None, ()),
        ("Room 3, ask @ada", None, ()),
        (None, None, ()),
        ("@acme/support", "@ada @eve", ("@ada", "@eve")),
        (None, ["@@maintainer", "ada@example.com"], ("@@maintainer", "ada@example.com")),
        (None, ["@ada\n* @eve", "@a b", 7, "#x"], ()),
        ("@acme/support", [], ()),
    ],
)
def test_a_team_has_the_accounts_it_names(contact: str | None, named: object, handles: tuple[str, ...]) -> None:
    extra = {} if named is None else {"x-codeowners": named}
    assert handles_of(Team(id="t", title="T", contact=contact, extra=extra)) == handles


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", BLOCK),
        ("* @ada\n", f"* @ada\n\n{BLOCK}"),
        ("* @ada", f"* @ada\n\n{BLOCK}"),
        (f"* @ada\n{BEGIN}\nold\n{END}\n/docs @eve\n", f"* @ada\n{BLOCK}/docs @eve\n"),
        (f"# journeybook: begin, in other words\n{END}", BLOCK.rstrip("\n")),
        ("* @ada\r\n", "* @ada\r\n\r\n" + BLOCK.replace("\n", "\r\n")),
    ],
)
def test_only_the_block_is_written(before: str, after: str) -> None:
    assert with_block(before, OURS) == after
    assert with_block(after, OURS) == after, "a second time changes nothing"


@pytest.mark.parametrize("broken", [BEGIN, END, f"{END}\n{BEGIN}\n", BLOCK + BLOCK])
def test_a_block_that_is_not_whole_is_refused(broken: str) -> None:
    with pytest.raises(BlockError, match="delete them and what is between them"):
        with_block(broken, OURS)
