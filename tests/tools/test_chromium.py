from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tools.chromium import ENVIRONMENT_VARIABLE, ChromiumMissingError, find_chromium

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Puts an empty program on an otherwise empty PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)

    def put(name: str) -> Path:
        (tmp_path / name).touch(mode=0o755)
        return tmp_path / name

    return put


def test_the_environment_variable_comes_first_then_path_then_playwright(
    install: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = install("own-build")
    assert find_chromium(own) == own
    on_path = install("chromium-browser")
    assert find_chromium(own) == on_path
    named = install("named")
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(named))
    assert find_chromium(own) == named


def test_without_chromium_the_message_says_what_to_do(install: Callable[[str], Path]) -> None:
    with pytest.raises(ChromiumMissingError, match=f"apt-get install chromium.*{ENVIRONMENT_VARIABLE}"):
        find_chromium(Path("nowhere"))


def test_a_wrong_environment_variable_is_not_passed_over(
    install: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "/nowhere/chromium")
    with pytest.raises(ChromiumMissingError, match="/nowhere/chromium, which is not a file"):
        find_chromium(install("chromium"))


def test_it_starts(chromium: Browser) -> None:
    assert chromium.is_connected()
