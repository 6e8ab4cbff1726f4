"""Where links lead: what files beside each other share, and what not."""

from __future__ import annotations

import pytest

from journeybook.rendering.markdown.goals import OWN, Ways, goal_at

FILES = {
    "claim": "journeys/claim/index.md",
    "claim#pay": "journeys/claim/index.md",
    "claim/decide": "journeys/claim/decide/index.md",
    "move": "journeys/move/index.md",
    "team": "teams/help/index.md",
    "picture": "journeys//odd.png",
}


def ways() -> Ways:
    """The ways of all files in one folder."""
    return Ways(lambda url: goal_at(FILES[url], url[url.index("#") :] if "#" in url else ""))


def test_links_are_those_of_each_file_whoever_asked_before() -> None:
    shared = ways()
    found = {at: shared.ways_of(f"journeys/{at}/index.md", f"{at}#") for at in ("move", "claim")}

    for _ in range(2):
        assert found["move"]("claim#pay") == "../claim/index.md#pay"
        assert found["claim"]("claim#pay") == "#pay"
        assert found["move"]("claim/decide") == "../claim/decide/index.md"
        assert found["claim"]("claim/decide") == "decide/index.md"
        assert found["claim"]("move") == "../move/index.md"
        assert found["move"]("move") == "index.md"
        assert found["claim"]("team") == found["move"]("team") == "../../teams/help/index.md"


@pytest.mark.parametrize(
    ("at", "expected"), [("a.md", "journeys/odd.png"), ("x/y/a.md", "../../journeys/odd.png")]
)
def test_odd_addresses_are_made_plain_for_each_file(at: str, expected: str) -> None:
    assert ways().ways_of(at, "")("picture") == expected


def test_a_link_to_a_spot_of_the_page_itself_holds_the_id_as_it_is() -> None:
    assert ways().ways_of("journeys/claim/index.md", "claim#")(f"{OWN}f%C3%BCr") == "#für"
