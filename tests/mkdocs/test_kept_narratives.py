"""What tells whether a narrative's HTML may be kept: the site's Markdown, and what the narrative asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from journeybook.mkdocs.editions import Edition
from journeybook.mkdocs.narrative_trace import NarrativeTrace
from journeybook.mkdocs.narrator import Narrator
from journeybook.mkdocs.plugin import JourneybookPlugin
from journeybook.mkdocs.pure_markdown import is_pure
from journeybook.model.addresses import Address
from journeybook.pages.narrative import Narrative
from tests.mkdocs.small_portal import SmallPortal

FILE = "content/journeys/eu/claim.yml"
NARRATIVE = Narrative(
    """\
Ask [[support-call]], [her][persona:ada] or [the telephone](../../channels/phone.md). See [there](#there).

```journeybook
show: touchpoints
as: cards
```
""",
    FILE,
    "claim_",
)


def narrator(portal: SmallPortal) -> Narrator:
    """What renders the narratives of the portal as its files are now."""
    config = load_config(str(portal.save_settings()))
    plugin = cast(JourneybookPlugin, config.plugins["journeybook"])
    config = config.plugins.on_config(config)
    config.plugins.on_files(get_files(config), config=config)
    edition: Edition = plugin.portal._editions.original  # pyright: ignore[reportPrivateUsage]
    return Narrator(config, edition.links, edition.blocks)


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("content/touchpoints/support-call.md", "title: Support call", "title: Call for help"),
        ("content/personas/ada.md", "title: Ada", "title: Ada Byron"),
    ],
    ids=["a mention's title and a block's card", "a mention's title behind a label"],
)
def test_kept_html_holds_until_something_that_the_narrative_shows_changes(
    portal: SmallPortal, file: str, before: str, after: str
) -> None:
    html, trace = narrator(portal).traced(NARRATIVE)
    assert narrator(portal).traced(NARRATIVE) == (html, trace)
    assert narrator(portal).answers(NARRATIVE, trace) == trace

    path = portal.root / file
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")

    assert narrator(portal).answers(NARRATIVE, trace) != trace


def test_kept_html_holds_whatever_else_changes(portal: SmallPortal) -> None:
    _, trace = narrator(portal).traced(NARRATIVE)

    portal.write({"content/teams.yml": "support: {title: Support}\nclaims: {title: Helpers}\n"})
    portal.write({"content/personas/ben.md": "---\ntitle: Ben\n---\n"})

    assert narrator(portal).answers(NARRATIVE, trace) == trace


def test_a_link_that_leads_nowhere_any_more_is_reported_for_kept_html_too(
    portal: SmallPortal, caplog: pytest.LogCaptureFixture
) -> None:
    lost = Narrative("See [the guide](../../guide.md).", FILE, "claim_")
    portal.write({"content/guide.md": "# Guide\n"})
    _, trace = narrator(portal).traced(lost)
    portal.delete("content/guide.md")
    caplog.clear()

    assert narrator(portal).answers(lost, trace) != trace
    assert any("guide.md" in one.getMessage() for one in caplog.records)


def test_a_link_within_the_text_holds_on_the_page_that_has_its_goal_only(portal: SmallPortal) -> None:
    here = narrator(portal)
    _, trace = here.traced(NARRATIVE)
    elsewhere = Narrative(NARRATIVE.text, FILE, "claim_", whole=Address("journeys/claim"))

    assert here.answers(elsewhere, trace) != trace


def test_a_trace_outlives_the_process(portal: SmallPortal) -> None:
    _, trace = narrator(portal).traced(NARRATIVE)

    assert all((trace.mentions, trace.links, trace.blocks))
    assert NarrativeTrace.from_json(trace.to_json()) == trace


@pytest.mark.parametrize("text", ["", "{", "3", "[1, 2, 3]", '[{}, [["a"]], {}]', "null"])
def test_a_damaged_trace_says_so(text: str) -> None:
    with pytest.raises(ValueError, match="no trace"):
        NarrativeTrace.from_json(text)


@pytest.mark.parametrize(
    ("extensions", "expected"),
    [
        (["admonition", "attr_list", "markdown.extensions.footnotes:FootnoteExtension"], True),
        ([{"toc": {"permalink": True}}, "pymdownx.details", "pymdownx.blocks.tab"], True),
        ([{"pymdownx.tabbed": {"alternate_style": True}}], True),
        ([{"footnotes": {"UNIQUE_IDS": True}}], False),
        (["pymdownx.snippets"], False),
        (["pymdownx.b64"], False),
        (["material.extensions.preview"], False),
    ],
)
def test_markdown_is_pure_if_every_extension_is_known_to_ask_nobody(
    tmp_path: Path, extensions: list[Any], expected: bool
) -> None:
    portal = SmallPortal(tmp_path)
    portal.settings["markdown_extensions"] = extensions

    assert is_pure(load_config(str(portal.save_settings()))) is expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("pymdownx.emoji: {emoji_generator: !!python/name:material.extensions.emoji.to_svg }", True),
        ("pymdownx.emoji: {options: {custom_icons: [overrides/.icons]}}", False),
        ("toc: {slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}", True),
        ("toc: {slugify: !!python/name:os.path.basename }", False),
    ],
)
def test_functions_in_the_settings_are_pure_if_they_are_known(
    tmp_path: Path, settings: str, expected: bool
) -> None:
    portal = SmallPortal(tmp_path)
    path = portal.save_settings()
    with path.open("a", encoding="utf-8") as file:
        file.write(f"markdown_extensions:\n  - {settings}\n")

    assert is_pure(load_config(str(path))) is expected
