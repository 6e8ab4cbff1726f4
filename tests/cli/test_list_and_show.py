"""`journeybook list` and `journeybook show`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from journeybook.exchange.portal_document import as_json, portal_document
from journeybook.portal import assemble
from journeybook.reading import read_content, read_options

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

HOTLINE = "content/touchpoints/repair-hotline.md"


@pytest.mark.parametrize("kind", ["touchpoint", "touchpoints", "Touchpoints"])
def test_a_kind_is_listed_by_either_name(run: Run, portal: Path, kind: str) -> None:
    assert run("list", kind).output.splitlines() == [
        f"touchpoint/repair-hotline\tRepair hotline\t{HOTLINE}:1",
        "touchpoint/technician-visit\tTechnician's visit\tcontent/touchpoints/technician-visit.md:1",
    ]


def test_everything_is_listed_by_kind(run: Run, portal: Path) -> None:
    kinds = [line.split("/")[0] for line in run("list").output.splitlines()]
    assert kinds == ["persona", "journey", "touchpoint", "touchpoint", "channel", "channel", "team", "team"]


def test_a_list_for_programs(run: Run, portal: Path) -> None:
    assert json.loads(run("list", "pains", "--json").stdout) == {
        "entities": [
            {
                "key": "pain/washing-machine-repair/no-time",
                "kind": "pain",
                "id": "no-time",
                "title": "Is told a day, but no time",
                "url": "pains/washing-machine-repair/no-time/",
                "journey": "journey/washing-machine-repair",
                "stage": "stage/washing-machine-repair/ask-for-help",
                "step": "step/washing-machine-repair/rings-hotline",
                "file": "content/journeys/washing-machine-repair.yml",
                "line": 30,
                "content": {
                    "id": "no-time",
                    "title": "Is told a day, but no time",
                    "severity": 4,
                    "reach": 0.7,
                },
            }
        ]
    }


def test_what_programs_get_is_what_stands_in_the_site(run: Run, portal: Path) -> None:
    options, _ = read_options(portal)
    document = portal_document(assemble(read_content(portal, options.content)), options, title="Repairs")
    in_site = {thing["key"]: thing for thing in json.loads(as_json(document))["entities"]}
    listed = json.loads(run("list", "--json").stdout)["entities"]
    steps = json.loads(run("list", "steps", "--json").stdout)["entities"]
    assert [thing["key"] for thing in listed] == [key for key, thing in in_site.items() if "journey" not in thing]
    for thing in [*listed, *steps]:
        assert thing == in_site[thing["key"]]
        assert json.loads(run("show", thing["key"], "--json").stdout) == thing


def test_a_kind_without_anything_says_how_to_begin(run: Run, portal: Path) -> None:
    result = run("list", "metrics")
    assert result.stdout == ""
    assert "journeybook new" in result.stderr


def test_a_list_with_holes_says_so(run: Run, portal: Path) -> None:
    (portal / HOTLINE).write_text("---\n{\n---\n")
    assert "journeybook check" in run("list", "touchpoints").stderr


def test_a_kind_that_does_not_exist_is_refused(run: Run, portal: Path) -> None:
    assert "did you mean 'journeys'" in run("list", "journies", expect=2).output


def test_facts_and_what_names_a_thing(run: Run, portal: Path) -> None:
    lines = run("show", "touchpoint/repair-hotline").output.splitlines()
    assert lines[:2] == ["touchpoint/repair-hotline  Repair hotline", f"{HOTLINE}:1"]
    assert any(line.split() == ["team", "service-desk"] for line in lines)
    assert "step/washing-machine-repair/rings-hotline  Rings the hotline: meets it, score 2" in lines


def test_what_reaches_a_team_through_a_touchpoint_is_told(run: Run, portal: Path) -> None:
    lines = run("show", "team/service-desk").output.splitlines()
    assert "touchpoint/repair-hotline  Repair hotline: is answered for by it" in lines
    assert (
        "step/washing-machine-repair/rings-hotline  Rings the hotline: "
        "is answered for by it by way of touchpoint/repair-hotline"
    ) in lines  # fmt: skip


def test_a_thing_for_programs(run: Run, portal: Path) -> None:
    (portal / "content/initiatives.yml").write_text(
        "one-file:\n  title: One *file*\n  owner: service-desk\n  from: 2026-04-01\n  review_every: 3 months\n"
        "  links: [{title: Plan, url: https://example.com/}]\n  x-budget: {euro: 5, parts: [1, 2.5]}\n"
    )
    assert json.loads(run("show", "one-file", "--json").stdout) == {
        "key": "initiative/one-file",
        "kind": "initiative",
        "id": "one-file",
        "title": "One file",
        "url": "initiatives/one-file/",
        "file": "content/initiatives.yml",
        "line": 1,
        "content": {
            "id": "one-file",
            "title": "One *file*",
            "owner": "team/service-desk",
            "review_every": "3 months",
            "links": [{"title": "Plan", "url": "https://example.com/"}],
            "from": "2026-04-01",
            "x-budget": {"euro": 5, "parts": [1, 2.5]},
        },
    }


def test_backlinks_for_programs(run: Run, portal: Path) -> None:
    found = json.loads(run("show", "team/service-desk", "--json").stdout)["backlinks"]
    assert {
        "key": "step/washing-machine-repair/rings-hotline",
        "field": "team",
        "via": "touchpoint/repair-hotline",
    } in found


def test_a_step_for_programs_names_things_by_their_keys(run: Run, portal: Path) -> None:
    step = json.loads(run("show", "rings-hotline", "--json").stdout)
    assert step["content"]["touchpoints"] == ["touchpoint/repair-hotline"]
    assert step["content"]["score"] == {"*": 2}
    assert step["content"]["pains"] == ["pain/washing-machine-repair/no-time"]
    (persona,) = json.loads(run("show", "journey/washing-machine-repair", "--json").stdout)["content"]["personas"]
    assert step["scores"] == {persona: 2}
    assert step["team"] == "team/service-desk"


@pytest.mark.parametrize(
    "asked",
    [
        "step/washing-machine-repair/sees-it-run",
        "washing-machine-repair/sees-it-run",
        "step:washing-machine-repair/sees-it-run",
        "sees-it-run",
        "SEES-it-run",
    ],
)
def test_a_thing_may_be_named_in_several_ways(run: Run, portal: Path, asked: str) -> None:
    assert run("show", asked).output.startswith("step/washing-machine-repair/sees-it-run  ")


def test_former_ids_find_it_too(run: Run, portal: Path) -> None:
    (portal / "content/teams.yml").write_text("service-desk: {title: Desk, aliases: [front-desk]}\n")
    for asked in ("front-desk", "team/front-desk"):
        assert run("show", asked).output.startswith("team/service-desk  ")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("repair-hotlin", "nothing is called 'repair-hotlin'; did you mean touchpoint/repair-hotline?"),
        ("touchpoint/repair-hotlin", "did you mean touchpoint/repair-hotline"),
        ("persona/repair-hotline", "nothing is called 'persona/repair-hotline'"),
        ("phone", "'phone' can mean channel/phone or team/phone"),
        ("zzz", "`journeybook list` shows what there is"),
        ("", "nothing is called ''"),
    ],
)
def test_what_cannot_be_shown_says_why(run: Run, portal: Path, asked: str, message: str) -> None:
    with (portal / "content/teams.yml").open("a") as file:
        file.write("\nphone: {title: Phone team}\n")
    assert message in " ".join(run("show", asked, expect=2).output.split())


def test_what_is_translated(run: Run, portal: Path) -> None:
    assert "has one language" in run("list", "--translations").stderr
    (portal / "journeybook.yml").write_text("languages: [en, pl]\n")
    (portal / "content/teams.yml").write_text(
        "service-desk: {title: Desk, reviewed: 2026-05-01}\nstore: {title: Store}\n"
    )
    (portal / "content/teams.pl.yml").write_text("service-desk: {title: Biuro, translated: 2026-04-01}\n")
    result = run("list", "teams", "--translations")
    assert result.output.splitlines() == [
        "pl\tteam/service-desk\ttranslated, older\t1/1",
        "pl\tteam/store\tnot\t0/1",
    ]
    assert json.loads(run("list", "teams", "--translations", "--json").stdout)["translations"][0] == {
        "language": "pl",
        "key": "team/service-desk",
        "kind": "team",
        "id": "service-desk",
        "state": "translated",
        "older": True,
        "done": 1,
        "missing": 0,
    }
    journey = run("list", "journeys", "--translations").output
    assert journey.startswith("pl\tjourney/washing-machine-repair\tnot\t0/")
