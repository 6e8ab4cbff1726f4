"""Another id: what follows, what stays, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeybook.editing.change import EditingError
from journeybook.editing.meaning import meaning_of
from journeybook.editing.renaming import renaming
from journeybook.editing.uses import uses_of
from journeybook.model import ids
from journeybook.model.keys import SpotKey

from .small import FILES, JOURNEY, key, lines_that_differ, written

if TYPE_CHECKING:
    from pathlib import Path


def test_every_use_follows_and_all_else_stays(tmp_path: Path) -> None:
    before = written(tmp_path)
    assert [str(one) for one in before.portal.diagnostics] == []
    change, after = renaming(before, key("touchpoint/call"), "hotline")
    assert lines_that_differ(before, after, "journeys/claim.yml") == [
        ("touchpoint: call   # the number on the card", "touchpoint: hotline   # the number on the card"),
        (
            "See [[call]], [the call][touchpoint:call] and [its page](../touchpoints/call.md#x).",
            "See [[hotline]], [the call][touchpoint:hotline] and [its page](../touchpoints/hotline.md#x).",
        ),
        (
            '- {id: waits, title: Waits, touchpoints: [call-back, "call"]}',
            '- {id: waits, title: Waits, touchpoints: [call-back, "hotline"]}',
        ),
        ("- 'call'", "- 'hotline'"),
        (
            "- {title: Its page, url: ../touchpoints/call.md}",
            "- {title: Its page, url: ../touchpoints/hotline.md}",
        ),
    ]
    assert lines_that_differ(before, after, "index.md") == [
        ("[call](touchpoints/call.md) [[call]]", "[call](touchpoints/hotline.md) [[hotline]]"),
        ("where: {touchpoint: call}", "where: {touchpoint: hotline}"),
    ]
    assert lines_that_differ(before, after, "touchpoints/call-back.md") == [
        ("To [the call](call.md).", "To [the call](hotline.md).")
    ]
    assert after.texts["content/touchpoints/hotline.md"] == FILES["touchpoints/call.md"].replace(
        "# as people say\n", "# as people say\naliases: [call]\n"
    )
    assert after.texts["content/touchpoints/hotline.pl.md"] == FILES["touchpoints/call.pl.md"]
    assert set(change.renames) == {"content/touchpoints/call.md", "content/touchpoints/call.pl.md"}
    assert after.portal.directory.find(key("touchpoint/call")) == key("touchpoint/hotline")
    assert after.portal.diagnostics == ()
    assert len(uses_of(after, key("touchpoint/hotline"))) == len(uses_of(before, key("touchpoint/call"))) == 12


@pytest.mark.parametrize(
    ("old", "new", "path", "expected"),
    [
        ("step/claim/waits", "sits", "journeys/claim.yml", "- {id: sits, aliases: [waits], title: Waits"),
        (
            "step/claim/gets-money",
            "paid",
            "journeys/claim.yml",
            "- id: paid\n        title: Gets money\n        aliases: [gets-money]",
        ),
        ("stage/claim/report", "tell", "journeys/claim.pl.yml", "- {id: tell, title: Zgłoszenie"),
        ("step/claim/calls", "rings", "journeys/claim.pl.yml", "steps: [{id: rings, title: Dzwoni}]"),
        ("channel/phone", "voice", "channels.yml", "voice: {title: Phone, aliases: [phone]}\n"),
        ("channel/phone", "voice", "touchpoints/call-back.md", "channels: [voice, web]"),
        ("channel/web", "site", "channels.yml", "site: {title: Web, aliases: [web]}"),
        ("team/support", "care", "teams.yml", "care:\n  title: Support\n  aliases: [support]\n"),
        ("persona/owner", "拥有者", "journeys/claim.yml", "score: {拥有者: 2}"),
        ("persona/owner", "مالك", "journeys/claim.yml", "personas: [مالك]"),
        ("persona/owner", "no", "journeys/claim.yml", "personas: ['no']"),
        ("journey/claim", "damage", "journeys/damage.yml", "title: Claim\naliases: [claim]\n"),
        ("step/claim/waits", "sits", "journeys/claim.yml", "next: sits"),
    ],
)
def test_each_form_in_which_an_id_is_written(tmp_path: Path, old: str, new: str, path: str, expected: str) -> None:
    before = written(tmp_path)
    _, after = renaming(before, key(old), new)
    assert expected in after.texts[f"content/{path}"]
    assert after.portal.diagnostics == ()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("touchpoint/call", "call-back", "touchpoint/call-back is there already"),
        ("touchpoint/call", "Call-Back", "touchpoint/call-back is there already"),
        (
            "touchpoint/call",
            "two words",
            "is no id: it holds ' '; use letters, digits and hyphens; write two-words",
        ),
        ("touchpoint/call", "call", "has that id already"),
        ("touchpoint/call", "CALL", "count as one id"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, old: str, new: str, why: str) -> None:
    with pytest.raises(EditingError, match=why.replace("(", r"\(")):
        renaming(written(tmp_path), key(old), new)


def test_a_former_id_of_another_is_refused(tmp_path: Path) -> None:
    taken = {**FILES, "touchpoints/bot.yml": "title: Bot\naliases: [chat]\n"}
    with pytest.raises(EditingError, match="'chat' is a former id of touchpoint/bot"):
        renaming(written(tmp_path, taken), key("touchpoint/call"), "chat")


def test_what_cannot_be_read_is_mended_first(tmp_path: Path) -> None:
    broken = {**FILES, "journeys/other.yml": "title: [\n"}
    with pytest.raises(EditingError, match="the journey 'other' cannot be read"):
        renaming(written(tmp_path, broken), key("touchpoint/call"), "hotline")


def test_line_ends_and_the_byte_order_mark_stay(tmp_path: Path) -> None:
    crlf = {path: ("\ufeff" + text).replace("\n", "\r\n") for path, text in FILES.items()}
    before = written(tmp_path, crlf)
    _, after = renaming(before, key("touchpoint/call"), "hotline")
    _, plain = renaming(written(tmp_path / "plain"), key("touchpoint/call"), "hotline")
    assert after.texts == {path: ("\ufeff" + text).replace("\n", "\r\n") for path, text in plain.texts.items()}


def test_a_step_under_a_heading_gets_a_fence(tmp_path: Path) -> None:
    markdown = "---\ntitle: Bill\npersona: owner\n---\n\n## Pay\n\n### Opens it\n\nSays [[step:bill/opens-it]].\n"
    before = written(tmp_path, {**FILES, "journeys/bill.md": markdown})
    _, after = renaming(before, key("step/bill/opens-it"), "reads")
    assert after.texts["content/journeys/bill.md"] == markdown.replace(
        "### Opens it\n", "### Opens it\n\n```yaml step\nid: reads\naliases: [opens-it]\n```\n"
    ).replace("step:bill/opens-it", "step:bill/reads")


names = st.sampled_from(["call", "calls", "call-back", "a", "no", "2024", "等待", "مكالمة", "é", "owner"]).filter(
    lambda name: ids.fault_of(name) is None
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["\n", "\r\n"]), st.data(), names, st.sampled_from(["", "\ufeff"]))
def test_there_and_back_again(tmp_path: Path, end: str, data: st.DataObject, new: str, mark: str) -> None:
    files = {path: mark + text.replace("\n", end) for path, text in FILES.items()}
    before = written(tmp_path, files)
    old = data.draw(st.sampled_from([*before.portal.directory.by_key]))
    target = SpotKey(old.kind, new, old.journey)
    if target in before.portal.directory.by_key:
        with pytest.raises(EditingError):
            renaming(before, old, new)
        return
    _, there = renaming(before, old, new)
    assert target in there.portal.directory.by_key
    _, back = renaming(there, target, old.id)
    assert meaning_of(back) == meaning_of(before)
    assert back.portal.directory.by_key.keys() == before.portal.directory.by_key.keys()
    if new in {"no", "2024"}:
        return  # these need quotes, which stay
    for path, text in before.texts.items():
        if "aliases" not in back.texts[path] and f":{new}" not in there.texts.get(path, ":" + new):
            assert back.texts[path] == text


def test_the_journey_of_these_tests_holds_what_is_hard() -> None:
    assert all(sign in JOURNEY for sign in ("# the number", "`[[call]]`", '[call-back, "call"]', "{owner: 2}"))
