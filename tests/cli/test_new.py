"""`journeybook new`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from journeybook.model import Kind
from journeybook.model.kinds import DEFINED_IN_FILES, LISTED_IN_ONE_FILE
from journeybook.portal import assemble
from journeybook.reading import content_of, read_file
from journeybook_cli.new_entry import entry_for

if TYPE_CHECKING:
    from tests.cli.conftest import Run

CHANNELS = "content/channels.yml"


@pytest.mark.parametrize("options", [(), ("--markdown",)], ids=["", "markdown"])
@pytest.mark.parametrize("kind", DEFINED_IN_FILES)
def test_every_new_thing_is_valid(run: Run, portal: Path, kind: Kind, options: tuple[str, ...]) -> None:
    before = {file: file.read_bytes() for file in (portal / "content").rglob("*") if file.is_file()}
    said = run("new", kind, "Brand new: 50 % off & more", *options).output
    file = f"content/{kind.folder}.yml" if kind in LISTED_IN_ONE_FILE and not options else ""
    ending = "yml" if kind is Kind.JOURNEY and not options else "md"
    file = file or f"content/{kind.folder}/brand-new-50-off-more.{ending}"
    assert file in said
    assert "journeybook check" in said
    assert run("check", "--fail-on", "info").output.startswith("no findings")
    assert f"{kind}/brand-new-50-off-more\tBrand new: 50 % off & more\t{file}" in run("list", kind).output
    for old, content in before.items():
        assert old.read_bytes().startswith(content), f"{old} was changed"


def test_a_new_journey_tells_what_else_it_can_hold(run: Run, portal: Path) -> None:
    run("new", "journey", "Get a refund")
    text = (portal / "content/journeys/get-a-refund.yml").read_text()
    assert "# persona: night-nurse" in text, "the comments use ids of the portal"
    assert "# touchpoint: repair-hotline" in text
    assert "$" not in text.partition("\n")[2]


@pytest.mark.parametrize("options", [(), ("--markdown",)], ids=["", "markdown"])
@pytest.mark.parametrize("kind", DEFINED_IN_FILES)
def test_every_new_file_names_its_schema(run: Run, portal: Path, kind: Kind, options: tuple[str, ...]) -> None:
    before = set((portal / "content").rglob("*.*"))
    run("new", kind, "Brand new", *options)
    for file in set((portal / "content").rglob("*.*")) - before:
        first, second, *_ = file.read_text().split("\n")
        line = second if first == "---" else first
        assert (way := line.removeprefix("# yaml-language-server: $schema=")) != line
        assert (file.parent / way).is_file()


def test_what_is_new_is_offered_to_editors_at_once(run: Run, portal: Path) -> None:
    schema = portal / ".journeybook/schemas/journey.json"
    assert "chat-box" not in schema.read_text()
    run("new", "touchpoint", "Chat box")
    assert "chat-box" in schema.read_text()


def test_no_line_for_editors_comes_into_the_middle_of_a_list(run: Run, portal: Path) -> None:
    run("new", "channel", "Chat")
    assert (portal / CHANNELS).read_text().count("yaml-language-server") == 1


@pytest.mark.parametrize(
    "title",
    [
        "no",
        "1:30",
        "2026-01-01",
        "'quoted' \"twice\"",
        "- dash",
        "# hash",
        "Zażółć gęślą",
        "修理洗衣机",
        "a {brace} [x] * & ! | > %",
    ],
)
def test_titles_keep_every_letter(run: Run, portal: Path, title: str) -> None:
    for kind in ("journey", "touchpoint", "team"):
        run("new", kind, "--", title)
        assert f"\t{title}\t" in run("list", kind).output
    assert run("check", "--fail-on", "info").output.startswith("no findings")


def test_the_id_can_be_chosen(run: Run, portal: Path) -> None:
    run("new", "persona", "???", "--id", "somebody")
    assert "title: ???" in (portal / "content/personas/somebody.md").read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["persona", "Night nurse"],
            "there is a persona 'night-nurse' already (content/personas/night-nurse.md:1)",
        ),
        (["channel", "PHONE"], "there is a channel 'phone' already (content/channels.yml:3)"),
        (["persona", "???"], "gives no id; name one with --id"),
        (["persona", "  "], "the title is empty"),
        (["persona", "bell\a"], "cannot be shown"),
        (["persona", "A", "--id", "a/../b"], "no id"),
        (["persona", "A", "--id", "index"], "no id"),
        (["personna", "A"], "did you mean 'persona'?"),
        (["step", "A"], "there is no kind 'step'"),
    ],
)
def test_what_cannot_be_added_says_why(run: Run, portal: Path, arguments: list[str], message: str) -> None:
    def written() -> list[Path]:
        return sorted(path for path in portal.rglob("*") if ".cache" not in path.parts)

    before = written()
    assert message in " ".join(run("new", *arguments, expect=2).output.split())
    assert written() == before


def test_a_file_that_cannot_be_read_is_not_overwritten(run: Run, portal: Path) -> None:
    for folder in ("personas", "personas/online"):
        broken = portal / "content" / folder / "site-owner.md"
        broken.parent.mkdir(exist_ok=True)
        broken.write_text("---\n{")
        assert "cannot be read" in run("new", "persona", "Site owner", expect=2).output
        assert broken.read_text() == "---\n{"
        broken.unlink()


def test_a_file_that_says_it_is_something_else_is_not_overwritten(run: Run, portal: Path) -> None:
    page = portal / "content/personas/site-owner.md"
    page.write_text("---\nentity: page\n---\n# Notes\n")
    assert "exists" in run("new", "persona", "Site owner", expect=2).output
    assert page.read_text().endswith("# Notes\n")


@pytest.mark.parametrize(
    "written",
    [
        "# ours\nmail: {title: Mail}\n# the end",
        "mail:\n  title: Mail\n\n\n",
        "mail:\r\n  title: Mail\r\n",
        "\ufeffmail: {title: Mail}\n",
        "mail:\n  title: Mail\n  narrative: |\n    Long.\n",
        "",
        "# nothing yet\n",
    ],
)
def test_an_entry_is_added_behind_what_is_there(run: Run, portal: Path, written: str) -> None:
    file = portal / CHANNELS
    file.write_bytes(written.encode())
    run("new", "channel", "Letter")
    content = file.read_bytes().decode()
    assert content.startswith(written)
    assert content.endswith("\r\n" if "\r" in written else "\n")
    assert ("\r\n" in written) == ("\r\n" in content)
    assert "\n\n\n\n" not in content.replace("\r", "")
    titles = [line.split("\t")[1] for line in run("list", "channels").stdout.splitlines()]
    assert titles == (["Mail", "Letter"] if "Mail" in written else ["Letter"])


@pytest.mark.parametrize(
    "written",
    [
        "{mail: {title: Mail}}\n",
        "mail: {title: Mail}\n...\n",
        "  mail: {title: Mail}\n",
        "mail: [\n",
        "- mail\n",
        "mail:\n  title: Mail\n  x-note: |+\n    A blank line behind this would become part of it.\n",
    ],
)
def test_where_nothing_can_be_added_the_entry_is_shown(run: Run, portal: Path, written: str) -> None:
    (portal / CHANNELS).write_text(written)
    refused = run("new", "channel", "Letter", expect=2).output
    assert "content/channels.yml" in refused
    assert "letter:\n  title: Letter" in refused
    assert (portal / CHANNELS).read_text() == written


def test_a_file_in_another_encoding_is_left_alone(run: Run, portal: Path) -> None:
    (portal / CHANNELS).write_bytes("mail: {title: Börse}\n".encode("latin-1"))
    assert "UTF-8" in run("new", "channel", "Letter", expect=2).output


def test_a_list_outside_of_the_portal_is_left_alone(run: Run, portal: Path, tmp_path: Path) -> None:
    outside = tmp_path / "channels.yml"
    outside.write_text("mail: {title: Mail}\n")
    (portal / CHANNELS).unlink()
    (portal / CHANNELS).symlink_to(outside)
    assert "leads out of the portal" in run("new", "channel", "Letter", expect=2).output
    assert outside.read_text() == "mail: {title: Mail}\n"
    (portal / "content/evidence").symlink_to(tmp_path)
    assert "leads out of the portal" in run("new", "evidence", "Talks", expect=2).output
    assert not (tmp_path / "talks.md").exists()


def test_a_portal_with_one_file_per_channel_gets_another_file(run: Run, portal: Path) -> None:
    (portal / CHANNELS).unlink()
    (portal / "content/channels").mkdir()
    run("new", "channel", "Letter")
    assert (portal / "content/channels/letter.md").is_file()
    assert not (portal / CHANNELS).exists()


@given(kind=st.sampled_from(DEFINED_IN_FILES), title=st.text(min_size=1), markdown=st.booleans())
def test_any_title_that_can_be_shown_is_written_so_that_it_reads_back(
    kind: Kind, title: str, markdown: bool
) -> None:
    assume(" ".join(title.split()).isprintable() and title.strip())
    portal = assemble(content_of("content", []))
    entry = entry_for(portal, Path("nowhere"), kind, title, "some-id", markdown=markdown)
    (entity, *_) = read_file(entry.path, entry.added).entities
    assert (entity.kind_of, entity.id, entity.title) == (kind, "some-id", " ".join(title.split()))
