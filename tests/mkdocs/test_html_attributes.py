"""Attributes changed in HTML, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.mkdocs.html_attributes import change_attributes
from journeybook.mkdocs.narrative_html import fitted


def shout(_tag: str, name: str, value: str) -> str:
    return value.upper() if name == "href" else value


@pytest.mark.parametrize(
    ("written", "changed"),
    [
        ('<a href="x">x</a>', '<a href="X">x</a>'),
        ("<A HREF='x' id=a>", '<A HREF="X" id=a>'),
        ("<a href=x>", '<a href="X">'),
        ('<a title="a > b"\n   href = "x"/>', '<a title="a > b"\n   href = "X"/>'),
        ('<a href="a&amp;b">', '<a href="A&amp;B">'),
        ('<a href="&#109;ail">', '<a href="MAIL">'),
        ('<!-- <a href="x"> -->', '<!-- <a href="x"> -->'),
        ("<script>'<a href=\"x\">'</script><a href=x>", '<script>\'<a href="x">\'</script><a href="X">'),
        ('<pre>&lt;a href="x"&gt;</pre>', '<pre>&lt;a href="x"&gt;</pre>'),
        ("a < b href=x", "a < b href=x"),
        ('<a hidden href="é">', '<a hidden href="É">'),
    ],
)
def test_attributes_change(written: str, changed: str) -> None:
    assert change_attributes(written, shout) == changed


@given(st.text(alphabet="<>/=\"' ahref!-x\n&;", max_size=200))
def test_without_changes_any_text_stays_as_it_is(text: str) -> None:
    assert change_attributes(text, lambda _tag, _name, value: value) == text


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ('<h4 id="a">A</h4><a href="#a">', '<h4 id="p_a">A</h4><a href="#p_a">'),
        ('<a href="#elsewhere">', '<a href="/#elsewhere">'),  # whether it is on the page, the portal knows
        ('<p id="é"><a href="#%C3%A9">', '<p id="p_é"><a href="#p_%C3%A9">'),
        ('<input id="t" name="g"><label for="t">', '<input id="p_t" name="p_g"><label for="p_t">'),
        ('<p id="a"><p aria-labelledby="a b">', '<p id="p_a"><p aria-labelledby="p_a b">'),
        ('<img srcset="a.png 1x, b.png 2x">', '<img srcset="/a.png 1x, /b.png 2x">'),
        ('<g id="s"><rect fill="url(#s)"><use href="#s">', '<g id="p_s"><rect fill="url(#p_s)"><use href="#p_s">'),
        ('<meta name="x"><a name="y">', '<meta name="x"><a name="y">'),
        ('<a id="l-1" name="l-1" href="#l-1">', '<a id="p_l-1" name="p_l-1" href="#p_l-1">'),
        ('<img src="a.png" alt="a.png">', '<img src="/a.png" alt="a.png">'),
    ],
)
def test_a_narrative_is_made_fit_for_a_shared_page(written: str, html: str) -> None:
    assert fitted(written, "p_", lambda address: f"/{address}") == html
