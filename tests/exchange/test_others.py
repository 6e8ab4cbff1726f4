"""Reading what was fetched of other portals: it comes from others, so nothing in it is trusted."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.exchange.extract import as_bytes, extract_of
from journeybook.model.elsewhere import Elsewhere, elsewhere
from journeybook.model.other_portals import Found, OtherMood, OtherPortal, OtherStage
from journeybook.model.portal_files import LOCK_FILE
from journeybook.model.portal_options import PortalOptions
from journeybook.reading import options_of, read_others
from journeybook.reading.other_document import EXTRACT, MOST_BYTES, Refused, json_of, other_portal_of
from tests.exchange.neighbours import SITE, document, neighbour, pin

if TYPE_CHECKING:
    from pathlib import Path

    from journeybook.model.other_portals import OtherPortals

OPTIONS, _ = options_of("portals:\n  claims: other.json\n")


def codes(root: Path, options: PortalOptions = OPTIONS) -> list[str]:
    """The codes of all findings; where there is one, nothing of the portal is known."""
    others, findings = read_others(root, options)
    assert others.unread == options.portals.keys() - others.by_name.keys()
    return [finding.code for finding in findings]


def known(root: Path, options: PortalOptions = OPTIONS) -> OtherPortals:
    others, findings = read_others(root, options)
    assert findings == ()
    return others


def test_a_portal_that_names_no_other_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).write_text("no lock")
    assert read_others(tmp_path, PortalOptions())[1] == ()


def test_everything_that_was_fetched_can_be_linked_to(tmp_path: Path) -> None:
    pin(tmp_path, "claims", document())
    others = known(tmp_path)
    found = others.find(Elsewhere("claims", "step/claim/calls"))
    assert found == Found("Calls support", f"{SITE}journeys/claim/#calls", "en", "Claims")
    for one in document()["entities"]:
        assert others.find(Elsewhere("claims", one["key"]))
    assert others.find(Elsewhere("claims", "step/claim/rings")) is None
    assert others.find(Elsewhere("other", "step/claim/calls")) is None


def test_a_journey_is_known_with_its_figures() -> None:
    better, claim = neighbour("claims").journeys
    assert (better.state, better.status, better.personas) == ("future", "", ("persona/ann",))
    assert (claim.title, claim.url, claim.status, claim.scope) == (
        "Report a claim",
        f"{SITE}journeys/claim/",
        "reviewed",
        "experience",
    )
    assert claim.moods == (OtherMood("persona/ann", 3.0, 2, 3), OtherMood("persona/bob", 3.75, 2, 3))
    assert claim.stages[0] == OtherStage(
        "stage/claim/tell", "Tell", (OtherMood("persona/ann", 3.0, 2, 2), OtherMood("persona/bob", 3.75, 2, 2))
    )
    assert claim.stages[1] == OtherStage("stage/claim/wait", "Wait", ())
    assert claim.counts["hand_offs"] == 3


def test_the_title_and_the_site_of_the_options_win(tmp_path: Path) -> None:
    pin(tmp_path, "claims", document(site=""))
    options, _ = options_of(
        "portals:\n  claims: {source: other.json, title: Our claims, site: https://intra.example/c}\n"
    )
    found = known(tmp_path, options).find(Elsewhere("claims", "journey/claim"))
    assert found == Found("Report a claim", "https://intra.example/c/journeys/claim/", "en", "Our claims")


def test_without_a_site_of_its_own_it_stands_where_it_was_fetched() -> None:
    extract = extract_of(document(site=""), "https://maps.example/a/portal.json?x=1")
    assert extract["site"] == "https://maps.example/a/"


def test_nobody_knows_where_a_portal_from_a_path_stands(tmp_path: Path) -> None:
    pin(tmp_path, "claims", document(site=""))
    others, findings = read_others(tmp_path, OPTIONS)
    assert [finding.code for finding in findings] == ["JB337"]
    assert others.find(Elsewhere("claims", "journey/claim")) == Found("Report a claim", "", "en", "Claims")


def test_the_language_of_a_thing_is_kept() -> None:
    polish = neighbour("claims", language="pl")
    assert polish.things["journey/claim"].language == "pl"


def test_what_was_never_fetched(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["JB332"]
    pin(tmp_path, "other", document())
    assert codes(tmp_path) == ["JB332"]


def test_a_file_without_its_pin_or_a_pin_without_its_file(tmp_path: Path) -> None:
    pin(tmp_path, "claims", document())
    (tmp_path / "portals/claims.json").rename(tmp_path / "portals/other.json")
    assert codes(tmp_path) == ["JB332"]


def test_a_file_that_was_changed(tmp_path: Path) -> None:
    pin(tmp_path, "claims", document())
    path = tmp_path / "portals/claims.json"
    path.write_bytes(path.read_bytes().replace(b"Report", b"Refuse", 1))
    assert codes(tmp_path) == ["JB333"]


def test_another_source_than_the_one_fetched_from(tmp_path: Path) -> None:
    pin(tmp_path, "claims", document(), source="before.json")
    others, findings = read_others(tmp_path, OPTIONS)
    assert [(finding.code, finding.span.line, finding.span.column) for finding in findings] == [("JB339", 2, 11)]
    assert others.find(Elsewhere("claims", "journey/claim"))


@pytest.mark.parametrize(
    "lock",
    [
        "",
        "<<<<<<< ours",
        "[]",
        "{}",
        '{"version": 2, "portals": {}}',
        '{"version": 1, "portals": [1]}',
        '{"version": 1, "portals": {"claims": {"source": "a", "sha256": "x", "source_sha256": "y"}}}',
        "[" * 100_000,
    ],
)
def test_a_lock_that_cannot_be_read(tmp_path: Path, lock: str) -> None:
    pin(tmp_path, "claims", document())
    (tmp_path / LOCK_FILE).write_text(lock)
    assert codes(tmp_path) == ["JB338"]


def test_an_internal_portal_is_left_out_of_a_public_build(tmp_path: Path) -> None:
    public = cast("PortalOptions", _public(OPTIONS))
    pin(tmp_path, "claims", document())
    others, findings = read_others(tmp_path, public)
    assert [finding.code for finding in findings] == ["JB336"]
    assert (others.by_name, others.unread) == ({}, {"claims"})
    pin(tmp_path, "claims", {**document(), "audience": "public"})
    assert known(tmp_path, public).by_name.keys() == {"claims"}


def _public(options: PortalOptions) -> object:
    """`options` of a public build, whether or not such builds are made already."""
    made = replace(options)
    object.__setattr__(made, "audience", "public")
    return made


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "JB334"),
        (b"\xff\xfe{}", "JB334"),
        (b"<!DOCTYPE html>", "JB334"),
        (b"[]", "JB334"),
        (b"null", "JB334"),
        (b"NaN", "JB334"),
        (b"[" * 1_000_000, "JB334"),
        (b'{"a":' * 1_000_000, "JB334"),
        (b"1" * 10_000, "JB334"),
        (b" " * (MOST_BYTES + 1), "JB334"),
        (b'{"schema": "something/else", "version": 1}', "JB334"),
        (b'{"schema": "journeybook/portal", "version": 1}', "JB334"),
        (b'{"schema": "journeybook/portal-extract"}', "JB335"),
        (b'{"schema": "journeybook/portal-extract", "version": 2}', "JB335"),
        (b'{"schema": "journeybook/portal-extract", "version": [[]]}', "JB335"),
        (b'{"schema": "journeybook/portal-extract", "version": 1}', "JB334"),
    ],
    ids=lambda value: str(value[:30]),
)
def test_a_document_that_is_none(tmp_path: Path, content: bytes, code: str) -> None:
    pin(tmp_path, "claims", content)
    assert codes(tmp_path) == [code]


LIES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "\tjavascript:alert(1)",
    "data:text/html,x",
    "https://evil.example/",
    "//evil.example/",
    "/etc/passwd",
    "\\\\evil.example\\",
    "journeys/../../admin/",
    "journeys/%2e%2E/%2e./admin/",
    "journeys//evil.example/",
    "?next=https://evil.example/",
    "#x",
    "",
    'journeys/"onmouseover="alert(1)/',
    "journeys/<script>/",
    "journeys/a b/",
    "journeys/\n/",
    "journeys/ż/",
    None,
    1,
    ["journeys/"],
]


@pytest.mark.parametrize("url", LIES, ids=repr)
def test_an_address_that_leads_away_from_its_site(tmp_path: Path, url: object) -> None:
    lying = document()
    lying["entities"][-1]["url"] = url
    pin(tmp_path, "claims", lying)
    assert codes(tmp_path) == ["JB334"]


@pytest.mark.parametrize(
    "site",
    [
        "javascript:alert(1)//",
        "https://",
        "//evil.example/",
        "https://a.example/?x=",
        "https://user@a.example/",
        7,
        [1],
    ],
)
def test_a_site_that_is_none(tmp_path: Path, site: object) -> None:
    pin(tmp_path, "claims", {**document(), "site": site})
    assert codes(tmp_path) == ["JB334"]


HEADS: list[dict[str, Any]] = [
    {"language": "<b>"}, {"language": 1}, {"audience": "all"}, {"audience": []}, {"audience": {}},
    {"title": 1}, {"entities": None}, {"entities": {}}, {"entities": [1]}, {"entities": [[]]}, {"entities": [{}]},
]  # fmt: skip


@pytest.mark.parametrize("change", HEADS, ids=repr)
def test_a_head_that_is_wrong(tmp_path: Path, change: dict[str, Any]) -> None:
    pin(tmp_path, "claims", {**document(), **change})
    assert codes(tmp_path) == ["JB334"]


@pytest.mark.parametrize(
    "change",
    [
        {"key": "journey"}, {"key": "page/x"}, {"key": 1}, {"title": None}, {"language": "x y"}, {"moods": 1},
        {"moods": [1]}, {"moods": [{"mean": 9, "n": 1, "of": 1}]}, {"moods": [{"mean": 3, "n": 2, "of": 1}]},
        {"moods": [{"mean": "3", "n": 1, "of": 1}]}, {"moods": [{"mean": 3, "n": True, "of": 1}]},
        {"moods": [{"mean": 3, "n": 1, "of": 1, "persona": 1}]}, {"counts": []}, {"counts": {"steps": -1}},
        {"counts": {"steps": 1e300}}, {"content": {"personas": "x"}}, {"content": {"personas": [1]}},
        {"content": {"state": []}},
    ],
    ids=repr,
)  # fmt: skip
def test_an_entity_that_is_wrong(tmp_path: Path, change: dict[str, Any]) -> None:
    lying = document()
    next(one for one in lying["entities"] if one["key"] == "journey/claim").update(change)
    pin(tmp_path, "claims", lying)
    assert codes(tmp_path) == ["JB334"]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.data())
def test_nothing_makes_reading_fail(data: st.DataObject) -> None:
    extract = extract_of(document(), "portal.json")
    target = data.draw(st.sampled_from([extract, *extract["entities"]]))
    target[data.draw(st.sampled_from(sorted(target)))] = data.draw(_JSON)
    content = as_bytes(extract) if isinstance(extract["entities"], list) else json.dumps(extract).encode()
    read = json_of(content, EXTRACT)
    if not isinstance(read, Refused):
        assert isinstance(other_portal_of("claims", read), OtherPortal | Refused)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("claims:journey/claim", Elsewhere("claims", "journey/claim")),
        (" claims:step/claim/calls ", Elsewhere("claims", "step/claim/calls")),
        ("szkody:journey/ścieżka", Elsewhere("szkody", "journey/ścieżka")),
        ("claims:claim", None),
        ("touchpoint:journey/claim", None),
        ("javascript:step/alert(1)", None),
        ("https:journey/x", None),
        ("a/b:journey/claim", None),
        ("claims:page/x", None),
        ("-:journey/x", None),
        (":journey/x", None),
    ],
)
def test_what_names_something_of_another_portal(text: str, found: Elsewhere | None) -> None:
    assert elsewhere(text) == found
