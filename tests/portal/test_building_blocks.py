"""What building blocks name, and what is said of names that name nothing."""

from __future__ import annotations

from journeybook.model import Journey, Persona, Stage, Step
from journeybook.portal import Portal, assemble
from journeybook.reading import read_file
from journeybook.reading.content import Content

ANN = Persona(id="ann", title="Ann", tags=("shops",))
CLAIM = Journey(
    id="claim",
    title="Claim",
    personas=("ann",),
    stages=(Stage(id="decide", title="Decide", steps=(Step(id="calls", title="Calls"),)),),
)


def portal_with(block: str) -> Portal:
    read = read_file("index.md", f"```journeybook\n{block}\n```\n")
    assert not read.diagnostics
    return assemble(Content("content", (ANN, CLAIM), (), ("index.md",), (), blocks=read.blocks))


def findings(block: str) -> list[str]:
    return [str(one) for one in portal_with(block).diagnostics]


def test_names_of_something_are_no_finding() -> None:
    assert findings("show: step\nid: claim/calls") == []
    assert findings("show: steps\nwhere: {persona: ann, journey: claim, stage: decide, tag: shops}") == []
    assert findings("show: stages\nwhere: {stage: claim/decide}".replace("stages", "steps")) == []


def test_an_id_that_nothing_has() -> None:
    assert findings("show: journey\nid: clam") == [
        "content/index.md:3:5: error JB203: no journey 'clam'; did you mean 'claim'?"
    ]
    assert portal_with("show: journey\nid: clam").diagnostics[0].key == "page/index"


def test_each_name_of_a_list_has_its_place() -> None:
    assert findings("show: journeys\nwhere:\n  persona: [ann, an, bob]") == [
        "content/index.md:4:18: error JB203: no persona 'an'; did you mean 'ann'?",
        "content/index.md:4:22: error JB203: no persona 'bob'; add it, or name a persona that exists "
        "(`journeybook list` shows them)",
    ]


def test_a_stage_without_its_journey_is_told_where_it_is() -> None:
    assert findings("show: steps\nwhere: {stage: decide}") == [
        "content/index.md:3:16: error JB203: no stage 'decide'; did you mean 'claim/decide'?"
    ]


def test_a_tag_that_nothing_has_is_a_warning() -> None:
    assert findings("show: personas\nwhere: {tag: shop}") == [
        "content/index.md:3:14: warning JB186: nothing has the tag 'shop'; did you mean 'shops'?"
    ]


def test_what_could_not_be_read_is_no_second_finding() -> None:
    read = read_file("index.md", "```journeybook\nshow: journey\nid: lost\n```\n")
    unread = frozenset({(Journey.kind_of, "lost")})
    content = Content("content", (), (), ("index.md",), (), blocks=read.blocks, unread=unread)
    assert assemble(content).diagnostics == ()
