from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.vnu import html_messages

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "<!doctype html>\n<html lang=en><title>Page</title>\n"


def test_a_fault_is_found_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "good.html").write_text(f"{HEAD}<p>Fine", encoding="utf-8")
    (tmp_path / "step 1").mkdir()
    (tmp_path / "step 1" / "bad.html").write_text(f"{HEAD}<ul><p>torn</p></ul>", encoding="utf-8")
    (message,) = html_messages(tmp_path)
    assert (message.file, message.line, message.kind) == ("step 1/bad.html", 3, "error")
    assert message.text.startswith("Element “p” not allowed as child of element “ul”")


def test_material_excuses_no_check_box_of_ours(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        f"{HEAD}<label>Yes<input type=checkbox autocomplete=off></label>", encoding="utf-8"
    )
    (message,) = html_messages(tmp_path)
    assert message.text.startswith("Attribute “autocomplete” is only allowed when")


def test_a_folder_without_pages_is_no_success(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no HTML file"):
        html_messages(tmp_path)
