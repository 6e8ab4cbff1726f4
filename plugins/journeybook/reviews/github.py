"""Comments as GitHub issues, plain or through an issue form."""

from __future__ import annotations

from enum import StrEnum

from journeybook.model.portal_options import Comments
from journeybook.reviews.draft import Draft
from journeybook.reviews.percent import base_of, encoded, queried


class FormField(StrEnum):
    """Ids of the issue form's fields, all of them text: GitHub ignores a prefilled dropdown or shows no form."""

    COMMENT = "comment"
    """What the reader has to say; not prefilled."""
    SPOT = "spot"
    """The spot key."""
    PAGE = "page"
    """The address of the page."""
    SOURCE = "source"
    """The file that defines the spot, and the line in it."""


class GitHub:
    """Issues of a GitHub repository."""

    def __init__(self, comments: Comments) -> None:
        self._issues = f"{base_of(comments.repository or '')}/issues"
        self._form = comments.form

    def write(self, draft: Draft) -> str:
        """Opens a new issue: the issue form with its fields filled, or a plain one with its body."""
        asked = {"template": self._form, **_form_fields(draft)} if self._form else _plain_fields(draft)
        return f"{self._issues}/new?{queried(asked)}"

    def existing(self, key: str) -> str:
        """Searches open and closed issues for the key as a phrase."""
        quoted = f'"{key}"'
        return f"{self._issues}?q={encoded(f'is:issue {quoted}')}"


def _plain_fields(draft: Draft) -> dict[str, str]:
    return {"title": draft.title, "labels": _labels(draft), "body": "\n".join(draft.body_lines())}


def _form_fields(draft: Draft) -> dict[str, str]:
    return {
        "title": draft.title,
        "labels": _labels(draft),
        FormField.SPOT: draft.key,
        FormField.PAGE: draft.page,
        FormField.SOURCE: draft.source,
    }


def _labels(draft: Draft) -> str:
    return ",".join(label.replace(",", " ") for label in draft.labels)
