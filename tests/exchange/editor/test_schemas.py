"""The schemas let pass what is right, mark what is wrong, and offer what there is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from journeybook.exchange.editor import modeline, names_of, schema_files, schema_of_path, with_modeline
from journeybook.model import RECORDS
from journeybook.model.kinds import DEFINED_IN_FILES
from journeybook.model.portal_files import SCHEMAS_FOLDER
from journeybook.reading.schema import shape_of
from journeybook_cli.new_portal import files_of_portal
from tests.exchange.editor.validating import assembled, faults, files_of, held, validators_of
from tests.reading.cases import CASES

PORTALS = [Path(), Path("docs"), *sorted(case for case in CASES.iterdir() if (case / "content").is_dir())]

SMALL = {
    "journeybook.yml": "format: 1\n",
    "content/personas/ada.md": "---\ntitle: Ada, *shop* owner\nalias: shop-owner\n---\n",
    "content/journeys/claim.yml": "title: Claim\nstages: [{id: report, title: Report, steps: [Calls]}]\n",
    "content/touchpoints/support-call.md": "---\ntitle: Support call\naliases: hotline\n---\n",
    "content/touchpoints/broken.md": "---\ntitle: [\n---\n",
    "content/channels.yml": "phone: Telephone\n24: {title: All day}\n",
    "content/teams.yml": "support: Support\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small portal."""
    for path, text in SMALL.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def journey(root: Path) -> Draft7Validator:
    """What is said of journeys in YAML in the small portal."""
    return validators_of(assembled(root)[0])["journey.json"]


@pytest.mark.parametrize("portal", PORTALS, ids=lambda root: root.name or "sample")
def test_what_is_right_is_never_marked(portal: Path) -> None:
    whole, found, validators = held(portal)
    wrong = {one.file for one in found}
    for path, text, schema in files_of(portal, whole):
        if path not in wrong:
            assert faults(validators[schema], text) == [], path


def test_the_starter_is_right(tmp_path: Path) -> None:
    for path, text in files_of_portal(None, with_example=True).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    portal, _ = assembled(tmp_path)
    files = list(files_of(tmp_path, portal))
    assert len(files) == 7
    for path, text, schema in files:
        assert f"{SCHEMAS_FOLDER}/{schema}" in (tmp_path / path).read_text().split("\n", 2)[path.endswith(".md")]
        assert faults(validators_of(portal)[schema], text) == []


def test_nearly_every_fault_of_structure_is_marked() -> None:
    marked, missed = 0, list[str]()
    structural = {"JB140", "JB141", "JB143", "JB144", "JB145", "JB146", "JB148", "JB151", "JB301"}
    for case in PORTALS:
        portal, found, validators = held(case)
        for path, text, schema in files_of(case, portal):
            if path.endswith(".md") or not {one.code for one in found if one.file == path} & structural:
                continue
            try:
                is_marked = bool(faults(validators[schema], text))
            except yaml.YAMLError:
                continue  # the editor marks it as no YAML at all
            marked += is_marked
            missed += [] if is_marked else [f"{case.name}/{path}"]
    assert marked > 25
    assert missed == ["block-in-narratives/content/journeys/claim.yml"], "a block in a narrative is no YAML"


STEP = "title: A\nstages:\n  - title: B\n    steps:\n      - title: C\n        {}\n"


@pytest.mark.parametrize(
    "keys",
    [
        "touchpoint: support-call",
        "touchpoint: hotline",
        "touchpoint: broken",
        "touchpoint: {title: Chat, channel: phone}",
        "touchpoints: [support-call, {title: Chat}]",
        "touchpoint:",
        "channel: 24",
        "score: 4.5",
        "score: {ada: 2, '*': 3, shop-owner: 4}",
        "pains: Hears nothing",
        "pains: [Hears nothing, {title: Waits, severity: 4, reach: 0.5, x-cost: 3}]",
        "backstage: Opens a ticket",
        "next: [other, claim/other, {step: end, when: It rains}]",
        "links: [https://example.com, {url: 'hosting:journey/move'}]",
        "title: 2026",
        "waits: PT20M",
        "reviewed: 2026-09-14",
        "x-cost: {a: [1]}",
        "image: call.jpg",
        "evidence: []",
    ],
)
def test_short_forms_are_right(journey: Draft7Validator, keys: str) -> None:
    text = STEP.format(keys)
    assert faults(journey, text.replace("title: C\n        ", "") if keys.startswith("title") else text) == []


@pytest.mark.parametrize(
    "keys",
    [
        "touchpoint: suport-call",
        "touchpoint: hosting:touchpoint/support-call",
        "touchpoint: {title: Chat, chanel: phone}",
        "touchpoint: {channel: phone}",
        "toucpoint: support-call",
        "channel: letter",
        "score: 6",
        "score: '4'",
        "score: {eva: 2}",
        "pains: [{severity: 4}]",
        "pains: [{title: Waits, severity: 2.5}]",
        "thinks: [a, b]",
        "thinks: {a: b}",
        "takes: 20",
        "promise: maybe",
        "id: a b",
        "evidence: [anything]",
        "moment_of_truth: true",
    ],
)
def test_what_is_wrong_is_marked(journey: Draft7Validator, keys: str) -> None:
    (fault,) = faults(journey, STEP.format(keys)) or [""]
    assert "stages" in fault


