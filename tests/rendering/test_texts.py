"""Whatever an author writes arrives as text, and as nothing else."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .everything import everything
from .sites import Document, documents, site_of

HARMLESS = "Text"
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='x",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "&amp; &lt;b&gt; &#60; & <",
    "</code></pre></figure></article>",
    "<!-- --> ]]> <![CDATA[",
    "%(step)s %s % 100%",
    "رحلة العميل",
    "顧客旅程",
    "\u202eevil\u202c \u200f",
    "\ue000journeybook-root\ue000",
]
LONG = {"touchpoints/call/index.html", "journeys/claim/index.html"}


def shape(document: Document) -> Counter[str]:
    """Its tags, without the spans and attributes that say how a text runs."""
    return Counter(tag.removesuffix(" dir") for tag in document.tags if tag not in {"span dir", "span", "/span"})


SHAPES = {file: shape(document) for file, document in documents(site_of(everything(HARMLESS))).items()}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_never_becomes_markup(text: str) -> None:
    for file, document in documents(site_of(everything(text))).items():
        assert shape(document) == SHAPES[file], file


@pytest.mark.parametrize("text", [one for one in HOSTILE if "\ue000" not in one])
def test_a_text_arrives_as_it_was_written(text: str) -> None:
    for file, document in documents(site_of(everything(text))).items():
        if not file.endswith(("s/index.html", "evidence/index.html")) or file in LONG:
            assert text in document.words, file


@settings(max_examples=25)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="*_`[\\"), min_size=1)
)
def test_any_text_without_markup_leaves_the_pages_whole(text: str) -> None:
    written = f"a{text}b"
    for file, document in documents(site_of(everything(written))).items():
        assert shape(document) == SHAPES[file], file


@settings(max_examples=25)
@given(st.text(st.sampled_from('*_`[]()<>\\!"&{}%#:/. ajsx'), min_size=1))
def test_markup_of_short_texts_is_a_closed_subset(text: str) -> None:
    written = f"a{text}b"
    for file, document in documents(site_of(everything(written))).items():
        more = shape(document) - SHAPES[file]
        assert more.keys() <= {"em", "/em", "strong", "/strong", "code", "/code", "a href", "/a"}, file
        assert not [link for link in document.links if link.lower().startswith("javascript:")]


def test_emphasis_code_and_links_are_shown() -> None:
    text = "An *em*, `a < b` and [a page](https://example.com/?a=1&b=2)"
    html = site_of(everything(text))["personas/ann/index.html"].html
    link = '<a href="https://example.com/?a=1&amp;b=2">a page</a>'
    assert f"<h1 data-search-exclude>An <em>em</em>, <code>a &lt; b</code> and {link}</h1>" in html
