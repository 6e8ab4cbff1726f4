"""Small portals in memory, and what a change makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from journeybook.editing.portal_files import PortalFiles, files_of
from journeybook.model.keys import SpotKey

LANGUAGES = ("en", "pl")

JOURNEY = """\
# The claim, as drawn in May
title: Claim
personas: [owner]
stages:
  - id: report
    title: Report
    steps:
      # She is at the roadside
      - id: calls
        title: Calls
        touchpoint: call   # the number on the card
        score: {owner: 2}
        next: waits
        narrative: |
          See [[call]], [the call][touchpoint:call] and [its page](../touchpoints/call.md#x).
          Not `[[call]]`, and [[call-back]] is another.

          ```
          [[call]]
          ```
      - {id: waits, title: Waits, touchpoints: [call-back, "call"]}
  - id: settle
    title: Settle
    steps:
      - title: Gets money
        touchpoints:
          - 'call'
          - call-back
        links:
          - {title: Its page, url: ../touchpoints/call.md}
"""

FILES = {
    "personas/owner.yml": "title: Owner\n",
    "journeys/claim.yml": JOURNEY,
    "journeys/claim.pl.yml": (
        "title: Szkoda\nstages:\n  - {id: report, title: Zgłoszenie, steps: [{id: calls, title: Dzwoni}]}\n"
    ),
    "touchpoints/call.md": "---\ntitle: Call  # as people say\nteam: support\nchannel: phone\n---\nBy phone.\n",
    "touchpoints/call.pl.md": "---\ntitle: Telefon\n---\n",
    "touchpoints/call-back.md": "---\ntitle: Call back\nchannels: [phone, web]\n---\nTo [the call](call.md).\n",
    "channels.yml": "phone: Phone\nweb: {title: Web}\n",
    "teams.yml": "support:\n  title: Support\n",
    "index.md": (
        "# Claims\n\n[call](touchpoints/call.md) [[call]]\n\n"
        "```journeybook\nshow: steps\nwhere: {touchpoint: call}\n```\n"
    ),
}


def written(root: Path, files: Mapping[str, str | bytes] = FILES) -> PortalFiles:
    """The portal of `files`, by path inside the content folder, written below `root`."""
    for path, text in files.items():
        target = root / "content" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    (root / "journeybook.yml").write_text("format: 1\nlanguages: [en, pl]\n")
    return files_of(root, "content", LANGUAGES)


def key(text: str) -> SpotKey:
    """The key that `text` is."""
    return SpotKey.parse(text)


def lines_that_differ(
    before: PortalFiles, after: PortalFiles, path: str, former: str = ""
) -> list[tuple[str, str]]:
    """The lines of a file that are not the same, each before and after; both have as many."""
    old, new = before.texts[f"content/{former or path}"], after.texts[f"content/{path}"]
    pairs = zip(old.split("\n"), new.split("\n"), strict=True)
    return [(one.strip(), other.strip()) for one, other in pairs if one != other]
