"""What the checkers find in stock Material for MkDocs, and thus is not ours to mend.

Measured on a plain site of two pages, in light and dark; test_material_findings.py measures it again,
so that an entry which a new Material no longer needs is taken out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class KnownAccessibilityFinding:
    """An axe finding that stock Material has too."""

    rule: str
    selector: str
    """Matches exactly Material's own elements."""
    reason: str


@dataclass(frozen=True)
class KnownHtmlFinding:
    """A message of the HTML checker that stock Material has too."""

    message: str
    """Start of the message."""
    markup: str
    """Part of the markup that the message is about; only Material writes it."""
    reason: str

    def covers(self, text: str, markup: str) -> bool:
        """Whether a message about a piece of markup is this finding."""
        return text.startswith(self.message) and self.markup in markup


# The bodies of our own pages stand in an element of this class; nothing in there is Material's.
OURS = ".jb"

MATERIAL_ACCESSIBILITY: tuple[KnownAccessibilityFinding, ...] = (
    KnownAccessibilityFinding(
        rule="aria-dialog-name",
        selector=".md-search[role=dialog]",
        reason="The search is a dialog without a name.",
    ),
    KnownAccessibilityFinding(
        rule="color-contrast",
        selector=".md-tabs__link",
        reason="Tabs in the header: 4.28 where 4.5 is asked.",
    ),
    KnownAccessibilityFinding(
        rule="color-contrast",
        selector=".md-copyright",
        reason="The line 'Made with …' in the footer: 4.47.",
    ),
    KnownAccessibilityFinding(
        rule="color-contrast",
        selector=f".highlight code span:not({OURS} *)",
        reason="Comments in highlighted code, light: 4.47.",
    ),
    KnownAccessibilityFinding(
        rule="label",
        selector=".task-list-control > input",
        reason="The check boxes of a task list have no label.",
    ),
    KnownAccessibilityFinding(
        rule="landmark-unique",
        selector="nav.md-code__nav",
        reason="The buttons of each block of code are a landmark without a name.",
    ),
    KnownAccessibilityFinding(
        rule="landmark-unique",
        selector="nav.md-tags",
        reason="The tags of a page are a landmark without a name.",
    ),
    KnownAccessibilityFinding(
        rule="landmark-unique",
        selector="nav.md-nav--primary",
        reason="With navigation.path, there are two landmarks named 'Navigation'.",
    ),
    KnownAccessibilityFinding(
        rule="link-in-text-block",
        selector=f".md-typeset a:not({OURS} *)",
        reason="Links in text differ from it by colour alone.",
    ),
)

MATERIAL_HTML: tuple[KnownHtmlFinding, ...] = (
    KnownHtmlFinding(
        message="Attribute “autocomplete” is only allowed when",
        markup='class="md-toggle"',
        reason="The check boxes behind drawer and search, kept unchecked when the browser goes back.",
    ),
    KnownHtmlFinding(
        message="Bad value “” for attribute “tabindex” on element “label”",
        markup='<label class="md-nav__link"',
        reason="The label of a section in the navigation.",
    ),
    KnownHtmlFinding(
        message="The value of the “for” attribute of the “label” element must be the ID",
        markup='<label class="md-nav__title" for="__toc">',
        reason="The table of contents of a page that the navigation does not list has no switch in the drawer.",
    ),
    KnownHtmlFinding(
        message="Trailing slash on void elements",
        markup="",
        reason="Python-Markdown writes XHTML.",
    ),
)
