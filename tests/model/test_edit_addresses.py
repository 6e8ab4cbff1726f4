"""Addresses that open a source file."""

import pytest

from journeybook.model.edit_addresses import Repository

GITHUB = Repository("https://github.com/o/r", "edit/main/content/", content="content")


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("content/journeys/claim.yml", "https://github.com/o/r/edit/main/content/journeys/claim.yml#L3"),
        ("content/journeys/zgłoś.yml", "https://github.com/o/r/edit/main/content/journeys/zg%C5%82o%C5%9B.yml#L3"),
        ("content/a b.md", "https://github.com/o/r/edit/main/content/a%20b.md#L3"),
        ("content/a/../b.md", "https://github.com/o/r/edit/main/content/b.md#L3"),
        ("content.md", "https://github.com/o/r/edit/main/content.md#L3"),
    ],
)
def test_a_file_opens_at_its_line(file: str, address: str) -> None:
    assert GITHUB.edit(file, 3) == address


def test_a_line_is_named_as_the_host_of_the_repository_does() -> None:
    file = "content/edit/a.md"
    bitbucket = Repository("https://bitbucket.org/o/r", "src/main/content/", content="content")
    elsewhere = Repository("https://files.example/", "sources/", content="content")
    template = Repository("https://e.example", edit_uri_template="?file={path_noext}", content="content")

    assert bitbucket.edit(file, 3) == "https://bitbucket.org/o/r/src/main/content/edit/a.md#lines-3"
    assert elsewhere.edit("content/a.md", 3) == "https://files.example/sources/a.md"
    assert elsewhere.edit(file, 3) == "https://files.example/sources/edit/a.md#L3"
    assert template.edit(file, 3) == "https://e.example?file=edit/a"
    assert Repository(content="content").edit(file, 3) is None
