"""Figures twice: as the company counts them, and as customers see the same thing."""

import pytest

from journeybook.model import Metric
from journeybook.portal.twins import Twins, twins_of

from .portals import portal_of


def metric(value: float | str | None, scale: str | None = None, name: str = "a") -> Metric:
    return Metric(id=name, title=name, value=value, scale=scale)


@pytest.mark.parametrize(
    ("ours", "theirs", "gap", "unit"),
    [
        (metric(98.7, "0–100 %"), metric(70.9, "0–100 %"), 27.8, "%"),
        (metric("98.7 %"), metric("70.9%"), 27.8, "%"),
        (metric("98.7 %"), metric(70.9, "per cent, 0–100 %"), 27.8, "%"),
        (metric(2, "hours"), metric(5, "Hours"), -3.0, "hours"),
        (metric("2 h"), metric("5 h"), -3.0, "h"),
        (metric(98.7, "0–100 %"), metric(4.1, "1–5"), None, ""),
        (metric(98.7), metric(70.9), None, ""),
        (metric("about half", "0–100 %"), metric(70, "0–100 %"), None, ""),
        (metric(None, "0–100 %"), metric(70, "0–100 %"), None, ""),
    ],
)
def test_only_figures_of_one_unit_are_subtracted(
    ours: Metric, theirs: Metric, gap: float | None, unit: str
) -> None:
    pair = Twins(ours, theirs)
    assert (pair.gap, pair.unit) == (gap, unit)


def test_both_know_the_pair() -> None:
    counted = Metric(id="counted", title="Counted", perceived_by="felt")
    felt = Metric(id="felt", title="Felt")
    portal = portal_of(counted, felt)
    assert [*twins_of(portal, counted)] == [*twins_of(portal, felt)] == [Twins(counted, felt)]
