"""What was read before is told again, and is always what reading anew would give."""

from __future__ import annotations

import os
import pickle
import shutil
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeybook.model.diagnostics import Diagnostic
from journeybook.reading import Content, ReadFiles, SeenFiles, files, read_content, read_files, seal
from journeybook.reading.files import load_text
from journeybook.reading.packed_files import write_pack

SAMPLE = Path(__file__).parents[2]
LANGUAGES = ("en", "pl", "zh-Hant")
PACK = ".cache/journeybook/reading/files.pack"

JOURNEY = "title: Move\npersona: ann\nstages:\n- title: Decide\n  steps:\n  - {title: Calls, score: 2}\n"
TEXTS = (
    "",
    "title: X\n",
    JOURNEY,
    JOURNEY.replace("score: 2", "score: 9"),
    "---\ntitle: X\n---\nA text with a [[link]].\n",
    "---\ntitle: [\n---\n",
    "a: {title: A}\nb: {title: B, tags: [1, 2]}\n",
    "&a [*a]\n",
    "no mapping",
    "# Heading\n\n```journeybook\nshow: journeys\n```\n",
    "\x00",
)
PATHS = (
    "journeys/a.yml",
    "journeys/b.md",
    "journeys/a.pl.yml",
    "personas/ann.md",
    "teams.yml",
    "about.md",
    "x/y.png",
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setattr(seal, "_folder", lambda: folder)
    return folder


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    root = tmp_path / "portal"
    write(root, "journeys/a.yml", JOURNEY)
    write(root, "personas/ann.md", "---\ntitle: Ann\n---\nShe moves.\n")
    return root


def write(root: Path, path: str, text: str) -> None:
    file = root / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def remembered(root: Path) -> Content:
    """As the next run of a program reads it."""
    return read_content(root, "content", LANGUAGES, ReadFiles(on_disk=True))


def anew(root: Path) -> Content:
    return read_content(root, "content", LANGUAGES)


def whole(thing: Any) -> Iterator[Any]:
    """Everything in `thing`, places included, which do not count when entities are compared."""
    if is_dataclass(thing):
        yield type(thing)
        for one in fields(thing):
            yield one.name
            yield from whole(getattr(thing, one.name))
    elif isinstance(thing, (list, tuple)) and type(thing) in {list, tuple}:
        for one in thing:  # pyright: ignore[reportUnknownVariableType]
            yield from whole(one)
    else:
        yield type(thing)  # pyright: ignore[reportUnknownArgumentType]
        yield thing


def assert_same(one: Content, other: Content) -> None:
    assert one == other
    assert list(whole(one)) == list(whole(other))


def test_the_sample_is_told_again_as_it_was_read(tmp_path: Path, readings: list[str]) -> None:
    shutil.copytree(SAMPLE / "content", tmp_path / "content")
    first = remembered(tmp_path)
    read = len([path for path in readings if not path.endswith((".png", ".svg"))])
    assert read > 50
    readings.clear()
    assert_same(remembered(tmp_path), first)
    assert [path for path in readings if path.endswith((".md", ".yml"))] == []
    assert_same(anew(tmp_path), first)


def test_only_what_has_changed_is_read(portal: Path, readings: list[str]) -> None:
    kept = ReadFiles(on_disk=True)
    read_content(portal, "content", LANGUAGES, kept)
    readings.clear()
    write(portal, "journeys/a.yml", JOURNEY.replace("Calls", "Writes"))
    content = read_content(portal, "content", LANGUAGES, kept)
    assert readings == ["journeys/a.yml"]
    readings.clear()
    assert_same(remembered(portal), content)
    assert readings == []
    assert_same(content, anew(portal))


def test_what_reading_depends_on_counts(
    portal: Path, readings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = ReadFiles(on_disk=True)
    write(portal, "journeys/a.pl.yml", "title: Ruch\n")
    assert not read_content(portal, "content", LANGUAGES, kept).diagnostics
    found = read_content(portal, "content", ("en",), kept).diagnostics
    assert [one.code for one in found] == ["JB109"]
    readings.clear()
    monkeypatch.setattr(read_files, "_program", lambda: ("another version",))
    read_content(portal, "content", ("en",), kept)
    assert len(readings) == 3


def test_a_damaged_cache_is_no_cache(portal: Path) -> None:
    fresh = remembered(portal)
    pack = portal / PACK
    whole_pack = pack.read_bytes()
    for number in range(0, len(whole_pack), 397):
        damaged = bytearray(whole_pack)
        damaged[number] ^= 1
        pack.write_bytes(damaged)
        assert_same(remembered(portal), fresh)
    for length in (0, 1, 31, 32, 39, 40, 41, len(whole_pack) - 1):
        pack.write_bytes(whole_pack[:length])
        assert_same(remembered(portal), fresh)
    assert pack.read_bytes() == whole_pack  # and is written anew


class Harm:
    """What runs a command when it is unpickled."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.trace),)


def test_a_cache_that_somebody_else_made_is_never_opened(portal: Path, tmp_path: Path, home: Path) -> None:
    fresh = remembered(portal)
    pack, trace = portal / PACK, tmp_path / "trace"
    inputs = repr((1, "content", LANGUAGES, read_files._program()))  # pyright: ignore[reportPrivateUsage]
    harm = pickle.dumps(Harm(trace))
    forged = ((path, b"0" * 16, harm) for path in ("journeys/a.yml", "personas/ann.md"))
    mine = home.rename(tmp_path / "mine")
    seal._secret_in.cache_clear()  # pyright: ignore[reportPrivateUsage]
    assert write_pack(pack, inputs, forged)  # with another secret
    shutil.rmtree(home)
    mine.rename(home)
    seal._secret_in.cache_clear()  # pyright: ignore[reportPrivateUsage]
    assert_same(remembered(portal), fresh)
    head = len(harm).to_bytes(8, "little") + harm
    pack.write_bytes(b"0" * seal.SIZE + head)
    assert_same(remembered(portal), fresh)
    assert not trace.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_without_a_secret_nothing_is_kept(portal: Path, home: Path) -> None:
    fresh = remembered(portal)
    (portal / PACK).unlink()
    (home / "secret").chmod(0o644)  # others may have read it
    seal._secret_in.cache_clear()  # pyright: ignore[reportPrivateUsage]
    assert_same(remembered(portal), fresh)
    assert not (portal / PACK).exists()
    shutil.rmtree(home)
    home.write_text("a file where the folder should be", "utf-8")
    seal._secret_in.cache_clear()  # pyright: ignore[reportPrivateUsage]
    assert_same(remembered(portal), fresh)
    assert not (portal / PACK).exists()


def test_git_ignores_it(portal: Path) -> None:
    remembered(portal)
    assert (portal / ".cache/journeybook/.gitignore").read_text("utf-8") == "*\n"
    assert sorted(one.name for one in (portal / PACK).parent.iterdir()) == ["files.pack"]


EDITS = st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from(TEXTS) | st.none(), st.booleans()), max_size=12)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_after_any_edits_it_is_what_reading_anew_gives(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str | None, bool]]
) -> None:
    root = tmp_path_factory.mktemp("portal")
    (root / "content").mkdir()
    serving = ReadFiles(on_disk=True, seen=SeenFiles())
    for path, text, is_new_run in edits:
        if text is None:
            (root / "content" / path).unlink(missing_ok=True)
        else:
            write(root, path, text)
        kept = ReadFiles(on_disk=True) if is_new_run else serving
        assert_same(read_content(root, "content", LANGUAGES, kept), anew(root))


def test_a_server_opens_only_files_that_may_be_others(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = ReadFiles(seen=SeenFiles())
    names: list[str] = []

    def load(path: Path, name: str) -> tuple[str | None, Diagnostic | None]:
        names.append(name)
        return load_text(path, name)

    def opened() -> list[str]:
        with monkeypatch.context() as noting:
            noting.setattr(files, "load_text", load)
            names.clear()
            found = read_content(portal, "content", LANGUAGES, kept)
        assert_same(found, anew(portal))
        return [*names]

    every = ["content/journeys/a.yml", "content/personas/ann.md"]
    assert opened() == every
    assert opened() == every  # they have just been written, and may be written again at the same moment
    later = time.time_ns() + 3_000_000_000
    monkeypatch.setattr(time, "time_ns", lambda: later)
    assert opened() == every
    assert opened() == []
    write(portal, "journeys/a.yml", JOURNEY.replace("Calls", "Rings"))
    assert opened() == every[:1]


def test_the_state_is_another_after_every_change_and_the_same_otherwise(portal: Path) -> None:
    def state() -> str:
        kept = ReadFiles(on_disk=True)
        read_content(portal, "content", LANGUAGES, kept)
        alone = ReadFiles()
        read_content(portal, "content", LANGUAGES, alone)
        assert kept.state == alone.state
        return kept.state

    seen = [state(), state()]
    assert seen[0] == seen[1]
    write(portal, "journeys/a.yml", JOURNEY.replace("Calls", "Rings"))
    seen.append(state())
    (portal / "content/journeys/a.yml").rename(portal / "content/journeys/b.yml")
    seen.append(state())
    write(portal, "picture.png", "")
    seen.append(state())
    (portal / "content/personas/ann.md").write_bytes(b"\xff")
    seen.append(state())
    assert len(set(seen)) == 5
