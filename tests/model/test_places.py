"""Places keep what they are given, although they pack it."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from journeybook.model.places import Place, Span, Written

NUMBERS = st.integers(1, 2_000_000)
SPANS = st.builds(Span, NUMBERS, NUMBERS, NUMBERS, NUMBERS)
NAMES = st.text(max_size=6)
KEYS = st.dictionaries(
    NAMES,
    st.builds(
        Written, SPANS, SPANS, st.lists(SPANS, max_size=4).map(tuple), st.dictionaries(NAMES, SPANS, max_size=3)
    ),
    max_size=6,
)


@given(SPANS, KEYS)
def test_a_place_says_what_it_was_told(span: Span, keys: dict[str, Written]) -> None:
    place = Place("content/a.yml", span, keys)
    assert place.span == span
    assert list(place.keys.items()) == list(keys.items())
    for name, written in keys.items():
        assert name in place.keys
        assert place.of(name) == written.value
        assert [place.of(name, number) for number in range(len(written.items))] == list(written.items)
        assert {one: place.of(name, one) for one in written.entries} == written.entries
        assert place.of(name, len(written.items)) == written.value
    assert place.of("none of them at all") == span


@given(SPANS, KEYS)
def test_a_copy_is_the_same_place_and_another_is_not(span: Span, keys: dict[str, Written]) -> None:
    place = Place("content/a.yml", span, keys)
    assert pickle.loads(pickle.dumps(place)) == place == Place("content/a.yml", span, dict(place.keys))
    assert place != Place("content/b.yml", span, keys)
    assert place != Place("content/a.yml", span._replace(line=span.line + 1), keys)
    assert place != Place("content/a.yml", span, {**keys, "none of them at all": Written(span, span)})
