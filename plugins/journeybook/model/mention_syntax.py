"""How Markdown text names something of the portal: `[[support-call]]` or `[label][touchpoint:support-call]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeybook.model.elsewhere import KEY

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

WIKI = re.compile(r"\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<label>[^\[\]\n]+))?\]\]")
"""`[[support-call]]`, `[[touchpoint:support-call]]`, `[[step:claim/calls-support|the call]]`."""

LABELLED = re.compile(
    r"\[(?P<label>[^\[\]\n]+)\]\[(?P<target>(?:persona|journey|stage|step|touchpoint|channel|team|pain|opportunity"
    rf"|initiative|evidence|metric):[^\[\]\s]+|[^\s\[\]:/|]+:{KEY})\]"
)
"""`[the call][touchpoint:support-call]`, `[their call][hosting:touchpoint/support-call]`."""

SCHEME = "journeybook:"
"""Scheme of the link that stands for a mention until it is resolved."""


def mention_plugin(markdown: MarkdownIt) -> None:
    """Teach `markdown` mentions: each becomes a link to `journeybook:<target>`; without a label it has no text."""
    markdown.inline.ruler.before("link", "mention", _rule)


def _rule(state: StateInline, silent: bool) -> bool:  # markdown-it calls it so
    found = WIKI.match(state.src, state.pos) or LABELLED.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": SCHEME + found["target"].strip()}
        opening.meta = {"written": found[0]}
        if found["label"]:
            state.push("text", "", 0).content = found["label"].strip()
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True
