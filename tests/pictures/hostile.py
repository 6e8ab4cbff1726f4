"""Texts that do their worst to a diagram, and a portal that holds them in every place a diagram reads."""

from __future__ import annotations

import random

from journeybook.portal import Portal
from tests.pictures.portals import journey, persona, portal_of, stage, step, team, ways

SYNTAX = r"""
section 3|title page|journey|journeys end|accTitle: x|accDescr { x|acctitle|end|End of it|the end|click n1|default
style n1 fill:#f00|classDef x fill:#f00;|class n1 x|subgraph s1|graph TD|flowchart LR|direction LR|linkStyle 0
new direction TB here|%% comment|a %% b|%%{init: {"theme": "dark"}}%%|---|--- a ---|===|~~~|a --> b|a -- x --- b
A@{ shape: rect }|n1:::truth|a:b|a;b|a#b|a: 3: b|x: 5|#35;|#lt;|#quot;|#9829;|a#35b;|&lt;|&amp;|&#35;|R&D|A & B
<b>bold</b>|<br>|a<br/>b|<|>|<script>alert(1)</script>|<img src=x onerror=alert(1)>|"quoted"|"|'single'|`code`
{curly}|{{x}}|[square]|[[double]|(round)|((x))|\|C:\new\temp|\n|$5|$$x^2$$|${x}|fa:fa-car|http://example.org/?a=b#c
mailto:a@b.c|1. List|1) List|- item|+ item|=|# head|> quote|> |100 %|%|@|^|~|~~gone~~|snake_case|a_b_ c|_|__init__
__proto__|constructor|toString|hasOwnProperty|null|0|ﬂ|¶|ﬂ°°35¶ß|ﬂ°lt¶ß|¶ß|ﬂ°|Straße|style: x#1;|style #1; : y #2;
classDef a:b#c;|o--o|x--x|<-->|/slash/|a,b|a, b : c|!|?|...|*emphasis*|**strong** and `code`|[a link](https://x.org)
"""
"""What Mermaid or its helpers read as syntax, one text between bars."""

SCRIPTS = (
    "Zażółć gęślą jaźń", "Ελληνικά", "Съешь ещё этих булок", "日本語のタイトル、テスト", "致电客服", "한국어 제목",
    "العربية: اتصل بالدعم", "עברית (בדיקה)", "हिन्दी शीर्षक", "ไทยไม่มีช่องว่าง", "தமிழ்", "አማርኛ", "🙂 happy 🙁",
    "👩‍👩‍👧‍👦 family", "🇵🇱 flag", "e\u0301 combined", "Z̸a̷l̶g̵o̴", "a\u200bb", "a\u200db", "می\u200cخواهم", "a\u00adb",
    "a\u00a0b", "a\u3000b", "\u202eabc\u202c", "\u2066x\u2069", "\u200fמימין", "a\u2028b", "a\u2029b", "a\u0085b",
    "a\nb", "a\r\nb", "a\tb", "a\x0bb", "a\x1cb", "a\x00b", "a\x07b", "\ufeffmark", "a\ufffeb", "\U0001fffe",
    "\ue000own", "\u200b", "\u2060", "\u0301", "½ · € § °C ™",
)  # fmt: skip
"""Scripts, marks, and signs that are no signs."""

NASTY = tuple(text for line in SYNTAX.strip().splitlines() for text in line.split("|")) + SCRIPTS

_ALPHABETS = (
    "ab :;#", "<>&\"'`", "{}[]()", "|\\/%@", "-=.~", "ﬂ¶ß°#;", "żółć", "日本語", "שלום", "سلام", "🙂👍🏽",
    "\u200d\u200f\u00ad",
)  # fmt: skip


def mixed(count: int) -> tuple[str, ...]:
    """Random texts out of few signs; the same ones every time."""
    chance = random.Random(20261122)
    found: set[str] = set()
    while len(found) < count:
        signs = "".join(chance.sample(_ALPHABETS, 3))
        found.add("".join(chance.choice(signs) for _ in range(chance.randint(1, 20))).strip() or "x")
    return tuple(sorted(found))


PLACES = ("journey", "stage", "first", "second", "third", "when")
"""What `hostile_portal` takes texts for."""


def hostile_portal(*texts: str) -> Portal:
    """A journey `claim` with a text in every one of `PLACES`, and the same ones as names of people and teams."""
    title, stage_title, first, second, third, when = texts
    return portal_of(
        journey(
            stage("s", step("a", first, 1, team="x"), step("b", second, 2.5, team="y"), title=stage_title),
            stage("t", step("c", third, 4, team="x", next=ways(("a", when), "other/z")), title="Other stage"),
            title=title,
            personas=("p", "q"),
        ),
        journey(stage("o", step("z", third, team="y")), name="other", title=second),
        persona("p", first),
        persona("q", second),
        team("x", third),
        team("y", when),
    )
