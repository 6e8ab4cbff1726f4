"""What a public portal holds of a whole one, without files and pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import astuple

from journeybook.model import (
    Entity,
    Journey,
    Metric,
    Next,
    Pain,
    Persona,
    Stage,
    Step,
    Team,
    Touchpoint,
    Work,
)
from journeybook.model.keys import SpotKey
from journeybook.model.places import Place, Span
from journeybook.model.portal_options import PortalOptions
from journeybook.model.text import Image, WebLink
from journeybook.portal import assemble, entities_in
from journeybook.portal.audience import division_of, for_audience
from journeybook.reading.content import Content, PageText

from .portals import SALES, journey, step, ways

PUBLIC = PortalOptions(audience="public")
HIDDEN = Team(id="night", title="The night shift", audience="internal", aliases=("dark",))


def content_of(*entities: Entity, **parts: Any) -> Content:
    return Content("content", entities, (), parts.pop("pages", ()), (), **parts)


def public(*entities: Entity, options: PortalOptions = PUBLIC, **parts: Any) -> Content:
    """What a public build may hold of these entities."""
    return for_audience(content_of(*entities, **parts), options)


def only(content: Content, kind: type[Entity]) -> Any:
    (found,) = (one for one in content.entities if isinstance(one, kind))
    return found


def test_a_build_for_the_company_holds_everything() -> None:
    whole = content_of(HIDDEN, SALES)
    assert for_audience(whole, PortalOptions(internal=("team",))) is whole


def test_what_is_marked_goes_with_everything_in_it() -> None:
    secret = Stage(id="s", title="S", audience="internal", steps=(step("c", audience="public"),))
    whole = Journey(
        id="claim",
        title="Claim",
        stages=(Stage(id="o", title="O", steps=(step("a"), step("b", audience="internal"))), secret),
    )
    assert [key for one in public(whole).entities for key, _ in entities_in(one)] == [
        SpotKey("journey", "claim"),
        SpotKey("stage", "o", "claim"),
        SpotKey("step", "a", "claim"),
    ]


def test_a_stage_without_steps_left_stays_with_its_goal() -> None:
    stage = Stage(id="s", title="S", goal="Be safe", steps=(step("a", audience="internal"),))
    made = only(public(Journey(id="claim", title="Claim", stages=(stage,))), Journey)
    assert (made.stages[0].goal, made.stages[0].steps) == ("Be safe", ())


def test_references_to_what_is_left_out_go_silently() -> None:
    made = public(
        HIDDEN,
        SALES,
        Persona(id="boss", title="Boss", audience="internal"),
        Persona(id="ann", title="Ann", owner="dark"),
        journey(
            [
                step(
                    "a",
                    team="night",
                    score={"boss": 1, "ann": 4},
                    backstage=(Work(does="Files it", team="night"), Work(does="Sells", team="sales")),
                )
            ],
            personas=("boss", "ann"),
        ),
    )
    claim = only(made, Journey)
    first = claim.stages[0].steps[0]
    assert (claim.personas, first.team, first.score) == (("ann",), None, {"ann": 4})
    assert [(one.does, one.team) for one in first.backstage] == [("Files it", None), ("Sells", "sales")]
    assert only(made, Persona).owner is None
    assert assemble(made).diagnostics == ()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ask [[night]] first", "Ask internal first"),
        ("Ask [[team:dark]] first", "Ask internal first"),
        ("Ask [[night|them]] first", "Ask them first"),
        ("Ask [the *late* ones][team:night] first", "Ask the *late* ones first"),
        ("See [more](../teams/night.md 'said') now", "See more now"),
        ("See [more](<../teams/night.md#a>){ .c } now", "See more now"),
        (
            "See [[sales]] and [web](https://teams.example/night)",
            "See [[sales]] and [web](https://teams.example/night)",
        ),
        ("See [x](../teams/sales.md) [1]", "See [x](../teams/sales.md) [1]"),
        ("[![pic](../teams/night.md)](../teams/night.md)", "pic"),
        ("[ ](../teams/night.md)", "internal"),
        ("- [x] done [[night]]", "- [x] done internal"),
        ("a [label][n] b [n] c ![n][]\n\n[n]: ../teams/night.md 'The night shift'\n", "a label b n c n\n\n"),
        ('<a href="../night/">late</a>', "<a>late</a>"),
        ('<img src="/teams/night.html" alt="late">', "late"),
        ("no link: night", "no link: night"),
    ],
)
def test_texts_keep_their_words_and_lose_their_links(written: str, shown: str) -> None:
    place = Place("content/teams/sales.md")
    sales = Team(id="sales", title="Sales", narrative=written, place=place)
    page = PageText("teams/about.md", written)
    made = public(HIDDEN, sales, pages=("teams/about.md",), page_texts=(page,))
    assert only(made, Team).narrative == shown
    assert made.page_texts[0].text == shown


def test_the_word_for_what_is_left_out_is_in_the_texts_language() -> None:
    made = public(HIDDEN, Team(id="sales", title="Sales", lang="xx", summary="[[night]]"))
    assert only(made, Team).summary == "internal"


@pytest.mark.parametrize(
    ("next_of_a", "next_of_secret", "after"),
    [
        (None, None, None),
        (("secret",), None, ("b",)),
        (("secret", "c"), ("c",), ("c",)),
        ((("secret", "if late"),), ("c", "b"), (("c", "if late"), ("b", "if late"))),
        (None, ("c",), ("c",)),
        (None, (), ()),
        (("secret",), ("a",), ()),
        (("secret",), ("secret2",), ("c",)),
        (("b",), ("c",), ("b",)),
        (None, (("c", "SECRET CONDITION"),), ("c",)),
    ],
)
def test_a_way_over_a_step_left_out_leads_to_what_follows_it(
    next_of_a: Any, next_of_secret: Any, after: Any
) -> None:
    steps = [
        step("a", next=None if next_of_a is None else ways(*next_of_a)),
        step("secret", audience="internal", next=None if next_of_secret is None else ways(*next_of_secret)),
        step("b"),
        step("secret2", audience="internal"),
        step("c"),
    ]
    made = only(public(journey(steps)), Journey).stages[0].steps
    assert made[0].next == (None if after is None else ways(*after))
    assert made[1].next is None


def test_a_way_through_a_journey_left_out_comes_out_behind_it() -> None:
    secret = journey([step("x", next=ways("claim/b"))], name="secret", audience="internal")
    claim = journey([step("a", next=ways("secret/x")), step("c"), step("b")])
    assert only(public(secret, claim), Journey).stages[0].steps[0].next == (Next(step="b"),)


def test_a_touchpoint_written_inside_a_step_goes_with_it() -> None:
    from journeybook.reading import content_of as read_all
    from journeybook.reading import read_file

    text = (
        "title: T\nstages:\n  - title: S\n    steps:\n      - title: A\n        audience: internal\n"
        "        touchpoint: {title: Inner}\n      - title: B\n        touchpoint:\n          title: Outer\n"
    )
    made = for_audience(read_all("content", [read_file("journeys/t.yml", text)]), PUBLIC)
    assert [one.id for one in made.entities] == ["t", "outer"]


def test_keys_and_kinds_that_are_internal_everywhere() -> None:
    cost = {"x-cost": "9", "x-size": "L"}
    first = step(
        "a",
        backstage=(Work(does="Files"),),
        pains=(Pain(id="p", title="P"),),
        metrics=("nps",),
        team="sales",
        extra=cost,
    )
    options = PortalOptions(audience="public", internal=("backstage", "pain", "metrics", "x-cost", "team"))
    made = public(SALES, Metric(id="nps", title="NPS"), journey([first]), options=options)
    shown = only(made, Journey).stages[0].steps[0]
    assert (shown.backstage, shown.pains, shown.metrics, shown.team) == ((), (), (), None)
    assert shown.extra == {"x-size": "L"}
    assert [one.id for one in made.entities] == ["sales", "claim"]
    assert (
        only(public(journey([first]), options=replace(options, internal=("x-*",))), Journey)
        .stages[0]
        .steps[0]
        .extra
        == {}
    )


def test_lanes_of_keys_that_are_internal_everywhere() -> None:
    lanes = ("does", "backstage", "x-cost", "x-size")
    claim = replace(journey([step("a", extra={"x-cost": "9", "x-size": "L"})]), lanes=lanes)

    def left(*internal: str) -> tuple[str, ...]:
        return only(public(claim, options=PortalOptions(audience="public", internal=internal)), Journey).lanes

    assert left("backstage", "x-cost") == ("does", "x-size")
    assert left("x-*") == ("does", "backstage")
    assert left() == lanes


def test_a_lane_of_an_own_key_that_no_step_has_is_reported() -> None:
    claim = replace(journey([step("a", extra={"x-cost": "9"})]), lanes=("x-cost", "x-cots"))
    options = PortalOptions(lanes=("x-size",))
    found = division_of(assemble(content_of(claim)), options).portal.diagnostics
    assert {(one.message, one.hint) for one in found if one.code == "JB154"} == {
        ("no step has 'x-size'", "delete it, or write it as it stands at the steps"),
        ("no step has 'x-cots'", "did you mean 'x-cost'?"),
    }


def test_files_that_only_internal_things_name_are_left_out() -> None:
    secret = Persona(
        id="b",
        title="B",
        audience="internal",
        photo=Image(src="../i/b.png"),
        place=Place("content/personas/b.yml"),
    )
    open_one = Persona(
        id="a",
        title="A",
        photo=Image(src="../i/a.png"),
        links=(WebLink(title="B", url="b.md"),),
        place=Place("content/personas/a.yml"),
    )
    pages = (PageText("own.md", "![](i/c.png) [d](i/d.png)"), PageText("plan.md", "![](i/d.png) ![](i/e.png)"))
    made = public(
        open_one,
        secret,
        pages=("own.md", "plan.md", "plan.pl.md"),
        page_texts=pages,
        assets=tuple(f"i/{name}.png" for name in "abcdef"),
        internal_pages=frozenset({"plan.md"}),
    )
    assert made.pages == ("own.md",)
    assert made.assets == ("i/a.png", "i/c.png", "i/d.png", "i/f.png")
    assert only(made, Persona).links == ()


def test_authors_are_told_of_texts_that_name_something_internal() -> None:
    place = Place("content/teams/sales.md", Span(1, 1, 1, 4))
    sales = Team(id="sales", title="Sales", narrative="Ask\n\nand [[night]]", place=place)
    whole = assemble(
        content_of(HIDDEN, sales, page_texts=(PageText("a.md", "\n[x][team:night]", 3),), pages=("a.md",))
    )
    found = division_of(whole, PUBLIC).portal.diagnostics
    assert [(one.code, one.file, one.span.line) for one in found] == [
        ("JB208", "content/a.md", 4),
        ("JB208", "content/teams/sales.md", 3),
    ]
    assert division_of(whole, PortalOptions()).portal.diagnostics == ()


def test_findings_are_about_the_whole() -> None:
    whole = assemble(content_of(HIDDEN, Team(id="late", title="Late", audience="internal", owner="nobody")))
    assert [one.code for one in division_of(whole, PUBLIC).portal.diagnostics] == ["JB203"]


def test_an_own_key_that_nothing_has_is_a_finding_in_every_build() -> None:
    whole = assemble(content_of(Team(id="sales", title="Sales", extra={"x-cost": 1})))
    found = division_of(whole, PortalOptions(internal=("x-cots", "x-cost"))).portal.diagnostics
    assert [(one.code, one.hint) for one in found] == [("JB309", "did you mean 'x-cost'?")]


# -- whatever an author writes ---------------------------------------------------------------------------------


KINDS = {"persona": Persona, "team": Team, "touchpoint": Touchpoint}
NAMES = {kind: [f"zq{kind}{number}x" for number in range(2)] for kind in KINDS}


def _one(kind: str) -> st.SearchStrategy[str]:
    return st.sampled_from(NAMES[kind])


def _some(kind: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(_one(kind), max_size=2, unique=True).map(tuple)


_steps = st.sampled_from([f"zqj{journey}x/zqs{journey}{letter}x" for journey in range(2) for letter in "abcd"])
_audience = st.sampled_from([None, "public", "internal"])


@st.composite
def _text(draw: st.DrawFn) -> str:
    kind = draw(st.sampled_from(sorted(KINDS)))
    name, step = draw(_one(kind)), draw(_steps)
    forms = (
        f"[[{kind}:{name}]]",
        f"*a* [[{kind}:{name}|b]] c [[step:{step}]]",
        f"[a [b] c][{kind}:{name}]",
        f"[b][{kind}:{name}] [c](../{kind}s/{name}.md) [d][step:{step}]",
        f"[![p](../images/shared.png)](../{kind}s/{name}.md#x)",
        f"[u][v]\n\n[v]: ../{kind}s/{name}.md",
        f'<a href="/{kind}s/{name}/">d</a> <img src="../{kind}s/{name}.md">',
        "plain",
    )
    return draw(st.sampled_from(forms))


def _common() -> dict[str, st.SearchStrategy[Any]]:
    texts = {name: _text() for name in ("title", "summary", "narrative")}
    return {**texts, "audience": _audience, "owner": st.none() | _one("team")}


@st.composite
def _journey(draw: st.DrawFn, number: int) -> Journey:
    ways_on = st.none() | st.lists(st.builds(Next, step=_steps), max_size=2).map(tuple)
    scores = _some("persona").map(lambda names: dict.fromkeys(names, 3))
    steps = tuple(
        draw(
            st.builds(
                Step,
                id=st.just(f"zqs{number}{letter}x"),
                does=_text(),
                touchpoints=_some("touchpoint"),
                team=st.none() | _one("team"),
                score=scores,
                next=ways_on,
                **_common(),
            )
        )
        for letter in "abcd"
    )
    stages = tuple(
        draw(
            st.builds(Stage, id=st.just(f"zqt{number}{half}x"), steps=st.just(steps[half : half + 2]), **_common())
        )
        for half in (0, 2)
    )
    return draw(
        st.builds(
            Journey,
            id=st.just(f"zqj{number}x"),
            personas=_some("persona"),
            part_of=st.none() | st.just("zqj0x/zqt00x") if number else st.none(),
            stages=st.just(stages),
            place=st.just(Place(f"content/journeys/zqj{number}x.yml")),
            **_common(),
        )
    )


@st.composite
def _contents(draw: st.DrawFn) -> Content:
    """A portal in which everything may name everything; no id is a part of another."""
    entities: list[Entity] = [draw(_journey(number)) for number in range(2)]
    for kind, record in KINDS.items():
        for name in NAMES[kind]:
            more: dict[str, Any] = {"id": name, "place": Place(f"content/{kind}s/{name}.md")}
            if kind == "persona":
                more["photo"] = Image(src=f"../images/{kind}-{name}.png")
            entities.append(record(**{key: draw(one) for key, one in _common().items()}, **more))
    assets = ("images/shared.png", *(f"images/persona-{name}.png" for name in NAMES["persona"]))
    page = PageText("pages/open.md", draw(_text()))
    return content_of(*entities, pages=(page.path,), page_texts=(page,), assets=assets)


def texts_in(value: Any) -> Iterator[str]:
    """Every text in `value`, whatever holds it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from texts_in(pair)
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from texts_in(one)
    elif isinstance(value, Struct):
        yield from texts_in(astuple(value))
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_in(getattr(value, one.name))


