"""Portals that nobody plans and everybody has some day: too long, too short, too many, none, and other scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from tests.mkdocs.small_portal import SmallPortal

if TYPE_CHECKING:
    from pathlib import Path

LONG = ("Donaudampfschifffahrtsgesellschaftskapitänspatentverlängerungs" * 4)[:200]
"""A title of two hundred signs without a blank."""

MARKUP = '<script>alert("1")</script> & <b>"bold"</b> {{ x }} *y* `z`'
"""Text that looks like markup, and must stay text."""

PERSONAS = ("ada", "ben", "cy", "dee", "eva", "fay")

Entity = dict[str, Any]


def step(number: int, **fields: Any) -> Entity:
    """A step that says a little."""
    return {"id": f"step-{number}", "title": f"Step {number}", "does": "Works", **fields}


def stage(name: str, *steps: Entity, **fields: Any) -> Entity:
    """A stage of these steps."""
    return {"id": name, "title": name.title(), **({"steps": list(steps)} if steps else {}), **fields}


JOURNEYS: dict[str, Entity] = {
    "forty": {
        "title": "One and forty",
        "persona": "ada",
        "stages": [
            stage("one", step(100, title=LONG, thinks=LONG, score=1.5, touchpoint="desk", team="claims")),
            stage("none"),
            stage("forty", *(step(n, score=1 + n * 7 % 9 / 2, channel="phone") for n in range(40))),
        ],
    },
    "unscored": {
        "title": "No scores at all",
        "persona": "ben",
        "stages": [stage("before", step(1), step(2, moment_of_truth="Decides")), stage("after", step(3))],
    },
    "once": {
        "title": "One score",
        "persona": "cy",
        "stages": [stage("before", step(1), step(2, score=2)), stage("after", step(3), step(4))],
    },
    "bare-stage": {"title": "Stages without steps", "stages": [stage("first"), stage("second")]},
    "bare": {"title": "Only a title"},
    "markup": {
        "title": MARKUP,
        "summary": MARKUP,
        "persona": "dee",
        "stages": [
            stage(
                "m",
                step(
                    1,
                    **dict.fromkeys(("title", "does", "thinks", "feels", "quote", "frontstage"), MARKUP),
                    score=4,
                    pains=[{"id": "p", "title": MARKUP, "severity": 5}],
                ),
                step(2, title="]]></svg><!--", score=2),
                title=MARKUP,
            )
        ],
    },
    "crowd": {
        "title": "Six of them",
        "personas": list(PERSONAS),
        "stages": [
            stage(
                name,
                *(
                    step(
                        of * 4 + n,
                        feels="much the same as all of the others",
                        score={who: 3 + (at % 3 == n % 3) * 0.5 for at, who in enumerate(PERSONAS)},
                        **({"moment_of_truth": "Decides"} if n == 2 else {}),
                        pains=[{"id": f"p{of}{n}", "title": "Waits", "severity": 5}],
                    )
                    for n in range(4)
                ),
            )
            for of, name in enumerate(("before", "during", "after"))
        ],
    },
    "退货": {
        "title": "退洗衣机:从下单到退款的完整旅程",
        "lang": "zh-Hans",
        "persona": "eva",
        "stages": [
            {
                "id": "下单",
                "title": "下单之前反复比较各个平台的价格与售后政策",
                "steps": [
                    {
                        "id": f"步骤{n}",
                        "title": "客服要求客户第三次重复说明机器的故障情况并上传照片" * (1 + n % 2),
                        "does": "打开应用,拍照,上传,等待",
                        "thinks": "为什么又要说一遍?",
                        "feels": "烦躁",
                        "score": 1 + n,
                        "channel": "phone",
                    }
                    for n in range(5)
                ],
            }
        ],
    },
    "رحلة": {
        "title": "رحلة المطالبة بالتعويض بعد تسرب المياه",
        "lang": "ar",
        "persona": "fay",
        "stages": [
            {
                "id": name,
                "title": title,
                "steps": [
                    {
                        "id": f"{name}{n}",
                        "title": "يتصل بمركز خدمة العملاء ويشرح ما حدث (ABC-123) مرة أخرى",
                        "does": "يطلب رقم الملف وينتظر",
                        "thinks": "متى يردون؟",
                        "feels": "منزعج",
                        "score": (2, 4.5, 1, 3)[n],
                        "team": ("claims", "desk")[n % 2],
                        "touchpoint": "desk",
                    }
                    for n in range(4)
                ],
            }
            for name, title in (("بداية", "البداية"), ("نهاية", "النهاية والمتابعة"))
        ],
    },
}

ICON = "material/theme-light-dark"

PALETTE = [
    {"media": f"(prefers-color-scheme: {name})", "scheme": scheme, "toggle": {"icon": ICON, "name": f"Not {name}"}}
    for name, scheme in (("light", "default"), ("dark", "slate"))
]

TITLES = {"en": ("Ada", "Ben", "Cy", "Dee", "Eva", "Fay"), "ar": ("آدا", "بن", "ساي", "دي", "إيفا", "فاي")}


def written(root: Path, language: str) -> SmallPortal:
    """A portal of all of these journeys, in a folder of its own, not built."""
    portal = SmallPortal(root)
    portal.delete(*(file for file in portal_files(portal) if "index.md" not in file))
    portal.settings["theme"] = {"name": "material", "font": False, "language": language, "palette": PALETTE}
    portal.settings["use_directory_urls"] = False
    portal.write(
        {
            "journeybook.yml": f"language: {language}\n",
            "content/teams.yml": "claims: {title: Claims and everything around them}\ndesk: {title: Desk}\n",
            "content/channels.yml": f"phone: {{title: Telephone}}\nletter: {{title: {LONG}}}\n",
            "content/touchpoints/desk.md": f"---\ntitle: {LONG}\nchannel: letter\nteam: desk\n---\n",
            **{
                f"content/personas/{name}.md": f"---\ntitle: {title}\n---\n"
                for name, title in zip(PERSONAS, TITLES[language], strict=True)
            },
            **{
                f"content/journeys/{name}.yml": yaml.safe_dump(journey, allow_unicode=True, sort_keys=False)
                for name, journey in JOURNEYS.items()
            },
        }
    )
    return portal


def portal_files(portal: SmallPortal) -> list[str]:
    """What stands in a portal's content."""
    content = portal.root / "content"
    return [path.relative_to(portal.root).as_posix() for path in content.rglob("*") if path.is_file()]
