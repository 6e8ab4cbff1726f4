"""Rendered pages, kept by what they were rendered from."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from journeybook.mkdocs.page_store import PageStore


def page(name: str) -> bytes:
    """A page as large as a small one, and like the others."""
    own = "".join(sha256(f"{name} {number}".encode()).hexdigest() for number in range(20))
    return f"<html>{'what all pages have ' * 300}<p>{name} {own}</p></html>".encode()


def fill(cache: Path, *names: str, most_bytes: int = 10_000_000) -> PageStore:
    store = PageStore.open(cache, most_bytes=most_bytes)
    for name in names:
        store.put(name, page(name))
    store.close()
    return store


def kept(cache: Path, *names: str) -> list[str]:
    """Those of the names whose pages are kept; they are what they were."""
    store = PageStore.open(cache)
    found = {name: store.get(name) for name in names}
    assert all(content in {page(name), None} for name, content in found.items())
    return [name for name, content in found.items() if content]


def packs(cache: Path) -> list[Path]:
    return sorted((cache / "pages").glob("*.pack"))


def test_the_next_build_finds_what_one_has_put(tmp_path: Path) -> None:
    names = [f"page {number}" for number in range(200)]
    fill(tmp_path, *names)
    assert kept(tmp_path, *names, "another") == names
    size = sum(path.stat().st_size for path in packs(tmp_path))
    assert size < sum(len(page(name)) for name in names) / 5
    assert (tmp_path / ".gitignore").read_text() == "*\n"


def test_what_is_kept_is_not_put_again(tmp_path: Path) -> None:
    fill(tmp_path, "one", "two")
    fill(tmp_path, "one", "two")
    assert len(packs(tmp_path)) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only there do processes share what was opened")
def test_forked_processes_read_and_write_at_once(tmp_path: Path) -> None:
    old = [f"old {number}" for number in range(50)]
    fill(tmp_path, *old)
    store = PageStore.open(tmp_path)
    store.put("of the parent", page("of the parent"))
    children: list[int] = []
    for child in range(3):
        if process := os.fork():
            children.append(process)
            continue
        try:
            assert all(store.get(name) == page(name) for name in old)
            for number in range(50):
                store.put(f"{child} {number}", page(f"{child} {number}"))
            store.close()
            os._exit(0)
        finally:
            os._exit(1)
    assert [os.waitpid(process, 0)[1] for process in children] == [0, 0, 0]
    store.close()
    names = [*old, *(f"{child} {number}" for child in range(3) for number in range(50)), "of the parent"]
    assert kept(tmp_path, *names) == names


@pytest.mark.parametrize("place", [0, 10, 1500, -1, -20, -60, -100])
def test_what_is_damaged_is_as_good_as_not_there(tmp_path: Path, place: int) -> None:
    names = ["one", "two", "three"]
    fill(tmp_path, *names)
    (pack,) = packs(tmp_path)
    content = bytearray(pack.read_bytes())
    content[place] ^= 0x10
    pack.write_bytes(content)
    left = kept(tmp_path, *names)
    assert len(left) < 3
    store = PageStore.open(tmp_path)
    for name in names:
        if store.get(name) is None:
            store.put(name, page(name))
    store.close()
    store.tidy()
    assert kept(tmp_path, *names) == names


@pytest.mark.parametrize("size", [0, 1, 50, 500, 2000])
def test_what_is_cut_off_is_as_good_as_not_there(tmp_path: Path, size: int) -> None:
    fill(tmp_path, "one", "two")
    (pack,) = packs(tmp_path)
    os.truncate(pack, size)
    assert kept(tmp_path, "one", "two") == []
    fill(tmp_path, "one", "two").tidy()
    assert kept(tmp_path, "one", "two") == ["one", "two"]
    assert not pack.exists()


def test_a_store_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("no folder")
    fill(tmp_path, "one").tidy()
    assert kept(tmp_path, "one") == []


def test_many_small_packs_become_one(tmp_path: Path) -> None:
    names = [f"page {number}" for number in range(30)]
    for name in names:
        fill(tmp_path, name).tidy()
    assert len(packs(tmp_path)) <= 24
    assert kept(tmp_path, *names) == names


@pytest.mark.parametrize("in_use", [slice(0, 20), slice(0, 100, 5)])
def test_the_store_stays_small_and_keeps_what_is_in_use(tmp_path: Path, in_use: slice) -> None:
    names = [f"page {number}" for number in range(100)]
    for start in range(0, 100, 10):
        fill(tmp_path, *names[start : start + 10])
    most = sum(path.stat().st_size for path in packs(tmp_path)) // 2
    reader = PageStore.open(tmp_path)
    PageStore.open(tmp_path, most_bytes=most).tidy(names[in_use])
    assert sum(path.stat().st_size for path in packs(tmp_path)) <= most
    left = kept(tmp_path, *names)
    assert set(names[in_use]) <= set(left)
    assert names[99] in left, "the newest of the others"
    assert len(left) < 100
    if os.name != "nt":
        assert all(reader.get(name) == page(name) for name in names), "who reads already is not disturbed"


def test_what_a_killed_build_left_goes(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from journeybook.mkdocs.page_store import PageStore\n"
        "store = PageStore.open(Path(sys.argv[1])); store.put('half', b'half'); os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", code, tmp_path], check=False)
    assert len(list((tmp_path / "pages").glob("*.part"))) == 1
    running = tmp_path / "pages" / f"{os.getppid()}-0.part"
    running.write_text("")
    fill(tmp_path, "one").tidy()
    assert list((tmp_path / "pages").glob("*.part")) == [running]
    assert kept(tmp_path, "half", "one") == ["one"]
