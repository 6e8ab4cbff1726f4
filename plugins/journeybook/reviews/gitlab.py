"""Comments as GitLab issues, with or without an issue template."""

from __future__ import annotations

from journeybook.model.portal_options import Comments
from journeybook.reviews.draft import Draft
from journeybook.reviews.percent import base_of, encoded, queried


class GitLab:
    """Issues of a GitLab project."""

    def __init__(self, comments: Comments) -> None:
        self._issues = f"{base_of(comments.repository or '')}/-/issues"
        self._template = comments.form or ""

    def write(self, draft: Draft) -> str:
        """Opens a new issue. GitLab up to 18.1 puts the body behind the template, later ones in its place."""
        asked = {
            "issuable_template": self._template,
            "issue[title]": draft.title,
            "issue[description]": "\n".join(draft.body_lines(closing=_label_action(draft))),
        }
        return f"{self._issues}/new?{queried(asked)}"

    def existing(self, key: str) -> str:
        """Searches open and closed issues for the key."""
        return f"{self._issues}?state=all&search={encoded(key)}"


def _label_action(draft: Draft) -> list[str]:
    """The quick action that sets labels, which only people who may do so can use; others see no harm."""
    names = [label.replace('"', "'") for label in draft.labels]
    return ["", "/label " + " ".join(f'~"{name}"' for name in names)] if names else []