def _internal(content: Content) -> set[SpotKey]:
    """What is internal, said once more in other words."""
    found: set[SpotKey] = set()
    for entity in content.entities:
        hidden: set[str] = set()
        for key, one in entities_in(entity):
            holder = next(
                (stage.id for stage in getattr(entity, "stages", ()) if one in stage.steps and key.kind == "step"),
                "",
            )
            if "internal" in {one.audience, entity.audience} or f"stage {holder}" in hidden:
                hidden.add(f"{key.kind} {key.id}")
                found.add(key)
    return found


@settings(max_examples=150, deadline=None)
@given(_contents())
def test_what_is_left_names_nothing_internal(whole: Content) -> None:
    internal = _internal(whole)
    made = for_audience(whole, PUBLIC)
    text = "\n".join(texts_in(made))
    assert [str(key) for key in internal if key.id in text] == []
    keys = {key for one in made.entities for key, _ in entities_in(one)}
    assert keys == {key for one in whole.entities for key, _ in entities_in(one)} - internal
    known = {one.code for one in assemble(whole).diagnostics}
    assert {one.code for one in assemble(made).diagnostics} <= known


def test_the_test_above_can_fail() -> None:
    whole = content_of(HIDDEN, Team(id="sales", title="[[night]]"))
    assert {key.id for key in _internal(whole)} == {"night"}
    assert "night" in "\n".join(texts_in(whole))


def test_links_to_a_place_left_out_of_a_page_that_stays() -> None:
    stage = Stage(id="s", title="S", steps=(step("a"), step("b", audience="internal", aliases=("old",))))
    claim = Journey(
        id="claim",
        title="C",
        stages=(stage,),
        narrative="[a](#a) [b](#b)",
        place=Place("content/journeys/claim.md"),
    )
    text = "[1](../journeys/claim.md#old) [2](../journeys/claim.md#a) [3](../journeys/other.md#b)"
    other = Journey(id="other", title="O", narrative=text, place=Place("content/journeys/other.yml"))
    made = public(claim, other)
    assert [one.narrative for one in made.entities] == [
        "[a](#a) b",
        "1 [2](../journeys/claim.md#a) [3](../journeys/other.md#b)",
    ]
