"""Each code's examples are true: the wrong one is reported under that code, the right one is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from journeybook.model import Touchpoint
from journeybook.model.codes import CODES, Code
from tests.docs.small_world import findings_in, small_world
from tests.exchange.neighbours import document, pin
from tests.portal.portals import journey, step

JOURNEY = "content/journeys/example.yml"
MARKDOWN = "content/journeys/example.md"
PERSONA = "content/personas/example.md"
TOUCHPOINT = "content/touchpoints/example.md"
OPTIONS = "journeybook.yml"
PAGE = "content/an-example.md"
TRANSLATION = "content/journeys/claim.pl.yml"
STEP = "title: An example\nstages:\n  - title: A stage\n    steps:\n      - title: A step\n"

PLACES: tuple[tuple[str, str, str], ...] = (
    (JOURNEY, "", ""),
    (JOURNEY, "title: An example\n", ""),
    (JOURNEY, "title: An example\npersonas: [site-owner]\n", ""),
    (
        JOURNEY,
        "title: An example\nstatus: in-review\nstages:\n  - id: a\n    title: A stage\n    steps:\n",
        "      ",
    ),
    (JOURNEY, "title: An example\nstages:\n  - title: A stage\n", "    "),
    (JOURNEY, STEP.rpartition("      -")[0], "      "),
    (JOURNEY, STEP, "        "),
    (JOURNEY, f"{STEP}        pains:\n          - title: A pain\n", "            "),
    (PERSONA, "---\ntitle: An example\n", ""),
    (PERSONA, "", ""),
    (PERSONA, "---\ntitle: An example\n---\n", ""),
    (PERSONA, "---\n", ""),
    (MARKDOWN, "---\ntitle: An example\n---\n", ""),
    (MARKDOWN, "---\ntitle: An example\n---\n\n## A stage\n\n", ""),
    (MARKDOWN, "---\ntitle: An example\n---\n\n## A stage\n\n### A step\n\n", ""),
    ("content/journeys/claim.yml", "title: Claim\n", ""),
    ("content/journeys/claim-2027.yml", "title: Claim in 2027\nstate: future\n", ""),
    (PAGE, "```journeybook\n", ""),
    (PAGE, "```journeybook\nshow: journeys\n", ""),
    (PAGE, "", ""),
    ("content/channels.yml", "", ""),
    ("content/opportunities.yml", "", ""),
    ("content/initiatives.yml", "", ""),
    ("content/evidence/example.md", "", ""),
    ("content/metrics.yml", "", ""),
    (TOUCHPOINT, "---\n", ""),
    (OPTIONS, "", ""),
    (OPTIONS, "comments:\n  tracker: github\n", "  "),
    (OPTIONS, "comments:\n  tracker: template\n", "  "),
    (OPTIONS, "comments:\n", "  "),
    (OPTIONS, "portals:\n  hosting:\n", "    "),
    (TRANSLATION, "", ""),
    (TRANSLATION, "stages:\n  - id: report\n    steps:\n      - id: calls\n", "        "),
)
"""Where an example can stand: a file, what is above it there, and how deep it is indented."""

COMPANY = {
    "content/personas/support.md": "---\ntitle: Somebody in support\n---\n",
    "content/journeys/claim.yml": """
title: Claim
tags: [hosting]
stages:
  - {id: report, title: Report it, steps: [{id: calls, title: Calls, gains: [A quick answer, A kind word]}]}
""",
    "content/journeys/owning-a-policy.yml": """
title: Owning a policy
stages:
  - {title: Own it, steps: [{title: Waits for the cheque, touchpoints: [invoice, damage-report]}]}
""",
    "content/touchpoints/damage-report.md": "---\ntitle: Damage report\nchannels: [phone, e-mail]\n---\n",
    "content/touchpoints/invoice.md": "---\ntitle: Invoice\nchannels: [letter, e-mail]\n---\n",
    "content/channels.yml": "phone: {title: Phone}\ne-mail: {title: E-mail}\nletter: {title: Letter}\n",
    **{
        f"content/personas/{name}.md": f"---\ntitle: {name}\n---\n" for name in ("ann", "ben", "eva", "jan", "tom")
    },
    "content/evidence/old-talks.md": "---\ntitle: T\nkind: interview\nvoice: customer\ndate: 2023-03-01\n---\n",
    "content/evidence/desk-notes.md": "---\ntitle: T\nkind: walkthrough\nvoice: insider\ndate: 2026-09-01\n---\n",
    "content/evidence/big-survey.md": "---\ntitle: T\nkind: survey\nvoice: customer\ndate: 2026-09-01\n---\n",
    "content/evidence/a-note.md": "---\ntitle: T\nkind: interview\n---\n",
    "content/opportunities.yml": "one-ticket: {title: T, impact: 4, effort: 2, initiative: one-set-of-notes}\n",
    OPTIONS: "languages: [en, pl]\nportals: {hosting: {source: ../hosting/portal.json, site: https://h.example/}}\n",
}
"""What the examples name."""

ELSEWHERE = {
    "JB107": "a folder in place of a file",
    "JB108": "names of two files",
    "JB109": "a name of a file",
    "JB110": "a name of a file",
    "JB174": "names of two files",
    "JB208": "a public build",
    "JB212": "two metrics at once",
    "JB214": "two places of a journey at once",
    "JB154": "a step and a lane at once",
    "JB446": "two metrics and a journey at once",
    "JB447": "a metric and a journey at once",
    "JB438": "a limit, and a hundred words",
    "JB309": "an option and the content at once",
}
"""Examples that no one place in a file can hold; the tests of their rooms have a case of each."""


@pytest.fixture(scope="module")
def world(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_world(repository, tmp_path_factory.mktemp("diagnostics") / "portal")
    for name, text in COMPANY.items():
        (folder / name).write_text(text, "utf-8")
    other = document(journey([step("a")], name="move"), Touchpoint(id="support-call", title="Call"), site="")
    pin(folder, "hosting", other, source="../hosting/portal.json")
    return folder


def codes_of(world: Path, place: tuple[str, str, str], example: str) -> set[str]:
    """The findings of the small world with `example` in `place`."""
    name, above, indent = place
    file = world / name
    before = file.read_bytes() if file.exists() else None
    text = above + "".join(f"{indent}{line}\n" for line in example.splitlines())
    if name in {PERSONA, TOUCHPOINT} and above.count("---") == 1:
        text += "---\n"
    if name == PAGE and above:
        text += "```\n"
    file.write_text(text, "utf-8")
    try:
        return {one.code for one in findings_in(world)}
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)


@pytest.mark.parametrize("code", [code for code in CODES.values() if code.wrong], ids=lambda code: code.code)
def test_wrong_is_reported_and_right_is_not(world: Path, code: Code) -> None:
    if code.code in ELSEWHERE:
        return
    assert any(
        code.code in codes_of(world, place, code.wrong) and code.code not in codes_of(world, place, code.right)
        for place in PLACES
    )