@pytest.mark.parametrize("key", ["improves", "part_of"])
def test_other_portals_can_be_named_where_they_can_be(journey: Draft7Validator, key: str) -> None:
    assert faults(journey, f"title: A\n{key}: hosting:journey/move\n") == []
    assert faults(journey, f"title: A\n{key}: claim\n") == []
    assert faults(journey, f"title: A\n{key}: clam\n")


def test_a_part_names_a_stage(journey: Draft7Validator) -> None:
    assert faults(journey, "title: A\npart_of: claim/report\n") == []
    assert faults(journey, "title: A\npart_of: claim/repot\n")


def test_ids_come_with_their_titles_as_plain_text(journey: Draft7Validator) -> None:
    assert _offered(journey, "persona") == {"ada": "Ada, shop owner"}
    assert _offered(journey, "touchpoint") == {"support-call": "Support call"}, "nothing that is gone or unread"
    assert _offered(journey, "journey-or-stage") == {"claim": "Claim", "claim/report": "Claim: Report"}


def _offered(validator: Draft7Validator, kinds: str) -> dict[str, str]:
    schema: Any = validator.schema
    known = schema["definitions"][f"{kinds}-id"]
    return dict(zip(known["enum"], known["enumDescriptions"], strict=True))


@pytest.mark.parametrize("kind", DEFINED_IN_FILES)
def test_every_key_is_explained(root: Path, kind: str) -> None:
    schema: Any = validators_of(assembled(root)[0])[f"{kind}.json"].schema
    record = next(record for name, record in RECORDS.items() if name == kind)
    assert set(shape_of(record).by_key) | {"entity"} == set(schema["properties"])
    for key, one in schema["properties"].items():
        assert one["description"].endswith((".", "'")), key
        assert "`" not in one["description"], "editors that show no Markdown would show the signs"


def test_markdown_can_have_its_title_below(root: Path) -> None:
    validators = validators_of(assembled(root)[0])
    assert faults(validators["journey.json"], "goal: A\n")
    assert faults(validators["journey.front-matter.json"], "goal: A\n") == []
    assert faults(validators["journey.front-matter.json"], "") == []


def test_translations_hold_texts_alone(root: Path) -> None:
    translation = validators_of(assembled(root)[0])["journey.translation.json"]
    text = "title: Szkoda\ntranslated: 2026-09-14\nstages: [{id: report, steps: [{id: calls, feels: zła}]}]\n"
    assert faults(translation, text) == []
    assert faults(translation, "personas: [ada]\n")
    assert faults(translation, "stages: [{title: Zgłoszenie}]\n"), "which one it is, only its id says"


def test_the_same_portal_gives_the_same_bytes(root: Path) -> None:
    first = schema_files(names_of(assembled(root)[0]))
    assert first == schema_files(names_of(assembled(root)[0]))
    assert all(json.loads(text)["$schema"].endswith("draft-07/schema#") for text in first.values())


def test_what_cannot_be_read_keeps_the_names_it_seems_to_hold(root: Path) -> None:
    (root / "content/teams.yml").write_text("desk (night|day):\n  title: [\n", encoding="utf-8")
    journey = validators_of(assembled(root)[0])["journey.json"]
    assert faults(journey, "title: A\nowner: desk (night|day)\n") == []
    assert faults(journey, "title: A\nowner: desk night\n")


def test_no_editor_offers_null(root: Path) -> None:
    for name, text in schema_files(names_of(assembled(root)[0])).items():
        types = json.loads(text, object_hook=lambda one: one)["definitions"]
        assert '"null"' not in json.dumps(types), name


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("journeys/eu/claim.yml", "journey.json"),
        ("journeys/claim.md", "journey.front-matter.json"),
        ("journeys/claim.pl.md", "journey.translation.json"),
        ("channels.yml", "channels.json"),
        ("channels.pl.yml", "channels.translation.json"),
        ("evidence/log.csv", None),
        ("journeys/index.md", None),
        ("about.md", None),
    ],
)
def test_every_file_has_one_schema(path: str, schema: str | None) -> None:
    assert schema_of_path(path) == schema
    if schema:
        assert schema in held(Path())[2]


def test_the_line_leads_from_the_file_to_its_schema() -> None:
    assert modeline("journeys/eu/claim.yml", "content") == (
        "# yaml-language-server: $schema=../../../.journeybook/schemas/journey.json"
    )
    assert modeline("teams.yml", ".") == "# yaml-language-server: $schema=.journeybook/schemas/teams.json"
    assert with_modeline("---\ntitle: A\n---\n", "personas/a.md", "content").startswith("---\n# yaml-language")
    assert with_modeline("Text\n", "about.md", "content") == "Text\n"
