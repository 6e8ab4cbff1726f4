"""The order in which things are listed."""

import pytest

from journeybook.model import Team
from journeybook.pages.ordering import by_title


@pytest.mark.parametrize(
    "titles",
    [
        ("accounts", "Billing", "claims"),
        ("Stage 2", "Stage 10", "Stage 10b"),
        ("lada", "łata", "lawa"),
        ("Ärger", "Auto", "Zoo"),
        ("10 days", "Ten days"),
        ("Step", "Step 1", "Step 01 b", "Step 1 c", "Step 12", "Step one", "Steps"),
        ("A1", "A1b", "A2", "Ab"),
        ("Zoo", "Аптека", "Банк", "顧客"),
        ("*a* start", "b", "`c`"),
    ],
)
def test_titles_are_in_the_order_readers_expect(titles: tuple[str, ...]) -> None:
    teams = [Team(id=f"t{number}", title=title) for number, title in enumerate(titles)]
    assert [team.title for team in by_title(reversed(teams))] == list(titles)


def test_equal_titles_are_in_the_order_of_their_ids() -> None:
    assert [one.id for one in by_title([Team(id="b", title="X"), Team(id="a", title="x")])] == ["a", "b"]
