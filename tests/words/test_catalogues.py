"""The message catalogues: every message in every language, with its values, and quickly read."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from journeybook.words import CATALOGUES, Words, languages
from journeybook.words.catalogues import catalogue_path

if TYPE_CHECKING:
    from pathlib import Path

    from babel.messages.catalog import Catalog

PUBLISHED = ("pl", "zh_Hans", "zh_Hant")


def catalogue(name: str) -> Catalog:
    with catalogue_path(name).open("rb") as file:
        return read_po(file, locale=Locale.parse(name))


def forms(message: str | tuple[str, ...] | list[str]) -> list[str]:
    return [message] if isinstance(message, str) else list(message)


def values(message: str) -> Counter[str]:
    return Counter(re.findall(r"%\(\w+\)s|%(?!\()", message))


def test_there_is_one_for_each_published_language() -> None:
    assert languages() == ["en", "pl", "zh-Hans", "zh-Hant"]


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_message_is_translated(name: str) -> None:
    with (CATALOGUES.parent / "messages.pot").open("rb") as file:
        collected = {str(message.id) for message in read_po(file) if message.id}
    found = {str(message.id): message for message in catalogue(name) if message.id}
    assert found.keys() == collected
    assert [text for text, one in found.items() if one.fuzzy or not all(forms(one.string))] == []


@pytest.mark.parametrize("name", PUBLISHED)
def test_every_value_has_its_place(name: str) -> None:
    """In every form; a form for one thing alone may do without the count."""
    for message in catalogue(name):
        if not message.id:
            continue
        wanted = values(forms(message.id)[-1])
        for form in forms(message.string):
            assert values(form) == wanted, form


@pytest.mark.parametrize("name", PUBLISHED)
def test_what_stands_as_code_stays_as_it_is(name: str) -> None:
    for message in catalogue(name):
        if message.id:
            wanted = sorted(re.findall(r"`[^`]*`", forms(message.id)[-1]))
            for form in forms(message.string):
                assert sorted(re.findall(r"`[^`]*`", form)) == wanted, form


@pytest.mark.parametrize("name", ["zh_Hans", "zh_Hant"])
def test_chinese_has_its_own_punctuation(name: str) -> None:
    """Full-width marks next to Chinese characters, in pairs."""
    for message in catalogue(name):
        for form in forms(message.string) if message.id else ():
            prose = re.sub(r"`[^`]*`", "", form)
            assert not re.search(r"[\u4e00-\u9fff][,.:;!?()]|[,.:;!?()][\u4e00-\u9fff]", prose), form
            assert prose.count("（") == prose.count("）"), form
            assert prose.count("(") == prose.count(")"), form


@pytest.mark.parametrize("name", PUBLISHED)
def test_all_plural_forms_are_there(name: str) -> None:
    found = catalogue(name)
    plurals = [message for message in found if isinstance(message.id, tuple)]
    assert plurals
    assert {len(message.string) for message in plurals} == {found.num_plurals}


def test_the_catalogues_are_up_to_date(repository: Path) -> None:
    """If not, run scripts/dev/catalogues.py."""
    command = [sys.executable, repository / "scripts" / "dev" / "catalogues.py", "--check"]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    assert finished.stdout == ""
    assert finished.returncode == 0


@pytest.mark.parametrize(
    ("tag", "touchpoint"),
    [
        ("pl", "Punkt styku"),
        ("pl-PL", "Punkt styku"),
        ("zh", "触点"),
        ("zh-CN", "触点"),
        ("zh-SG", "触点"),
        ("zh-Hans", "触点"),
        ("zh-Hans-HK", "触点"),
        ("zh-TW", "接觸點"),
        ("zh-HK", "接觸點"),
        ("zh-Hant", "接觸點"),
        ("zh-hant-tw", "接觸點"),
        ("en", "Touchpoint"),
        ("de", "Touchpoint"),
    ],
)
def test_a_tag_finds_its_script(tag: str, touchpoint: str) -> None:
    assert Words(tag).gettext("Touchpoint") == touchpoint


def test_polish_has_three_forms() -> None:
    words = Words("pl")
    found = [words.ngettext("%(count)s step", "%(count)s steps", count) for count in (1, 2, 5, 12, 22)]
    assert found == ["1 krok", "2 kroki", "5 kroków", "12 kroków", "22 kroki"]


def test_chinese_has_one_form() -> None:
    for count in (0, 1, 2):
        assert Words("zh-TW").ngettext("%(count)s step", "%(count)s steps", count) == f"{count} 個步驟"


def test_what_a_catalogue_lacks_is_as_written() -> None:
    assert Words("pl").gettext("No such message, %(name)s", name="A") == "No such message, A"
