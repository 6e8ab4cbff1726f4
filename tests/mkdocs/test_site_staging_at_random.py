"""Whatever stood in a site, whenever a build is killed: in the end it holds what was built, and nothing else."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mkdocs.test_site_staging import Files, build, files_of, page, write

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")

NAMES = st.lists(st.sampled_from(["a", "b", "c.html", ".d"]), min_size=1, max_size=3).map("/".join)


def fits(paths: Files) -> bool:
    """Whether no file would stand where another one needs a folder."""
    return not any(other.startswith(f"{path}/") for path in paths for other in paths)


SITES = st.dictionaries(NAMES, st.sampled_from(["1", "2"]), max_size=6).filter(fits)


@given(st.lists(st.tuples(SITES, st.sets(NAMES, max_size=3), SITES), min_size=1, max_size=4))
@settings(max_examples=80, deadline=None)
def test_a_site_is_what_was_built_whatever_stood_there(builds: list[tuple[Files, set[str], Files]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for files, without_key, harm in builds:
            pages = {path: key for path, key in files.items() if path not in without_key}
            others = {path: page(path, key) for path, key in files.items() if path in without_key}
            build(root, pages, others)
            wanted = {path: page(path, key) for path, key in files.items()}
            stands = files_of(root / "site")
            assert {path: stands.get(path) for path in wanted} == wanted
            assert all(path.startswith(".") for path in stands.keys() - wanted.keys())
            do_harm(root / "site", harm)


def do_harm(site: Path, harm: Files) -> None:
    """Edit, delete and add files by hand."""
    for path, key in harm.items():
        target = site / path
        if target.is_file() and key == "1":
            target.unlink()
        elif not target.is_dir() and not any(folder.is_file() for folder in target.parents):
            write(site, {path: page(path, "3")})


VERSIONS: dict[str, Files] = {
    version: {
        f"{number % 7}/{number}/{version if number % 5 == 0 else 'index'}.html": key for number in range(120)
    }
    for version, key in (("x", "1"), ("y", "2"))
}
"""Two states of a portal: most pages have the same address and another text, some have another address."""


@needs_fork
def test_a_build_killed_at_any_moment_does_not_show_in_the_next(tmp_path: Path) -> None:
    chance = random.Random(7)
    build(tmp_path, VERSIONS["x"], {"a.css": "a"})

    def builds() -> None:
        while True:
            for version, pages in VERSIONS.items():
                build(tmp_path, pages, {"a.css": version})

    for _ in range(25):
        process = in_a_process(builds)
        time.sleep(chance.uniform(0, 0.1))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        version = chance.choice(["x", "y"])
        build(tmp_path, VERSIONS[version], {"a.css": "new"})
        wanted = {path: page(path, key) for path, key in VERSIONS[version].items()}
        assert files_of(tmp_path / "site") == {**wanted, "a.css": "new"}
        assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "site"]


@needs_fork
def test_of_two_builds_at_once_one_is_there_in_the_end_and_whole(tmp_path: Path) -> None:
    def builds(version: str) -> Callable[[], None]:
        def run() -> None:
            for _ in range(8):
                build(tmp_path, VERSIONS[version], {"a.css": version})

        return run

    for _ in range(3):
        processes = [in_a_process(builds(version)) for version in VERSIONS]
        assert [os.waitpid(process, 0)[1] for process in processes] == [0, 0]
        stands = files_of(tmp_path / "site")
        version = stands.pop("a.css")
        assert stands == {path: page(path, key) for path, key in VERSIONS[version].items()}
        assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "site"]


def in_a_process(work: Callable[[], None]) -> int:
    """The number of a new process that does `work`."""
    if process := os.fork():
        return process
    try:
        work()
        os._exit(0)
    finally:
        os._exit(1)
