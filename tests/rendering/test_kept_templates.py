"""Compiled templates, kept from run to run: the same program, or none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from journeybook.rendering.kept_templates import KeptTemplates

SOURCE = "Hello {{ name }}{% if name %}!{% endif %}"


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's cache is elsewhere, and empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))


class Compiling(Environment):
    """An environment that counts what it compiles."""

    compiled = 0

    def _generate(self, *args: object, **options: object) -> str:
        self.compiled += 1
        return super()._generate(*args, **options)  # type: ignore[arg-type]


def environment(folder: Path | None, source: str = SOURCE, **options: object) -> Compiling:
    """An environment with one template, as a new process has it."""
    kept = KeptTemplates(folder)
    return Compiling(loader=DictLoader({"a.html": source}), bytecode_cache=kept, **options)  # type: ignore[arg-type]


def said(env: Compiling) -> tuple[str, int]:
    """What the template says, and how much was compiled for it."""
    return env.get_template("a.html").render(name="<Ada>"), env.compiled


def only_file(folder: Path) -> Path:
    """The one that is kept."""
    (found,) = folder.glob("*.jinja")
    return found


def test_a_template_is_compiled_once_for_many_runs(tmp_path: Path) -> None:
    assert said(environment(tmp_path / "kept")) == ("Hello <Ada>!", 1)
    assert said(environment(tmp_path / "kept")) == ("Hello <Ada>!", 0)


def test_without_a_folder_it_is_compiled_once_for_the_process() -> None:
    kept = KeptTemplates()
    for compiled in (1, 0):
        env = Compiling(loader=DictLoader({"a.html": SOURCE}), bytecode_cache=kept)
        assert said(env) == ("Hello <Ada>!", compiled)


def test_another_source_or_another_environment_is_compiled_anew(tmp_path: Path) -> None:
    said(environment(tmp_path / "kept"))

    assert said(environment(tmp_path / "kept", "Bye {{ name }}")) == ("Bye <Ada>", 1)
    assert said(environment(tmp_path / "kept", "Bye {{ name }}", autoescape=True)) == ("Bye &lt;Ada&gt;", 1)


def test_another_filter_of_the_same_name_is_another_environment(tmp_path: Path) -> None:
    source = "{{ 'a constant' | loud }}"
    for loud, expected in ((str.upper, "A CONSTANT"), (str.title, "A Constant")):
        env = environment(tmp_path / "kept", source)
        env.filters["loud"] = loud
        assert said(env) == (expected, 1)


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "exchanged"])
def test_what_is_damaged_is_compiled_anew(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "kept"
    said(environment(folder))
    path = only_file(folder)
    content = path.read_bytes()
    if damage == "exchanged":
        said(environment(tmp_path / "others", "Bye {{ name }}"))
        content = b"\0" * 32 + only_file(tmp_path / "others").read_bytes()[32:]
    elif damage == "changed":
        content = content[:-20] + bytes(byte ^ 1 for byte in content[-20:])
    else:
        content = content[: len(content) // 2 if damage == "cut" else 0]
    path.write_bytes(content)

    assert said(environment(folder)) == ("Hello <Ada>!", 1)
    assert said(environment(folder)) == ("Hello <Ada>!", 0)


def test_what_somebody_else_has_put_there_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "stranger"))
    said(environment(tmp_path / "kept"))

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))

    assert said(environment(tmp_path / "kept")) == ("Hello <Ada>!", 1)


def test_where_nothing_can_be_written_it_is_compiled_each_time(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file stands where the folder would")

    assert said(environment(tmp_path / "kept")) == ("Hello <Ada>!", 1)


def test_the_oldest_go_where_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeybook.rendering.kept_templates._MOST", 2)
    for number in range(3):
        path = tmp_path / f"{number}.jinja"
        path.write_bytes(b"")
        os.utime(path, (number, number))
    left = tmp_path / "4.jinja.17.part"
    left.write_bytes(b"")
    os.utime(left, (4, 4))

    said(environment(tmp_path))

    assert {path.name for path in tmp_path.iterdir()} == {"2.jinja", only_new(tmp_path)}


def only_new(folder: Path) -> str:
    """The name of the file that was written last."""
    return max(folder.iterdir(), key=lambda path: path.stat().st_mtime).name
