"""`journeybook schema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

SCHEMAS = ".journeybook/schemas"


def test_schemas_come_beside_the_content(run: Run, portal: Path) -> None:
    before = {path.name: path.read_bytes() for path in (portal / SCHEMAS).iterdir()}
    assert "repair-hotline" in before["journey.json"].decode()
    for path in (portal / SCHEMAS).iterdir():
        path.unlink()
    assert SCHEMAS in run("schema").output
    assert {path.name: path.read_bytes() for path in (portal / SCHEMAS).iterdir()} == before


def test_they_follow_the_content(run: Run, portal: Path) -> None:
    (portal / "content/touchpoints/chat-box.md").write_text("---\ntitle: Chat box\n---\n")
    run("schema")
    assert '"chat-box"' in (portal / SCHEMAS / "journey.json").read_text()


def test_another_folder_holds_the_schemas_alone(run: Run, portal: Path, tmp_path: Path) -> None:
    folder = tmp_path / "for-the-editor"
    assert "schemas" in run("schema", "--out", folder).output
    names = {path.name for path in folder.iterdir()}
    assert names == {path.name for path in (portal / SCHEMAS).iterdir()}
    assert run("schema", "--out", folder).output.startswith("wrote 0 of ")


def test_a_folder_that_cannot_be_written_says_so(run: Run, portal: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be written" in run("schema", "--out", tmp_path / "file/below", expect=2).output
    run("schema", "--out", portal / "mine")
    (portal / ".journeybook").rename(portal / "before")
    (portal / ".journeybook").write_text("")
    assert "cannot be written" in run("schema", expect=2).output


def test_a_new_portal_keeps_the_editor_settings_that_are_there(run: Run, tmp_path: Path) -> None:
    settings = tmp_path / "p/.vscode/settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text("{}")
    assert f"kept {settings}" in run("init", tmp_path / "p").output.replace("\n", " ")
    assert settings.read_text() == "{}"
    assert (settings.parent / "extensions.json").is_file()
