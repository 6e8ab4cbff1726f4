"""A portal in which every text an author can write is the same text."""

from __future__ import annotations

from datetime import date
from typing import Any

from journeybook.model import (
    Channel,
    Entity,
    Evidence,
    Gain,
    Initiative,
    Journey,
    Metric,
    Next,
    Opportunity,
    Pain,
    Persona,
    Stage,
    Step,
    Team,
    Touchpoint,
    Work,
)
from journeybook.model.durations import Duration
from journeybook.model.text import Image, WebLink


def everything(text: str) -> tuple[Entity, ...]:
    """One entity of each kind, all fields set; every author's text in them is `text`."""
    picture = Image(src="https://example.com/p.png?a=1&b=2", alt=text)

    def common(**keys: Any) -> dict[str, Any]:
        return {
            "title": text,
            "summary": text,
            "tags": (text,),
            "status": "in-review",
            "reviewed": date(2026, 9, 14),
            "review_every": Duration("6 months"),
            "audience": "internal",
            "owner": "desk",
            "evidence": ("talks",),
            "links": (WebLink(title=text, url="https://example.com/?a=1&b=2"),),
            "narrative": text,
            "extra": {f"x-{text}": text, "x-list": [text, {text: text}]},
            **keys,
        }

    pain = Pain(id="twice", aliases=("again",), **common(severity=4, reach=0.6, opportunity="once"))
    steps = (
        Step(
            id="calls",
            aliases=("rings",),
            **common(
                does=text,
                thinks=text,
                feels=text,
                quote=text,
                score={"ann": 1, "bob": 4.5},
                touchpoints=("call",),
                channel="phone",
                frontstage=(Work(does=text, team="desk", system=text),),
                backstage=(Work(does=text, team="sales", system=text), Work(does=text)),
                handover=text,
                asks=(text, text),
                pains=(pain,),
                gains=(Gain(title=text, evidence=("talks",)),),
                moment_of_truth=text,
                promise="broken",
                takes=Duration("20 min"),
                waits=Duration("2 months"),
                image=picture,
                next=(Next(step="calls", when=text), Next(step="waits"), Next(step="other/there", when=text)),
                metrics=("nps",),
            ),
        ),
        Step(id="waits", title=text, team="sales", score={"*": 3}, promise="kept", next=()),
        Step(id="lost", title=text, touchpoints=("call",)),
    )
    there = Stage(
        id="far", title=text, steps=(Step(id="there", title=text, team="desk", next=(Next(step="claim/lost"),)),)
    )
    return (
        Persona(
            id="ann",
            aliases=("anna",),
            **common(
                kind="customer",
                basis="research",
                photo=picture,
                quote=text,
                role=text,
                goals=(text,),
                needs=(text,),
                frustrations=(text,),
                behaviours=(text,),
                channels=("phone",),
                share=0.5,
            ),
        ),
        Persona(id="bob", **common()),
        Journey(
            id="claim",
            **common(
                personas=("ann", "bob"),
                scope="experience",
                goal=text,
                promise=text,
                trigger=text,
                outcome=text,
                stages=(
                    Stage(id="tell", aliases=("say",), **common(goal=text, steps=steps)),
                    Stage(id="empty", title=text),
                ),
            ),
        ),
        Journey(
            id="other",
            title=text,
            state="future",
            personas=("ann",),
            improves="claim",
            part_of="claim/tell",
            stages=(there,),
        ),
        Touchpoint(
            id="call",
            **common(
                channels=("phone",),
                team="desk",
                purpose=text,
                ownership="owned",
                promise=text,
                competitors=(text,),
                metrics=("nps",),
                surveys=(text,),
            ),
        ),
        Channel(id="phone", **common(kind="human")),
        Team(id="desk", **common(department=text, contact=text)),
        Team(id="sales", title=text),
        Opportunity(id="once", **common(impact=5, effort=1, initiative="file")),
        Initiative(id="file", **common(progress=0.5, from_=date(2026, 1, 2), to=date(2026, 2, 3))),
        Evidence(id="talks", **common(kind="interview", day=date(2026, 5, 7), voice="customer", n=9)),
        Metric(
            id="nps",
            **common(
                type=text,
                method=text,
                scale=text,
                unit=text,
                question=text,
                window=text,
                clock_start=text,
                value=text,
                n=12,
                period=text,
                source=text,
                perceived_by="felt",
            ),
        ),
        Metric(id="felt", title=text, value=1.5),
    )
