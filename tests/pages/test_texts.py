"""Short texts: their links, language and direction."""

import pytest

from journeybook.model.addresses import Address
from journeybook.pages import PageView
from journeybook.pages.languages import direction_in, direction_of
from journeybook.pages.pieces import Asset, Text, TextLink

from .portals import ANN, CALL, CLAIM, PHONE, view, with_

CLAIM_FILE = "../journeys/claim.md#calls"
CALLS = Address("journeys/claim", "calls")


def summary(written: str, lang: str | None = None, language: str = "en", assets: tuple[str, ...] = ()) -> Text:
    ann = with_(ANN, summary=written, lang=lang)
    found = view(PageView, "persona/ann", ann, CLAIM, CALL, PHONE, language=language, assets=assets).head.summary
    assert found
    return found


@pytest.mark.parametrize(
    ("written", "link"),
    [
        ("[[call]]", TextLink("journeybook:call", Address("touchpoints/call"), "Support call")),
        ("[it][step:claim/calls]", TextLink("journeybook:step:claim/calls", CALLS, "Calls support")),
        ("[[nobody]]", TextLink("journeybook:nobody", None, "nobody")),
        ("[c](../journeys/claim.md#calls)", TextLink(CLAIM_FILE, CALLS, CLAIM_FILE)),
        ("[p](../plan.pdf)", TextLink("../plan.pdf", Asset("plan.pdf"), "../plan.pdf")),
        ("[lost](lost.md)", TextLink("lost.md", None, "lost.md")),
        ("[w](https://example.com)", TextLink("https://example.com", "https://example.com", "https://example.com")),
    ],
)  # fmt: skip
def test_links_are_resolved_from_the_file_they_stand_in(written: str, link: TextLink) -> None:
    assert summary(written, assets=("plan.pdf",)).links == (link,)


def test_a_text_without_links_has_none() -> None:
    assert summary("*Plain* [brackets]").links == ()


@pytest.mark.parametrize(
    ("lang", "language", "spoken"),
    [(None, "en", ""), ("en", "en", ""), ("EN", "en", ""), ("pl", "en", "pl"), ("en", "pl", "en")],
)
def test_the_language_is_said_where_it_differs(lang: str | None, language: str, spoken: str) -> None:
    assert summary("Text", lang, language).language == spoken


@pytest.mark.parametrize(
    ("written", "lang", "language", "direction"),
    [
        ("Text", None, "en", ""),
        ("نص", None, "en", "rtl"),
        ("نص", "ar", "en", "rtl"),
        ("نص", None, "ar", ""),
        ("Text", None, "ar", "ltr"),
        ("123", None, "ar", "ltr"),
    ],
)
def test_the_direction_is_said_where_it_differs(
    written: str, lang: str | None, language: str, direction: str
) -> None:
    assert summary(written, lang, language).direction == direction


def test_steps_speak_the_language_of_their_journey() -> None:
    claim = with_(CLAIM, lang="pl")
    page = view(PageView, "stage/claim/tell", claim, CALL)
    assert page.head.title.language == "pl"
    assert [link.language for link in page.head.crumbs] == ["", "", "pl"]


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("zh-Hant", "ltr"), ("qqq", "ltr")]
)
def test_directions_of_languages(language: str, direction: str) -> None:
    assert direction_of(language) == direction


@pytest.mark.parametrize(
    ("text", "direction"), [("«שלום»", "rtl"), ("„Tak”", "ltr"), ("…—…", ""), ("中文", "ltr")]
)
def test_directions_of_texts(text: str, direction: str) -> None:
    assert direction_in(text) == direction
