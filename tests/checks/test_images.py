"""Pictures and their words."""

from journeybook.model import Persona, Touchpoint
from journeybook.model.text import Image
from journeybook.reading import read_file
from tests.portal.portals import journey, step

from .findings import findings, keys


def test_a_picture_has_words_or_says_that_it_is_decoration() -> None:
    bare, said, decoration = Image(src="a.png"), Image(src="a.png", alt="A desk"), Image(src="a.png", alt="")
    assert keys("JB458", Persona(id="ann", title="Ann", photo=bare)) == ["ann"]
    spots = [step("a", image=bare), step("b", image=said), step("c", image=decoration), step("d")]
    assert keys("JB458", journey(spots)) == ["a"]


def test_a_picture_in_a_narrative() -> None:
    text = "See `![](code.png)` and ![A desk](b.png).\n\n```text\n![](c.png)\n```\n\nHere: ![](d.png)\n"
    assert keys("JB458", Touchpoint(id="call", title="Call", narrative=text)) == ["call"]
    entity = read_file("touchpoints/call.md", f"---\ntitle: Call\n---\n\n{text}").entities[0]
    (found,) = findings("JB458", entity)
    assert (found.span.line, found.span.column, found.span.end_column) == (11, 7, 17)


def test_a_picture_in_a_yaml_narrative_is_found_somewhere_in_it() -> None:
    text = "call:\n  title: Call\n  narrative: |\n    One\n\n    ![](d.png)\n"
    entity = read_file("channels.yml", text).entities[0]
    (found,) = findings("JB458", entity)
    assert found.span == entity.place.of("narrative")
