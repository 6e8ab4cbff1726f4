"""Ids: valid ones, those a title gives, and what a typo meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.model.ids import MAX_BYTES, fault_of, folded, from_title, nearest


@pytest.mark.parametrize("good", ["site-owner", "a", "4", "报案", "życzenie-2", "مرحلة-1", "Claim", "क्षेत्र"])
def test_letters_digits_and_hyphens_of_any_script_make_an_id(good: str) -> None:
    assert fault_of(good) is None


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("", "empty"),
        ("a b", "' '"),
        ("a/b", "'/'"),
        ("a_b", "'_'"),
        ("-a", "hyphen"),
        ("a-", "hyphen"),
        ("--", "hyphen"),
        ("a\u200d", "letters"),
        ("index", "folder"),
        ("README", "folder"),
        ("x" * 81, "80 bytes"),
        ("漢" * 27, "80 bytes"),
    ],
)
def test_everything_else_is_refused_with_the_reason(bad: str, reason: str) -> None:
    assert reason in (fault_of(bad) or "")


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Calls support about the slow site", "calls-support-about-the-slow-site"),
        ("Życie & śmierć", "życie-śmierć"),
        ("报案 和 理赔", "报案-和-理赔"),
        ("  What?! — 2nd try ", "what-2nd-try"),
        ("???", None),
        ("", None),
    ],
)
def test_a_title_gives_an_id_in_its_own_script(title: str, slug: str | None) -> None:
    assert from_title(title) == slug


@given(st.text(max_size=200))
def test_what_a_title_gives_is_always_an_id(title: str) -> None:
    slug = from_title(title)
    if slug is not None:
        assert fault_of(slug) is None
        assert len(slug.encode()) <= MAX_BYTES


def test_ids_are_compared_without_case_and_in_one_normal_form() -> None:
    assert folded("E\u0301t\u00e9") == folded("\u00e9te\u0301".upper())


def test_a_typo_finds_what_was_meant() -> None:
    assert nearest("suport-call", ["support-call", "invoice", "sales-call"])[0] == "support-call"
    assert nearest("zzz", ["support-call"]) == []
