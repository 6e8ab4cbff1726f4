"""What the escape lets through."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.pictures.escape import NOTHING, escaped, escaped_actor, escaped_address, one_line, width_of
from tests.pictures.hostile import NASTY

texts = st.one_of(st.text(max_size=40), st.sampled_from(NASTY), st.text('a:;#%ﬂ°¶ß <&"\\\n\u2028', max_size=20))

CODE = re.compile(r"#(\d+);")
HARMLESS = re.compile(r"([A-Za-z0-9 \-_.!?'()/+,=]|[^\x00-\x7f]|#\d+;)*")


def read(text: str) -> str:
    """What Mermaid makes of an escaped text."""
    return CODE.sub(lambda code: chr(int(code[1])), text).replace("\u2060", "")


@given(texts)
def test_only_harmless_signs_and_codes_are_left_and_say_the_same(text: str) -> None:
    line = one_line(text, 100)
    assert HARMLESS.fullmatch(escaped(line))
    assert read(escaped(line)) == line.replace("\u2060", "")


@given(texts)
def test_a_line_is_one_line_for_python_browsers_and_mermaid(text: str) -> None:
    line = one_line(text, 100)
    assert line
    assert line.splitlines() == [line]
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]", line)
    assert line == line.strip()
    assert "  " not in line


@given(texts, st.integers(4, 30))
def test_a_long_line_is_cut_to_its_width_and_says_so(text: str, width: int) -> None:
    whole, line = one_line(text, 10_000), one_line(text, width)
    assert width_of(line) <= width
    assert line == whole or (line.endswith("…") and whole.startswith(line[:-1]))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a" * 5000, "a" * 19 + "…"),
        ("Calls the support centre again", "Calls the support…"),
        ("Calls the support's", "Calls the support's"),
        ("致电客服询问网站缓慢的问题", "致电客服询问网站缓…"),
        ("\u200b", NOTHING),
        ("a\ud800b", "a\ufffdb"),
        ("  two \n\n lines\u2028three ", "two lines three"),
        ("\ufefftitle\x00", "title"),
    ],
)
def test_lines(text: str, line: str) -> None:
    assert one_line(text, 20) == line


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("A plain title (1/2), isn't it?", "A plain title (1/2), isn't it?"),
        ("a:b;c#d", "a#58;b#59;c#35;d"),
        ("section one", "#115;ection one"),
        ("Ending", "#69;nding"),
        ("100 %", "100 #37;"),
        ("Zażółć 日本 🙂", "Zażółć 日本 🙂"),
        ("¶ß ﬂ°", "¶\u2060ß ﬂ\u2060°"),
    ],
)
def test_escapes(line: str, text: str) -> None:
    assert escaped(line) == text


@given(texts)
def test_actors_hold_no_code_and_nothing_that_ends_a_name(text: str) -> None:
    name = escaped_actor(one_line(text, 40))
    assert name
    assert not set("#;:,%\n") & set(name)


def test_an_actor_keeps_what_does_no_harm() -> None:
    assert escaped_actor('R&D: "Ann", 50 %') == 'R&D "Ann" 50'
    assert escaped_actor("#;") == NOTHING


def test_an_address_neither_ends_its_quotes_nor_looks_like_a_code() -> None:
    assert escaped_address('../claim/#a;"b"') == "../claim/#a%3B%22b%22"
