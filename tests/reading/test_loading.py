"""What a disk can do to a portal: every oddity is a finding, never a traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from journeybook.model import Kind
from journeybook.reading import Content, read_content, read_options


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    root = tmp_path / "portal"
    (root / "content" / "journeys").mkdir(parents=True)
    (root / "content" / "personas").mkdir()
    return root


def found(content: Content) -> list[str]:
    return [str(one) for one in content.diagnostics]


def write(root: Path, path: str, text: str | bytes = "title: X\n") -> Path:
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_files_come_in_order_and_dot_files_are_ignored(portal: Path) -> None:
    for path in (
        "personas/b.md",
        "personas/a.yaml",
        "personas/more/c.MD",
        ".git/personas/d.md",
        "personas/.e.yml",
    ):
        write(portal, path, "---\ntitle: X\n---\n" if path.lower().endswith("md") else "title: X\n")
    write(portal, "index.md")
    write(portal, "personas/README.md")
    write(portal, "personas/photo.png", b"\x89PNG\0")
    write(portal, "evidence/log.csv", b"\xff\xfe")
    content = read_content(portal)
    assert found(content) == []
    assert [(one.path, one.kind, one.ids, one.holds_many) for one in content.files] == [
        ("personas/a.yaml", Kind.PERSONA, ("a",), False),
        ("personas/b.md", Kind.PERSONA, ("b",), False),
        ("personas/more/c.MD", Kind.PERSONA, ("c",), False),
    ]
    assert content.pages == ("index.md", "personas/README.md")


def test_a_large_file_is_not_opened(portal: Path) -> None:
    with (portal / "content" / "journeys" / "big.yml").open("wb") as file:
        file.truncate(50_000_000)
    content = read_content(portal)
    assert found(content) == [
        "content/journeys/big.yml:1:1: error JB103: the file has 50.0 MB, and at most 2 MB are read; "
        "split it into several files"
    ]
    assert content.unread == {(Kind.JOURNEY, "big")}
    assert content.files[0].ids == ()


def test_text_that_is_not_utf_8_is_shown_where_it_begins(portal: Path) -> None:
    write(portal, "journeys/a.yml", "title: é\nsummary: Größe\n".encode("latin-1").replace(b"\xe9", "é".encode()))
    write(portal, "journeys/b.yml", "title: A\n".encode("utf-16"))
    write(portal, "journeys/c.yml", b"title: A\0B\n")
    assert found(read_content(portal)) == [
        "content/journeys/a.yml:2:12: error JB104: byte 22 of the file (0xF6) is not UTF-8; "
        "save the file with the encoding UTF-8",
        "content/journeys/b.yml:1:1: error JB104: the file is UTF-16; save the file with the encoding UTF-8",
        "content/journeys/c.yml:1:9: error JB105: this is no text file: it holds U+0000; delete it",
    ]


def test_links_that_lead_astray_are_not_followed(portal: Path) -> None:
    outside = portal.parent / "secret.yml"
    outside.write_text("title: Secret\n")
    folder = portal / "content" / "journeys"
    (folder / "a.yml").symlink_to(outside)
    (folder / "b").symlink_to(folder)
    (folder / "c.yml").symlink_to(folder / "d.yml")
    (folder / "d.yml").symlink_to(folder / "c.yml")
    (folder / "e.yml").symlink_to(folder / "nowhere.yml")
    (folder / "f").symlink_to(portal.parent)
    content = read_content(portal)
    assert content.entities == ()
    assert [one.split(": error ")[1].split(";")[0] for one in found(content)] == [
        "JB106: this symbolic link leaves the portal",
        "JB106: this symbolic link leads back to its own folder",
        "JB106: this symbolic link leads nowhere",
        "JB106: this symbolic link leads nowhere",
        "JB106: this symbolic link leads nowhere",
        "JB106: this symbolic link leaves the portal",
    ]


def test_a_link_within_the_portal_is_followed(portal: Path) -> None:
    shared = portal / "shared"
    shared.mkdir()
    (shared / "owner.yml").write_text("title: Owner\n")
    (portal / "content" / "personas" / "more").symlink_to(shared)
    content = read_content(portal)
    assert [one.id for one in content.entities] == ["owner"]
    assert found(content) == []


def test_folders_and_files_in_each_other_s_place(portal: Path) -> None:
    (portal / "content" / "journeys" / "claim.yml").mkdir()
    (portal / "content" / "channels.yml").mkdir()
    write(portal, "teams", "")
    assert found(read_content(portal)) == [
        "content/channels.yml:1:1: error JB107: 'channels.yml' is a folder and should be a file; rename it",
        "content/journeys/claim.yml:1:1: error JB107: 'claim.yml' is a folder and should be a file; rename it",
        "content/teams:1:1: error JB107: 'teams' is a file and should be a folder; rename it",
    ]


def test_pipes_are_not_opened(portal: Path) -> None:
    os.mkfifo(portal / "content" / "journeys" / "pipe.yml")
    (only,) = found(read_content(portal))
    assert "JB102: 'pipe.yml' is neither file nor folder" in only


def test_what_the_system_refuses_is_a_finding(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(portal, "journeys/a.yml")
    write(portal, "journeys/b.yml")
    as_it_was = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path.name == "a.yml":
            raise PermissionError(13, "Permission denied")
        return as_it_was(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    content = read_content(portal)
    assert found(content) == [
        "content/journeys/a.yml:1:1: error JB102: the file cannot be read: Permission denied; "
        "check its permissions"
    ]
    assert [one.id for one in content.entities] == ["b"]


def test_names_that_collide_on_other_systems(portal: Path) -> None:
    write(portal, "notes/Plan.md", "a")
    write(portal, "notes/plan.md", "a")
    write(portal, "personas/Ann.md", "---\ntitle: Ann\n---\n")
    write(portal, "personas/ann.md", "---\ntitle: Ann\n---\n")
    write(portal, "personas/e\u0301.yml")
    write(portal, "personas/é.yml")
    codes = [one.split(": ")[1] for one in found(read_content(portal))]
    assert codes == ["error JB108", "error JB202", "error JB202"]


def test_names_that_cannot_be_shown(portal: Path) -> None:
    write(portal, "journeys/a\nb.yml")
    (Path(os.fsdecode(os.fsencode(portal) + b"/content/journeys/\xff.yml"))).write_text("title: X\n")
    content = read_content(portal)
    assert all("\n" not in one and one.encode() for one in found(content))
    assert [one.code for one in content.diagnostics] == ["JB105", "JB105"]


def test_references_to_what_could_not_be_read_can_be_forgiven(portal: Path) -> None:
    write(portal, "channels.yml", "phone:\n  title: Phone\n'e-mail':\n  title: @\n# no: comment\nchat:\n")
    write(portal, "personas/owner.md", "---\ntitle: [\n---\n")
    content = read_content(portal)
    assert content.unread == {
        (Kind.CHANNEL, "phone"), (Kind.CHANNEL, "e-mail"), (Kind.CHANNEL, "chat"), (Kind.PERSONA, "owner")
    }  # fmt: skip
    assert [one.code for one in content.diagnostics] == ["JB124", "JB125"]


def test_options_that_cannot_be_read(portal: Path) -> None:
    assert read_options(portal)[1] == ()
    (portal / "journeybook.yml").write_bytes(b"language: \xff\n")
    options, (finding,) = read_options(portal)
    assert (options.language, finding.code, finding.file) == ("en", "JB104", "journeybook.yml")
    (portal / "journeybook.yml").unlink()
    (portal / "journeybook.yml").mkdir()
    options, (finding,) = read_options(portal)
    assert finding.code == "JB107"


def test_a_content_folder_outside_is_not_read(portal: Path) -> None:
    write(portal, "personas/owner.yml")
    inner = portal / "inner"
    inner.mkdir()
    (inner / "content").symlink_to(portal / "content")
    content = read_content(inner)
    assert content.entities == ()
    assert [one.code for one in content.diagnostics] == ["JB106"]


def test_another_folder_and_none(tmp_path: Path) -> None:
    (only,) = read_content(tmp_path, "texte").diagnostics
    assert (only.code, only.file) == ("JB101", "texte")
    (tmp_path / "texte" / "teams").mkdir(parents=True)
    (tmp_path / "texte" / "teams" / "a.yml").write_text("titel: A\n")
    content = read_content(tmp_path, "texte")
    assert {one.file for one in content.diagnostics} == {"texte/teams/a.yml"}
