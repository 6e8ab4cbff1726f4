"""Long and hostile texts: a comment's address stays short, well-formed, and true to its spot."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as other

from journeybook.model.keys import SpotKey
from journeybook.model.portal_options import Comments
from journeybook.reviews import Spot, comment_links
from journeybook.reviews.fitting import shortened
from journeybook.words import Words

ENGLISH = Words()
TRACKERS = [
    Comments(tracker="github", repository="https://github.com/acme/portal"),
    Comments(tracker="github", repository="https://github.com/acme/portal", form="journey-comment.yml"),
    Comments(tracker="gitlab", repository="https://gitlab.com/acme/portal", form="Journey comment"),
    Comments(tracker="mailto", address="journeys@example.com"),
    Comments(tracker="template", template="https://tracker.example/?t={title}&b={body}&l={labels}"),
    Comments(tracker="template", template="https://tracker.example/?k={key}&f={file}&n={line}&p={page}"),
    Comments(tracker="template", template="https://tracker.example/?title={title}"),
]
CALL = Spot(
    key=SpotKey("step", "calls-support", "move-hosting"),
    title="Calls support",
    where="Move my shop › Decide",
    page="https://example.com/journeys/move-hosting/#calls-support",
    file="content/journeys/move-hosting.yml",
    line=14,
)


# Everything, half surrogate pairs too, at lengths that need no, some or much shortening.
def repeated(text: str, times: int) -> str:
    return text * times


any_text = st.text(st.characters(), min_size=1, max_size=12)
hostile = st.text(st.characters(), max_size=40) | st.builds(repeated, any_text, st.integers(1, 400))
# Labels come through the model, which takes no half pairs and no blank texts.
label = st.builds("{}!".format, st.text(max_size=60) | st.text("中", min_size=300, max_size=300))
ids = st.text(st.sampled_from("az09-ąб中ー한"), min_size=1, max_size=26)
spots = st.builds(
    Spot,
    key=st.builds(SpotKey, st.just("step"), ids, ids) | st.builds(SpotKey, st.just("page"), ids),
    title=hostile,
    where=hostile,
    page=hostile,
    file=hostile,
    line=st.integers(1, 10**7),
)


@given(spot=spots, comments=st.sampled_from(TRACKERS), labels=st.lists(label, max_size=3))
def test_every_address_is_short_and_holds_the_key(spot: Spot, comments: Comments, labels: list[str]) -> None:
    links = comment_links(spot, replace(comments, labels=tuple(labels)), ENGLISH)
    assert len(links.write) <= 2_000
    scheme = "mailto" if comments.tracker == "mailto" else "https"
    for address in filter(None, [links.write, links.existing]):
        assert re.fullmatch(r"[!-~]+", address), "only printable ASCII, no blanks"
        assert re.search(r"%(?![0-9A-F]{2})", address) is None, "no cut escapes"
        assert urlsplit(address).scheme == scheme
        values = parse_qs(urlsplit(address).query, strict_parsing=True, errors="strict")
        assert all(len(value) == 1 for value in values.values()), "no text adds a parameter"
        assert any(re.search(rf'(^|[\s"(]){spot.key}($|[\s")])', value) for (value,) in values.values())


@given(spot=spots)
def test_no_text_adds_a_line_to_the_body(spot: Spot) -> None:
    links = comment_links(spot, TRACKERS[0], ENGLISH)
    body = parse_qs(urlsplit(links.write).query)["body"][0]
    lines = [line for line in re.split(r"[\r\n\x0b\x0c\x85\u2028\u2029]", body) if line]
    assert lines[-1] == f"journeybook: {spot.key}"
    assert len(lines) <= 5
    assert all(line.startswith("- ") for line in lines[:-1])


@pytest.mark.parametrize("comments", TRACKERS[:5], ids=lambda one: one.form or one.tracker)
def test_a_long_title_is_shortened_and_the_rest_stays(comments: Comments) -> None:
    text = unquote(comment_links(other(CALL, title="très long " * 500), comments, ENGLISH).write)
    assert re.search(r"Comment: (très long )*(très|très long)…", text)
    assert "step/move-hosting/calls-support" in text
    if comments.tracker != "template":
        assert CALL.page in text
        assert "content/journeys/move-hosting.yml:14" in text
    assert "journeybook" in text


def test_the_body_gives_way_before_the_title() -> None:
    spot = other(CALL, title="Talks. " * 60, where="A whole " * 500)
    asked = parse_qs(urlsplit(comment_links(spot, TRACKERS[0], ENGLISH).write).query)
    assert asked["title"] == ["Comment: " + ("Talks. " * 60).strip()]
    assert "…" in asked["body"][0]
    assert "- Part of: A whole A" in asked["body"][0]


def test_an_address_is_left_out_rather_than_cut() -> None:
    asked = parse_qs(
        urlsplit(comment_links(other(CALL, page="https://x/" * 300), TRACKERS[1], ENGLISH).write).query
    )
    assert "page" not in asked
    assert asked["spot"] == ["step/move-hosting/calls-support"]
    assert asked["labels"] == ["journeybook"]


def test_the_longest_ids_in_a_script_of_three_bytes_leave_room_for_the_address() -> None:
    long = "中" * 26
    page = f"https://example.com/journeys/{quote(long)}/#{quote(long)}"
    spot = Spot(SpotKey("step", long, long), "走" * 40, "迁" * 40, page, "content/journeys/f.yml", 1)
    for comments in TRACKERS[:4]:
        assert page in unquote(comment_links(spot, comments, ENGLISH).write)


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("short enough", 12, "short enough"),
        ("cut between words", 15, "cut between…"),
        ("cut between words", 12, "cut between…"),
        ("aVeryLongWordOnly", 8, "aVeryLo…"),
        ("a veryLongWordAfter", 10, "a veryLon…"),
        ("没有空格的句子", 4, "没有空…"),
        ("cafe\u0301s", 5, "caf…"),
        ("go 👩\u200d🚀 now", 6, "go…"),
        ("anything", 1, ""),
        ("   ", 2, ""),
    ],
)
def test_texts_are_cut_between_words_and_never_inside_a_character(text: str, length: int, short: str) -> None:
    assert shortened(text, length) == short


@given(text=st.text(), length=st.integers(0, 30))
def test_a_shortened_text_is_short_and_a_beginning(text: str, length: int) -> None:
    short = shortened(text, length)
    assert len(short) <= length or short == text
    assert text.startswith(short.removesuffix("…"))
