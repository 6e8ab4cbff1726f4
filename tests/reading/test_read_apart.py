"""Many files read by several processes give what one process reads, in the same order."""

from __future__ import annotations

import os
import select
import threading
from pathlib import Path
from typing import Any

import pytest

from journeybook.reading import ReadFiles, processes, read_apart, read_content

JOURNEY = "title: Claim {}\npersona: nobody\nstages:\n  - title: Ask\n    steps: [{{title: Calls, score: {}}}]\n"


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """Many journeys; every seventh is faulty."""
    folder = tmp_path / "content" / "journeys"
    folder.mkdir(parents=True)
    for number in range(400):
        text = JOURNEY.format(number, "many" if number % 7 == 0 else 3)
        (folder / f"claim-{number}.yml").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def here(readings: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that this very process reads; threads of the test runner do not count."""
    monkeypatch.setattr(processes, "_is_alone", lambda: True)
    return readings


def test_the_same_is_read_in_the_same_order(
    portal: Path, here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(processes.PROCESSES, "1")
    one = ReadFiles()
    alone = read_content(portal, kept=one)
    assert len(here) == 400
    here.clear()
    elsewhere, sign = os.pipe()
    this, original = os.getpid(), read_apart.read_file

    def reading(path: str, *others: Any) -> Any:
        if os.getpid() != this:
            os.write(sign, b"!")
        elif not here:
            assert select.select([elsewhere], [], [], 60)[0], "no other process reads anything"
        return original(path, *others)

    monkeypatch.setattr(read_apart, "read_file", reading)
    monkeypatch.setenv(processes.PROCESSES, "2")
    two = ReadFiles()
    assert read_content(portal, kept=two) == alone
    assert 0 < len(here) < 400
    assert len(alone.diagnostics) == 58
    assert two.state == one.state


def test_what_others_begin_to_read_is_asked_for_later(
    portal: Path, here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(processes.PROCESSES, "2")
    one, two = ReadFiles(on_disk=True), ReadFiles(on_disk=True)
    two.begin(portal, "content", ())
    (portal / "content" / "journeys" / "new.yml").write_text(JOURNEY.format("new", 3), "utf-8")
    assert len(read_content(portal, kept=two).entities) == 400
    two.end()
    here.clear()
    assert len(read_content(portal, kept=one).entities) == 401
    assert here == ["journeys/new.yml"], "another process has written what was read"


@pytest.mark.usefixtures("here")
def test_what_begins_and_is_not_asked_for_ends(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    fork = os.fork

    def noted() -> int:
        begun.append(fork())
        return begun[-1]

    monkeypatch.setattr(os, "fork", noted)
    monkeypatch.setenv(processes.PROCESSES, "2")
    files = ReadFiles()
    files.begin(portal, "content", ())
    assert len(read_content(portal, languages=("en", "pl"), kept=files).entities) == 400
    files.begin(portal, "content", ())
    files.end()
    assert len(begun) >= 2
    for process in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_few_files_are_read_by_this_process(here: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(processes.PROCESSES, "2")
    files = [(f"journeys/claim-{number}.yml", JOURNEY.format(number, 3)) for number in range(299)]
    read_apart.ReadApart(files, "content", ()).found()
    assert len(here) == 299


def test_what_a_process_did_not_send_is_read_here(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = read_content(portal)
    this, original = os.getpid(), read_apart.read_file

    def dying(path: str, *others: Any) -> Any:
        if os.getpid() != this and path.endswith("99.yml"):
            os._exit(9)
        return original(path, *others)

    monkeypatch.setattr(processes, "_is_alone", lambda: True)
    monkeypatch.setattr(read_apart, "read_file", dying)
    monkeypatch.setenv(processes.PROCESSES, "2")
    assert read_content(portal) == alone


def test_where_no_process_can_be_had_this_one_reads(
    portal: Path, here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", none)
    monkeypatch.setenv(processes.PROCESSES, "2")
    assert len(read_content(portal).entities) == 400
    assert len(here) == 400


def test_beside_other_threads_this_process_reads(portal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forking() -> int:
        raise AssertionError("a process with threads must not be copied")

    monkeypatch.setattr(os, "fork", forking)
    monkeypatch.setenv(processes.PROCESSES, "2")
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert len(read_content(portal).entities) == 400
    finally:
        done.set()
        thread.join()
