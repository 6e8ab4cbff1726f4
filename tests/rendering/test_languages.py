"""Parts in another language, or another direction, say so."""

from dataclasses import replace

from journeybook.model import Journey
from tests.pages.portals import ANN, BOB, CALL, CLAIM, DESK, PHONE, SALES

from .everything import everything
from .sites import Document, documents, site_of


def page(file: str, journey: Journey, language: str = "en") -> Document:
    return documents(site_of((ANN, BOB, journey, CALL, PHONE, DESK, SALES), language=language))[file]


def test_a_journey_in_another_language() -> None:
    found = page("journeys/claim/index.html", replace(CLAIM, lang="ar")).languages
    assert ("p", "ar", "rtl") in found
    assert ("span", "ar", "rtl") in found
    assert {language for _, language, _ in found} == {"ar"}


def test_a_journey_in_the_portals_own_language_says_nothing() -> None:
    assert page("journeys/claim/index.html", replace(CLAIM, lang="en")).languages == []


def test_a_link_to_a_journey_in_another_language() -> None:
    found = page("touchpoints/call/index.html", replace(CLAIM, lang="pl")).languages
    assert set(found) == {("a", "pl", None), ("span", "pl", None)}  # links, and the promise of the journey


def test_texts_that_run_the_other_way_say_so_without_a_language() -> None:
    found = documents(site_of(everything("رحلة العميل")))["journeys/claim/index.html"].languages
    assert {direction for _, _, direction in found} == {"rtl"}
    assert {language for _, language, _ in found} == {None}


def test_in_a_right_to_left_portal_the_others_say_so() -> None:
    found = page("personas/ann/index.html", CLAIM, language="ar").languages
    assert {direction for _, _, direction in found} == {"ltr"}
