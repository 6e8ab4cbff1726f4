"""Addresses and spot keys."""

import pytest

from journeybook.model.addresses import (
    FRONT,
    Address,
    address_of,
    pain_at_step_address,
    root_of,
    step_on_stage_address,
)
from journeybook.model.keys import SpotKey


@pytest.mark.parametrize(
    ("key", "with_folders", "flat"),
    [
        ("persona/site-owner", "personas/site-owner/", "personas/site-owner.html"),
        ("journey/claim", "journeys/claim/", "journeys/claim.html"),
        ("stage/claim/report", "journeys/claim/report/", "journeys/claim/report.html"),
        ("step/claim/calls", "journeys/claim/#calls", "journeys/claim.html#calls"),
        ("pain/claim/told-twice", "pains/claim/told-twice/", "pains/claim/told-twice.html"),
        ("atlas/atlas", "atlas/", "atlas.html"),
        ("atlas/portal/claims", "atlas/claims/", "atlas/claims.html"),
        ("compare/index", "compare/", "compare/index.html"),
        ("compare/better", "compare/better/", "compare/better.html"),
        ("board/index", "boards/", "boards/index.html"),
        ("board/hand-offs", "boards/hand-offs/", "boards/hand-offs.html"),
        ("index/journey", "journeys/", "journeys/index.html"),
        ("page/index", "./", "index.html"),
        ("page/how-to/read", "how-to/read/", "how-to/read.html"),
        ("page/how-to/index", "how-to/", "how-to/index.html"),
        ("persona/王", "personas/%E7%8E%8B/", "personas/%E7%8E%8B.html"),
    ],
)
def test_every_spot_has_one_address(key: str, with_folders: str, flat: str) -> None:
    address = address_of(SpotKey.parse(key))
    assert address.url(directory_urls=True) == with_folders
    assert address.url(directory_urls=False) == flat


@pytest.mark.parametrize(
    "key",
    [
        "persona/a",
        "journey/a",
        "stage/a/b",
        "step/a/b",
        "pain/a/b",
        "page/x/y",
        "index/team",
        "board/pains",
        "atlas/atlas",
        "atlas/portal/a",
        "compare/a",
    ],
)
def test_keys_are_read_as_they_are_written(key: str) -> None:
    assert str(SpotKey.parse(key)) == key


@pytest.mark.parametrize("text", ["", "persona", "persona/", "stage/a", "thing/a", "step//b"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="write"):
        SpotKey.parse(text)


def test_a_pain_keeps_its_place_at_its_step() -> None:
    assert pain_at_step_address("claim", "twice").url(directory_urls=True) == "journeys/claim/#pain_twice"


def test_the_way_up_leads_to_the_root() -> None:
    stage = step_on_stage_address("claim", "report", "calls")
    assert root_of(stage, directory_urls=True) == "../../../"
    assert root_of(stage, directory_urls=False) == "../../"
    assert root_of(FRONT, directory_urls=True) == "./"


def test_a_page_stands_under_the_path_of_its_markdown_file() -> None:
    assert Address("journeys/claim", "calls").source == "journeys/claim.md"
    assert Address("journeys", is_folder=True).source == "journeys/index.md"
