"""The records: every key of the format, documented."""

from dataclasses import fields

import pytest
from pydantic import TypeAdapter

from journeybook.model import RECORDS, Entity, Journey, Stage, Step
from journeybook.model.places import Place


@pytest.mark.parametrize("record", RECORDS.values(), ids=lambda record: record.__name__)
def test_every_field_is_described_for_schema_and_reference(record: type[Entity]) -> None:
    properties = TypeAdapter(record).json_schema()["properties"]
    names = {
        "from" if one.name == "from_" else "date" if one.name == "day" else one.name for one in fields(record)
    }
    assert set(properties) == names - {"place", "rendition"}
    assert [name for name, schema in properties.items() if not schema.get("description")] == []


def test_content_counts_and_places_do_not() -> None:
    assert Step(id="a", title="A") == Step(id="a", title="A", place=Place("x.yml"))
    assert Step(id="a", title="A") != Step(id="a", title="B")


def test_an_empty_next_differs_from_none() -> None:
    journey = Journey(
        id="j", title="J", stages=(Stage(id="s", title="S", steps=(Step(id="a", title="A", next=()),)),)
    )
    assert journey.stages[0].steps[0].next == ()
    assert Step(id="a", title="A").next is None
