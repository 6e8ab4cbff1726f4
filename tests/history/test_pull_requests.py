"""Pull requests on the sample portal, played as an editor would write them, and what is said of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.history.editing import Editor

MOVE = "journeys/move-hosting.md"
CARD = "journeys/lost-card.yml"
CALL = "touchpoints/support-call.md"
OWNER = "personas/site-owner.md"
SCORE = "score: {site-owner: 2}\nfeels: worried"
EVIDENCE = "evidence: [move-interviews-2026]\nmetrics: [move-fcr]"
TRUTH = "moment_of_truth: Decides whether she trusts us with the move\n"
STEP = "      - id: looks-for-number\n        title: Looks for the number\n"


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    """Edits a copy of the sample."""
    return Editor(tmp_path)


def test_a_step_is_made_nicer_than_anybody_said(editor: Editor) -> None:
    editor.replace(MOVE, SCORE, "score: {site-owner: 4}\nfeels: relieved")
    editor.replace(MOVE, EVIDENCE, "metrics: [move-fcr]")
    editor.replace(MOVE, TRUTH, "")
    editor.move(MOVE, "### Calls support about the slow", "### Reads what other", "### Notices that")
    assert editor.said() == [
        "Decide: step Calls support about the slow site moved before Notices that the shop is slow; feels 2 → 4; "
        "feeling “worried” → “relieved”; evidence move-interviews-2026 removed; moment of truth dropped"
    ]


def test_moving_the_first_step_to_the_end_moves_one_step(editor: Editor) -> None:
    editor.move(MOVE, "### Notices that the shop is slow", "### Calls support about", "## Prepare")
    assert editor.said() == [
        "Decide: step Notices that the shop is slow moved after Accepts the offer",
    ]


def test_a_step_goes_to_another_stage(editor: Editor) -> None:
    editor.move(MOVE, "### Accepts the offer", "## Prepare", "### Orders the move")
    assert editor.said() == ["Prepare: step Accepts the offer moved here from Decide, before Orders the move"]


def test_stages_change_places_and_their_steps_do_not_move(editor: Editor) -> None:
    text = editor.text(CARD)
    first, second, third = (found.start() for found in list(re.finditer(r"^  - id: ", text, re.MULTILINE))[:3])
    editor.write(CARD, text[:first] + text[second:third] + text[first:second] + text[third:])
    assert editor.said() == ["stage Talk to the bot moved before Miss the card"]


@pytest.mark.parametrize(
    ("keys", "said", "stopped"),
    [
        (
            "      - id: searches-number\n        aliases: [looks-for-number]\n"
            "        title: Searches for the number\n",
            "Miss the card: step Searches for the number renamed from Looks for the number "
            "(id looks-for-number → searches-number)",
            [],
        ),
        (
            "      - id: web-search\n        title: Has a search engine open\n",
            "Miss the card: step Has a search engine open renamed from Looks for the number "
            "(id looks-for-number → web-search)",
            ["id-changed-without-alias"],
        ),
        (
            "      - id: looks-for-number\n        title: Looks for a number\n",
            "Miss the card: step Looks for a number renamed from Looks for the number",
            [],
        ),
    ],
    ids=["with an alias", "without one", "the title alone"],
)
def test_a_step_is_renamed(editor: Editor, keys: str, said: str, stopped: list[str]) -> None:
    editor.replace(CARD, STEP, keys)
    editor.write(CARD, editor.text(CARD).replace("step: looks-for-number", f"step: {keys.split()[2]}"))
    assert editor.said() == [said]
    assert [one.rule for one in editor.told("id-changed-without-alias").objections] == stopped


def test_a_renamed_file_is_no_change_of_what_names_it(editor: Editor) -> None:
    text = editor.text(CALL)
    editor.delete(CALL)
    editor.write(
        "touchpoints/support-line.md", text.replace("---\ntitle", "---\naliases: [support-call]\ntitle", 1)
    )
    assert editor.said() == ["touchpoint Support call – id support-call → support-line"]


def test_a_renamed_journey_keeps_its_steps(editor: Editor) -> None:
    text = editor.text(CARD)
    editor.delete(CARD)
    editor.write("journeys/card-lost.yml", "aliases: [lost-card]\n" + text.replace("score: 2\n", "score: 3\n", 1))
    assert editor.said() == [
        "journey Lose a bank card on a Sunday night – id lost-card → card-lost",
        "Miss the card: step Finds the pocket empty – feels 2 → 3",
    ]


def test_another_team_at_a_touchpoint_is_another_hand_off_in_every_journey(editor: Editor) -> None:
    editor.replace(CALL, "team: support\npurpose", "team: billing\npurpose")
    said = editor.said()
    assert said[-1] == "touchpoint Support call – team Support centre → Billing"
    assert (
        "Decide: step Accepts the offer – "
        "now handed over from Billing, no longer from Support centre, to Customer success" in said
    )
    assert "Settle: step Gets two bills – no longer handed over from Support centre to Billing" in said


def test_a_new_step_between_two_teams_takes_the_hand_off_over(editor: Editor) -> None:
    new = "### Asks a friend\n\n```yaml step\nid: asks-friend\nteam: customer-success\nscore: 4\n```\n\n"
    editor.replace(MOVE, "### Accepts the offer", f"{new}### Accepts the offer")
    assert editor.said() == [
        "Decide: step Asks a friend added before Accepts the offer; feels 4; "
        "now handed over from Support centre to Customer success here, not at Accepts the offer"
    ]


def test_only_the_date_of_the_review_is_new(editor: Editor) -> None:
    editor.replace(CARD, "reviewed: 2026-11-02", "reviewed: 2026-11-20")
    assert editor.said() == [
        "journey Lose a bank card on a Sunday night – only the review date changed: 2026-11-02 → 2026-11-20"
    ]
    assert [one.rule for one in editor.told("review-date-only").objections] == ["review-date-only"]


def test_a_review_that_changed_something_is_one(editor: Editor) -> None:
    editor.replace(CARD, "reviewed: 2026-11-02", "reviewed: 2026-11-20")
    editor.replace(CARD, "feels: cold\n", "feels: cold and awake\n")
    assert not editor.told("review-date-only").objections


def test_a_paragraph_is_rewritten(editor: Editor) -> None:
    editor.replace(CARD, "is quick, polite and never asleep", "is quick and never asleep")
    found = editor.told()
    (sentence,) = found.chapters[0].sentences
    (clause,) = sentence.clauses
    assert str(sentence) == "journey Lose a bank card on a Sunday night – narrative reworded"
    changed = [(run.mark, run.text) for run in clause.text if run.mark]
    assert changed == [("gone", ", polite")]


def test_a_future_journey_is_drawn(editor: Editor) -> None:
    editor.write(
        "journeys/lost-card-next.yml",
        "title: Lose a card and find a person\npersona: night-nurse\nstate: future\nimproves: lost-card\n"
        "stages: [{title: Miss it, steps: [{title: Writes once, score: 4}, {title: Sleeps}]}]\n",
    )
    assert editor.said() == [
        "journey Lose a card and find a person added as a future journey, with 1 stage, 2 steps; "
        "improves Lose a bank card on a Sunday night"
    ]
    assert editor.told().summary == "1 journey added · 2 steps added"


def test_a_touchpoint_goes_with_all_its_uses(editor: Editor) -> None:
    editor.delete("touchpoints/help-bot.md")
    for file in sorted((editor.content / "journeys").iterdir()):
        name = f"journeys/{file.name}"
        editor.write(name, re.sub(r"^ *touchpoint: help-bot\n", "", editor.text(name), flags=re.MULTILINE))
    said = editor.said()
    assert said[-1] == "touchpoint Help bot removed"
    assert "Prepare: step Asks the bot at night – touchpoint Help bot removed" in said


def test_a_step_goes_with_its_pain(editor: Editor) -> None:
    text = editor.text(CARD)
    editor.write(CARD, text[: text.index(STEP)] + text[text.index("  - id: bot-first") :])
    assert editor.said() == [
        "Miss the card: step Looks for the number removed, with 1 pain",
        "touchpoint Help page of the bank removed",
    ]
    assert [one.rule for one in editor.told("pain-removed-without-evidence").objections] == [
        "pain-removed-without-evidence"
    ]


def test_what_leads_on_and_what_holds_it_are_called_by_title(editor: Editor) -> None:
    editor.replace(CARD, "          - {step: talks-to-voice-bot, when: she can}\n", "")
    editor.replace(MOVE, "part_of: buy-hosting/move\n", "")
    assert editor.said() == [
        "Miss the card: step Looks for the number – ways on: Writes to the bot (she cannot talk on the ward), "
        "Talks to the voice (she can) → Writes to the bot (she cannot talk on the ward)",
        "journey Move my site to a new hosting plan – no longer a part of Move",
    ]


def test_words_of_a_persona_are_compared_one_by_one(editor: Editor) -> None:
    editor.replace(OWNER, "Spend no evening on technology", "Spend no evening and no Sunday on technology")
    editor.replace(OWNER, "basis: research", "basis: assumption")
    assert editor.said() == [
        "persona Shop owner Ines – basis research → assumption; "
        "goal “Spend no evening {+and no Sunday +}on technology”"
    ]


def test_a_file_is_translated(editor: Editor) -> None:
    editor.write("journeys/lost-card.pl.yml", "title: Zgubić kartę\npromise: Ktoś jest zawsze\n")
    found = editor.told()
    assert editor.said() == []
    assert found.summary == "1 translation changed"
    (sentence,) = found.chapters[0].translations
    told = "".join(run.text for run in sentence)
    assert told == "translation of Lose a bank card on a Sunday night into pl: 2 texts added"


def test_another_layout_says_nothing(editor: Editor) -> None:
    keys = yaml.safe_load(editor.text(CARD))
    editor.write(CARD, yaml.safe_dump(keys, allow_unicode=True, width=60))
    assert editor.text(CARD) != keys
    assert not editor.told().changes


def test_the_same_journey_in_the_other_form_says_nothing(editor: Editor) -> None:
    keys = yaml.safe_load(editor.text(CARD))
    stages = keys.pop("stages")
    narrative = keys.pop("narrative")
    parts = ["---\n", yaml.safe_dump(keys, allow_unicode=True), "---\n", narrative]
    for stage in stages:
        parts += _fence("##", "stage", stage, "steps")
        for step in stage["steps"]:
            parts += _fence("###", "step", step)
    editor.delete(CARD)
    editor.write("journeys/lost-card.md", "".join(parts))
    assert not editor.told().changes


def _fence(level: str, kind: str, keys: dict[str, object], *without: str) -> list[str]:
    own = {name: value for name, value in keys.items() if name not in {"title", "narrative", *without}}
    fence = f"```yaml {kind}\n{yaml.safe_dump(own, allow_unicode=True)}```\n"
    return [f"\n{level} {keys['title']}\n\n", fence, f"\n{keys.get('narrative', '')}"]


def test_what_cannot_be_read_is_neither_new_nor_gone(editor: Editor) -> None:
    editor.write(CARD, "title: [broken\n")
    assert not any("Lose a bank card" in one for one in editor.said())
