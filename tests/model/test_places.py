"""Places keep what they are given, although they pack it."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from journeybook.model.places import Place, Span, Written

NAMES = st.text(max_size=6)


def _written(longest: int) -> st.SearchStrategy[tuple[Span, dict[str, Written]]]:
    """A record and its keys, in a file of at most so many lines."""
    numbers = st.integers(1, longest)
    spans = st.builds(Span, numbers, numbers, numbers, numbers)
    items, entries = st.lists(spans, max_size=4).map(tuple), st.dictionaries(NAMES, spans, max_size=3)
    return st.tuples(spans, st.dictionaries(NAMES, st.builds(Written, spans, spans, items, entries), max_size=6))


WRITTEN = st.sampled_from([255, 65_535, 2_000_000]).flatmap(_written)


@given(WRITTEN)
def test_a_place_says_what_it_was_told(written: tuple[Span, dict[str, Written]]) -> None:
    span, keys = written
    place = Place("content/a.yml", span, keys)
    assert place.span == span
    assert list(place.keys.items()) == list(keys.items())
    for name, one in keys.items():
        assert name in place.keys
        assert place.of(name) == one.value
        assert [place.of(name, number) for number in range(len(one.items))] == list(one.items)
        assert {entry: place.of(name, entry) for entry in one.entries} == one.entries
        assert place.of(name, len(one.items)) == one.value
    assert place.of("none of them at all") == span


@given(WRITTEN)
def test_a_copy_is_the_same_place_and_another_is_not(written: tuple[Span, dict[str, Written]]) -> None:
    span, keys = written
    place = Place("content/a.yml", span, keys)
    assert pickle.loads(pickle.dumps(place)) == place == Place("content/a.yml", span, dict(place.keys))
    assert place != Place("content/b.yml", span, keys)
    assert place != Place("content/a.yml", span._replace(line=span.line + 1), keys)
    assert place != Place("content/a.yml", span, {**keys, "none of them at all": Written(span, span)})
