"""The house rules: what imports what, how big a room may be, what is in the wheel."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pathspec import GitIgnoreSpec

import journeybook
from tests.tools.wheel_environment import run_from_wheel

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = {"plugins": "journeybook", "theme": "journeybook_theme", "scripts": "journeybook_cli"}
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60

# In two pieces, since this file is checked too.
REGISTRY_HOSTS = [
    f"{name}.{domain}"
    for name, domain in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("deb.debian", "org"),
        ("security.debian", "org"),
        ("archive.ubuntu", "com"),
        ("anaconda", "org"),
        ("crates", "io"),
        ("rubygems", "org"),
        ("proxy.golang", "org"),
        ("maven.apache", "org"),
    )
]


def project_files(repository: Path) -> Iterator[Path]:
    """The files of the repository that Git does not ignore."""
    rules = (repository / ".gitignore").read_text(encoding="utf-8").splitlines()
    ignored = GitIgnoreSpec.from_lines([".git", *rules])
    for folder, folders, files in os.walk(repository):
        inside = Path(folder).relative_to(repository)
        folders[:] = [name for name in folders if not ignored.match_file(f"{inside / name}/")]
        yield from (repository / inside / name for name in files if not ignored.match_file(inside / name))


def modules(repository: Path) -> list[Path]:
    """The Python files of the product."""
    return [file for folder in PACKAGES for file in sorted((repository / folder).rglob("*.py"))]


def test_imports_go_one_way(repository: Path) -> None:
    command = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(
        [command, "--no-cache"], cwd=repository, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_module_is_long(repository: Path) -> None:
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in modules(repository)}
    assert lengths
    assert {file: length for file, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_function_is_long(repository: Path) -> None:
    lengths = {
        f"{file}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for file in modules(repository)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert lengths
    assert {place: length for place, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_no_file_names_a_package_registry(repository: Path) -> None:
    hosts = re.compile("|".join(map(re.escape, REGISTRY_HOSTS)).encode())
    files = list(project_files(repository))
    assert repository / "pyproject.toml" in files
    assert [file for file in files if hosts.search(file.read_bytes())] == []


def test_every_package_is_pinned(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (repository / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = {
        canonicalize_name(name): version
        for name, _, version in (line.partition("==") for line in lines if not line.startswith("#"))
    }
    for text in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        requirement = Requirement(text)
        pinned = pins.get(canonicalize_name(requirement.name), "nothing")
        assert pinned in requirement.specifier, f"{requirement} is pinned to {pinned}: run scripts/dev/pin.py"


def test_public_names_exist() -> None:
    assert [name for name in journeybook.__all__ if not hasattr(journeybook, name)] == []


def test_the_wheel_holds_the_three_packages_whole_and_nothing_else(repository: Path, wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert {name.split("/")[0] for name in packed} == set(PACKAGES.values())
    expected = {
        file.relative_to(repository / folder).as_posix()
        for file in project_files(repository)
        for folder, package in PACKAGES.items()
        if file.is_relative_to(repository / folder / package)
    }
    assert packed == expected
    assert any(name.startswith("journeybook_theme/") and name.endswith(".html") for name in packed)
    assert {f"{package}/py.typed" for package in PACKAGES.values()} <= packed


def test_the_wheel_alone_makes_a_portal_that_builds(wheel: Path, tmp_path: Path) -> None:
    run_from_wheel(wheel, tmp_path, "journeybook", "init", "portal")
    run_from_wheel(wheel, tmp_path / "portal", "mkdocs", "build", "--strict")
    assert (tmp_path / "portal" / "site" / "index.html").is_file()
