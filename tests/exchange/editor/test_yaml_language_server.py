"""What an editor shows: the server that VS Code and others run, with our schemas and settings, and no network."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from journeybook_cli.main import journeybook
from tests.exchange.editor.validating import keys_in
from tests.tools.yaml_language_server import Editor, Finding, yaml_editor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

JOURNEY = "content/journeys/washing-machine-repair.yml"
TOUCHPOINT = "touchpoint: repair-hotline"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portal as `init` leaves it."""
    folder = tmp_path_factory.mktemp("editor") / "portal"
    assert CliRunner().invoke(journeybook, ["init", str(folder)]).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def editor(root: Path) -> Iterator[Editor]:
    """An editor that knows nothing but the line in each file."""
    with yaml_editor(root) as editor:
        yield editor


@pytest.fixture
def text(root: Path) -> str:
    """The journey of a new portal."""
    return (root / JOURNEY).read_text(encoding="utf-8")


def test_nothing_is_underlined_in_a_new_portal(root: Path, editor: Editor) -> None:
    files = ["journeybook.yml", *(path.relative_to(root).as_posix() for path in root.glob("content/**/*.yml"))]
    assert len(files) == 4
    assert {path: editor.open(path) for path in files} == {path: [] for path in files}


def test_the_ids_of_touchpoints_are_offered_with_their_titles(editor: Editor, text: str) -> None:
    editor.open(JOURNEY, text.replace(TOUCHPOINT, "touchpoint: "))
    offered = editor.completions(JOURNEY, "touchpoint: ")
    assert offered == {"repair-hotline": "Repair hotline", "technician-visit": "Technician's visit"}


def test_keys_are_offered_with_what_they_mean(editor: Editor, text: str) -> None:
    editor.open(JOURNEY, text.replace(f"        {TOUCHPOINT}\n", "        f\n"))
    offered = editor.completions(JOURNEY, "        f")
    assert offered["frontstage"].startswith("Work the customer sees.")
    assert "gain" not in offered, "one spelling of a key is enough"
    assert "null" not in offered


@pytest.mark.parametrize(
    ("old", "new", "behind", "offered"),
    [
        ("score: 1\n", "score: {n}\n", "score: {n", {"night-nurse": "Night nurse Amal"}),
        ("persona: night-nurse", "personas: [n]", "personas: [n", {"night-nurse": "Night nurse Amal"}),
        ("waits: 6 hours", "waits: ", "waits: ", dict.fromkeys(("20 min", "3 days", "6 months"), "")),
    ],
)
def test_values_are_offered(
    editor: Editor, text: str, old: str, new: str, behind: str, offered: dict[str, str]
) -> None:
    editor.open(JOURNEY, text.replace(old, new))
    assert editor.completions(JOURNEY, behind).items() >= offered.items()


def test_over_a_key_stands_what_it_means(editor: Editor, text: str) -> None:
    editor.open(JOURNEY, text)
    said = editor.hover(JOURNEY, "touchpoint:")
    assert said.startswith("#### Step\n\nWhere the customer meets the company.")
    assert "* `repair-hotline`: Repair hotline\n" in said
    assert editor.hover(JOURNEY, "severity:").startswith("#### Pain\n\nHow much it hurts, 1 (a nuisance) to 5")
    assert "For example: `worried`" in editor.hover(JOURNEY, "feels:")


@pytest.mark.parametrize(
    ("old", "new", "underlined", "message"),
    [
        ("thinks: Please", "thniks: Please", "thniks", "Property thniks is not allowed."),
        (TOUCHPOINT, "touchpoint: repair-hotlin", "repair-hotlin", "There is no touchpoint of this id."),
        ("severity: 4", "severity: 9", "9", "Value is above the maximum of 5."),
        ("waits: 6 hours", "waits: 6", "6", "Write a number and a unit, such as 20 min"),
        ("score: 1", "score: {nurse: 1}", "nurse", "A number from 1 to 5 is expected here. Or write one for each"),
        ("persona: night-nurse", "personas: [night-nurse, nurse]", "nurse", "There is no persona of this id."),
        ("goal: Know", "goal: [Know", "[Know when somebody comes]", "Write one text here."),
    ],
)
def test_what_is_wrong_is_underlined_where_it_stands(
    editor: Editor, text: str, old: str, new: str, underlined: str, message: str
) -> None:
    assert old in text
    changed = text.replace(old, new, 1).replace("[Know when somebody comes", "[Know when somebody comes]")
    (found,) = editor.open(JOURNEY, changed)
    at = changed.index(new) + new.rindex(underlined.split(maxsplit=1)[0])
    line, column = changed.count("\n", 0, at) + 1, at - changed.rfind("\n", 0, at)
    assert found.message.startswith(message)
    assert found == Finding(found.message, underlined, line, column)


def test_front_matter_has_a_schema_too(root: Path, editor: Editor) -> None:
    for path in sorted(root.glob("content/*/*.md")):
        keys = keys_in(path.read_text(encoding="utf-8"))
        beside = path.relative_to(root).as_posix().replace(".md", ".keys.yml")
        assert editor.open(beside, keys) == [], path
    persona = "content/personas/night-nurse.keys.yml"
    (found,) = editor.open(persona, editor.texts[(root / persona).as_uri()].replace("role:", "rolle:"))
    assert (found.text, found.line) == ("rolle", 7)
    assert editor.hover(persona, "basis:").startswith("#### Persona\n\nWhether the persona rests on research")


def test_the_settings_of_vs_code_cover_files_without_a_line(root: Path) -> None:
    settings = json.loads((root / ".vscode/settings.json").read_text())
    (root / "content/journeys/eu").mkdir()
    files = {
        "content/journeys/eu/claim.yml": ("title: A\nstags: []\n", ["stags"]),
        "content/personas/ada.yaml": ("title: A\nrolle: B\n", ["rolle"]),
        "content/teams.yml": ("a: {title: A, departmnt: B}\n", ["departmnt"]),
        "content/journeys/claim.pl.yml": ("title: Szkoda\nstages: [{id: a, title: B}]\npersona: c\n", ["persona"]),
        "content/channels.pl.yml": ("phone: Telefon\nletter: {kind: paper}\n", ["kind"]),
        "journeybook.yml": ("languge: en\n", ["languge"]),
        "mkdocs.yml": ("site_name: A\nanything: B\n", []),
    }
    with yaml_editor(root, settings) as editor:
        for path, (text, underlined) in files.items():
            assert [one.text for one in editor.open(path, text)] == underlined, path


def test_the_editor_never_asks_another_host(root: Path, editor: Editor, text: str) -> None:
    editor.open(JOURNEY, text)
    schema = (root / ".journeybook/schemas/journey.json").read_text()
    hosts = set(re.findall(r'"\$(?:schema|ref|id)": "(https?://[^/"]*)', schema))
    assert hosts == {"http://json-schema.org"}, "the name of the dialect, which the server knows"
    settings = json.loads((root / ".vscode/settings.json").read_text())
    assert settings["yaml.schemaStore.enable"] is False
