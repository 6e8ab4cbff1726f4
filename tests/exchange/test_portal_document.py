"""`portal.json`: the portal for machines, and the schema that says what is in it."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from journeybook.exchange.portal_document import as_json, document_lines, portal_document
from journeybook.exchange.portal_schema import portal_schema
from journeybook.exchange.things import PortalDocument, Thing
from journeybook.model import RECORDS, Initiative, Kind
from journeybook.model.addresses import address_of
from journeybook.model.keys import SpotKey
from journeybook.model.places import Place
from journeybook.model.portal_options import PortalOptions
from journeybook.model.text import WebLink
from journeybook.portal import assemble
from journeybook.reading import read_content, read_options
from tests.pages.portals import CALL, CLAIM, EVERYTHING, portal_of
from tests.reading.cases import CASES
from tests.rendering.everything import everything

if TYPE_CHECKING:
    from pathlib import Path

    from journeybook.model import Entity
    from journeybook.portal import Portal

CASE_PORTALS = sorted(folder for folder in CASES.iterdir() if (folder / "content").is_dir())


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(portal_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def document_of(portal: Portal, **site: Any) -> dict[str, Any]:
    """What stands in the site, read again, which the schema must allow."""
    text = as_json(portal_document(portal, PortalOptions(), title=site.pop("title", "Claims"), **site))
    document = json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))
    assert [f"{error.json_path}: {error.message}" for error in validator().iter_errors(document)] == []
    return document


def document(*entities: Entity, **site: Any) -> dict[str, Any]:
    return document_of(portal_of(*(entities or EVERYTHING)), **site)


def thing(key: str, *entities: Entity, **site: Any) -> dict[str, Any]:
    return next(one for one in document(*entities, **site)["entities"] if one["key"] == key)


def test_the_head_says_what_it_is() -> None:
    found = document(site="https://maps.example/")
    del found["entities"]
    assert found == {
        "$schema": "portal.schema.json",
        "schema": "journeybook/portal",
        "version": 1,
        "title": "Claims",
        "language": "en",
        "audience": "internal",
        "site": "https://maps.example/",
        "counts": {
            "persona": 2, "journey": 2, "stage": 2, "step": 3, "touchpoint": 1, "channel": 1, "team": 2, "pain": 1,
            "opportunity": 1, "initiative": 1, "evidence": 1, "metric": 2,
        },
    }  # fmt: skip


def test_everything_with_a_key_is_in_it_once() -> None:
    portal = portal_of(*EVERYTHING)
    keys = [one["key"] for one in document_of(portal)["entities"]]
    assert len(keys) == len(set(keys))
    assert set(keys) == set(map(str, portal.directory.by_key))
    assert keys[2:9] == [
        "journey/better",
        "journey/claim",
        "stage/claim/tell",
        "step/claim/calls",
        "pain/claim/twice",
        "step/claim/offers",
        "stage/claim/wait",
    ]


def test_an_author_s_keys_name_other_things_by_spot_key() -> None:
    assert thing("step/claim/calls")["content"] == {
        "id": "calls",
        "title": "Calls support",
        "aliases": ["rings"],
        "evidence": ["evidence/talks"],
        "narrative": "Most call.",
        "does": "Rings the number",
        "thinks": "Will they know me?",
        "feels": "worried",
        "quote": "I only wanted to know",
        "score": {"persona/ann": 2, "persona/bob": 3.5},
        "touchpoints": ["touchpoint/call"],
        "frontstage": [{"does": "Answers", "team": "team/desk"}],
        "backstage": [{"does": "Opens a ticket", "team": "team/sales", "system": "Tickets"}],
        "pains": ["pain/claim/twice"],
        "gains": [{"title": "A voice", "evidence": ["evidence/talks"]}],
        "moment_of_truth": "Decides whether she stays",
        "promise": "broken",
        "takes": "18 min",
        "waits": "PT2H",
        "metrics": ["metric/nps"],
        "x-cost-per-call": "€6",
    }


def test_ways_on_are_told_even_where_there_are_none() -> None:
    assert thing("step/claim/offers")["content"]["next"] == [
        {"step": "step/claim/calls", "when": "it is unclear"},
        {"step": "step/claim/waits"},
    ]
    assert thing("step/claim/waits")["content"]["next"] == []
    assert "next" not in thing("step/claim/calls")["content"]


def test_what_is_computed_is_told() -> None:
    journey = thing("journey/claim")
    assert journey["moods"] == [
        {"mean": 3.0, "n": 2, "of": 3, "persona": "persona/ann"},
        {"mean": 3.75, "n": 2, "of": 3, "persona": "persona/bob"},
    ]
    assert journey["counts"] == {
        "stages": 2, "steps": 3, "touchpoints": 1, "moments_of_truth": 1, "pains": 1, "hand_offs": 3,
    }  # fmt: skip
    assert journey["flow"]["edges"][1] == {
        "source": "step/claim/offers",
        "target": "step/claim/calls",
        "way": "loop",
        "when": "it is unclear",
    }
    assert journey["flow"]["ends"] == ["step/claim/waits"]
    hand_off = {
        "source": "step/claim/calls",
        "target": "step/claim/offers",
        "giver": "team/desk",
        "taker": "team/sales",
    }
    assert hand_off in journey["flow"]["hand_offs"]
    assert hand_off in thing("team/sales")["hand_offs"]
    assert thing("stage/claim/tell")["moods"][0]["n"] == 2
    step = thing("step/claim/calls")
    assert (step["number"], step["team"], step["channels"]) == (1, "team/desk", ["channel/phone"])
    assert {"key": "step/claim/calls", "field": "team", "via": "touchpoint/call"} in thing("team/desk")[
        "backlinks"
    ]


@pytest.mark.parametrize("directory_urls", [True, False])
def test_an_address_starts_from_where_the_document_stands(directory_urls: bool) -> None:
    for one in document(directory_urls=directory_urls)["entities"]:
        assert one["url"] == address_of(SpotKey.parse(one["key"])).url(directory_urls=directory_urls)


def test_links_to_files_of_the_content_become_addresses_and_lost_ones_go() -> None:
    links = tuple(
        WebLink(title=url, url=url)
        for url in ("../touchpoints/call.md", "lost.md", "plan%20b.pdf", "https://x.example/?a=1")
    )
    initiative = Initiative(id="file", title="File", links=links, place=Place("content/initiatives/file.md"))
    portal = portal_of(CALL, initiative, assets=("initiatives/plan b.pdf",))
    told = next(one for one in document_of(portal)["entities"] if one["key"] == "initiative/file")
    assert [link["url"] for link in told["content"]["links"]] == [
        "touchpoints/call/",
        "initiatives/plan%20b.pdf",
        "https://x.example/?a=1",
    ]


def test_parts_have_the_language_of_their_journey() -> None:
    polish = {
        one["key"]: one
        for one in document(type(CLAIM)(id="claim", title="Szkoda", lang="pl", stages=CLAIM.stages))["entities"]
    }
    assert polish["journey/claim"]["language"] == polish["pain/claim/twice"]["language"] == "pl"
    assert "language" not in thing("journey/claim")


def test_what_names_nothing_is_left_out() -> None:
    found = thing("journey/claim", CLAIM)
    assert "personas" not in found["content"]
    assert "owner" not in found["content"]
    assert "next" in thing("step/claim/offers", CLAIM)["content"]


def test_numbers_that_json_does_not_know_are_texts() -> None:
    odd = Initiative(id="file", title="File", extra={"x-much": float("inf"), "x-odd": [float("nan")]})
    assert thing("initiative/file", odd)["content"]["x-much"] == "inf"


def test_the_sample_portal(repository: Path) -> None:
    options, _ = read_options(repository)
    assert document_of(assemble(read_content(repository, options.content)))["counts"]["journey"] >= 3


@pytest.mark.parametrize("case", CASE_PORTALS, ids=lambda case: case.name)
def test_portals_with_mistakes_too(case: Path) -> None:
    document_of(assemble(read_content(case, "content")))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text.strip()))
def test_any_text(text: str) -> None:
    portal = portal_of(*everything(text))
    found = document_of(portal, title=text)["entities"]
    assert {Kind(one["kind"]) for one in found} == set(Kind)
    written = [portal.entity(SpotKey.parse(one["key"])).title for one in found]
    assert [one["content"]["title"] for one in found] == written


def test_the_same_portal_gives_the_same_bytes() -> None:
    first, second = (
        as_json(portal_document(portal_of(*EVERYTHING), PortalOptions(), title="X")) for _ in range(2)
    )
    assert first == second


def test_each_thing_has_a_line_of_its_own() -> None:
    lines = as_json(portal_document(portal_of(*EVERYTHING), PortalOptions(), title="X")).splitlines()
    assert [line for line in lines if line.startswith('{"key": "team/')] == [
        line for line in lines if '"kind": "team"' in line
    ]


@pytest.mark.parametrize("written", [EVERYTHING, ()], ids=["much", "nothing"])
def test_line_by_line_it_is_the_same(written: tuple[Entity, ...]) -> None:
    portal, site = portal_of(*written), {"title": "X", "site": "https://a.example/"}
    lines = document_lines(portal, PortalOptions(), **site)
    assert "".join(lines) == as_json(portal_document(portal, PortalOptions(), **site))


def test_every_key_of_the_schema_is_described() -> None:
    definitions = portal_schema()["$defs"]
    assert {record.__name__ for record in RECORDS.values()} <= definitions.keys()
    told = [*definitions.values(), portal_schema()]
    missing = [
        (name, key)
        for schema in told
        for name in [schema.get("description")]
        for key, one in schema.get("properties", {}).items()
        if not one.get("description")
    ]
    assert missing == []


def test_the_schema_refuses_what_is_no_portal() -> None:
    good = document()
    for change in ({"version": 2}, {"schema": "other"}, {"surprise": 1}, {"entities": [{"key": "x"}]}):
        assert not validator().is_valid({**good, **change}), change
    for key, change in (("team", {"owner": "desk"}), ("step", {"score": {"persona/ann": 7}})):
        wrong = json.loads(json.dumps(good))
        next(one for one in wrong["entities"] if one["kind"] == key)["content"] |= change
        assert not validator().is_valid(wrong), change


def test_every_field_of_the_document_is_one_of_the_schema() -> None:
    definitions = portal_schema()["$defs"]
    assert set(Thing.__annotations__) == definitions["Thing"]["properties"].keys()
    assert {"$schema", *PortalDocument.__annotations__} == portal_schema()["properties"].keys()
