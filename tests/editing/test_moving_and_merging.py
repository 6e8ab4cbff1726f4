"""Steps and stages at another place, and two touchpoints made one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeybook.editing.change import EditingError
from journeybook.editing.merging import merging
from journeybook.editing.moving import Goal, moving
from journeybook.editing.uses import uses_of
from journeybook.model import Journey

from .small import FILES, key, written

if TYPE_CHECKING:
    from pathlib import Path

    from journeybook.editing.portal_files import PortalFiles

MARKDOWN = """\
---
title: Bill
persona: owner
---

## Get it

### Opens it

It is long.

### Reads it

## Pay it

### Pays

```yaml step
score: 3
```
"""
YAML = """\
title: Bill
persona: owner
stages:
- id: get-it
  title: Get it
  steps:
  # Mostly at night
  - title: Opens it
    does: |
      Sits down
        and opens it
    # and sighs

  - title: Reads it
- title: Pay it
  steps:
      - title: Pays   # at last
"""


def order(files: PortalFiles, journey: str) -> dict[str, list[str]]:
    """The stages of a journey with their steps."""
    found = files.portal.get(Journey, journey)
    return {stage.id: [step.id for step in stage.steps] for stage in found.stages}


@pytest.mark.parametrize(("name", "text"), [("bill.md", MARKDOWN), ("bill.yml", YAML)])
def test_steps_and_stages_move(tmp_path: Path, name: str, text: str) -> None:
    files = written(tmp_path, {**FILES, f"journeys/{name}": text})
    step, stage = key("step/bill/opens-it"), key("stage/bill/pay-it")
    _, there = moving(files, step, Goal(stage=stage))
    assert order(there, "bill") == {"get-it": ["reads-it"], "pay-it": ["pays", "opens-it"]}
    assert sorted(there.texts[f"content/journeys/{name}"].split()) == sorted(text.split())
    _, back = moving(there, step, Goal(before=key("step/bill/reads-it")))
    assert order(back, "bill") == order(files, "bill")
    if name.endswith("yml"):
        assert back.texts[f"content/journeys/{name}"].replace("\n\n", "\n") == text.replace("\n\n", "\n")
    _, swapped = moving(files, stage, Goal(before=key("stage/bill/get-it")))
    assert list(order(swapped, "bill")) == ["pay-it", "get-it"]
    _, behind = moving(files, key("stage/bill/get-it"), Goal(after=stage))
    assert list(order(behind, "bill")) == ["pay-it", "get-it"]


def test_a_block_of_text_keeps_its_shape_where_lists_are_indented_otherwise(tmp_path: Path) -> None:
    files = written(tmp_path, {**FILES, "journeys/bill.yml": YAML})
    _, after = moving(files, key("step/bill/opens-it"), Goal(stage=key("stage/bill/pay-it")))
    assert after.texts["content/journeys/bill.yml"].endswith(
        "      - title: Pays   # at last\n"
        "      # Mostly at night\n"
        "      - title: Opens it\n"
        "        does: |\n"
        "          Sits down\n"
        "            and opens it\n"
        "        # and sighs\n"
    )


@pytest.mark.parametrize(
    ("moved", "goal", "why"),
    [
        ("touchpoint/call", Goal(), "stands in no order"),
        ("step/claim/calls", Goal(), "say where it shall stand"),
        ("step/claim/calls", Goal(stage=key("stage/bill/x")), "a move stays within one"),
        ("step/claim/calls", Goal(before=key("step/claim/waits")), "stands there already"),
        ("step/claim/waits", Goal(stage=key("stage/claim/settle")), "shares its line with others"),
        ("stage/claim/report", Goal(stage=key("stage/claim/settle")), "a step goes to a stage"),
    ],
)
def test_a_move_that_cannot_be_is_refused(tmp_path: Path, moved: str, goal: Goal, why: str) -> None:
    files = written(tmp_path)
    if "shares" in why:
        flow = (
            "title: Claim\npersona: owner\nstages:\n"
            "  - {id: report, title: R, steps: [{title: Waits}, {title: B}]}\n"
            "  - title: Settle\n    steps:\n      - title: Calls\n"
        )
        files = written(
            tmp_path, {**FILES, "journeys/claim.yml": flow, "journeys/claim.pl.yml": "title: Szkoda\n"}
        )
    with pytest.raises(EditingError, match=why):
        moving(files, key(moved), goal)


def test_all_uses_follow_and_nothing_written_is_lost(tmp_path: Path) -> None:
    gone = (
        "---\ntitle: Call\n# Ask Ann about this one\npromise: Within a day  # says marketing\nchannels: [web]\n"
        "team: support\nsummary: The old line\naliases: [ring]\n---\nAn old story.\n"
    )
    stays = "---\ntitle: Hotline\nsummary: The new line\nchannels: [phone]\n---\n"
    files = written(tmp_path, {**FILES, "touchpoints/call.md": gone, "touchpoints/call-back.md": stays})
    uses = len(uses_of(files, key("touchpoint/call")))
    merge = merging(files, key("touchpoint/call"), key("touchpoint/call-back"))
    assert merge.taken == ("promise", "channels", "team")
    assert merge.kept == ("title", "summary", "narrative", "comments", "touchpoints/call.pl.md")
    assert merge.after.texts["content/touchpoints/call-back.md"] == (
        "---\ntitle: Hotline\naliases: [call, ring]\nsummary: The new line\nchannels: [phone, web]\n"
        "# from call, title:\n#   title: Call\n"
        "promise: Within a day  # says marketing\nteam: support\n"
        "# from call, summary:\n#   summary: The old line\n"
        "# from call, narrative:\n#   An old story.\n"
        "# from call, comments:\n#   # Ask Ann about this one\n"
        "# from call, touchpoints/call.pl.md:\n#   ---\n#   title: Telefon\n#   ---\n"
        "---\n"
    )
    journey = merge.after.texts["content/journeys/claim.yml"]
    assert "- {id: waits, title: Waits, touchpoints: [call-back]}" in journey
    assert "        touchpoints:\n          - call-back\n" in journey
    assert "[its page](../touchpoints/call-back.md#x)" in journey
    assert merge.after.portal.diagnostics == ()
    assert "content/touchpoints/call.md" not in merge.after.texts
    assert len(uses_of(merge.after, key("touchpoint/call-back"))) >= uses - 3


def test_what_was_written_inside_a_step_goes_into_the_file(tmp_path: Path) -> None:
    journey = (
        "title: Bill\npersona: owner\nstages:\n  - title: Pay\n    steps:\n      - title: Pays\n"
        "        touchpoint: {title: Pay page, promise: One click}\n"
    )
    files = written(tmp_path, {**FILES, "journeys/bill.yml": journey})
    merge = merging(files, key("touchpoint/pay-page"), key("touchpoint/call"))
    assert "        touchpoint: call\n" in merge.after.texts["content/journeys/bill.yml"]
    assert "#   promise: One click\n" in merge.after.texts["content/touchpoints/call.md"]
    with pytest.raises(EditingError, match="is written inside a step"):
        merging(files, key("touchpoint/call"), key("touchpoint/pay-page"))
    with pytest.raises(EditingError, match="only touchpoints can be merged"):
        merging(files, key("team/support"), key("touchpoint/call"))
