"""Comments in any other tracker that opens a new one by an address."""

from __future__ import annotations

from journeybook.model.portal_options import Comments
from journeybook.reviews.draft import Draft
from journeybook.reviews.percent import filled


class Template:
    """An address with placeholders."""

    def __init__(self, comments: Comments) -> None:
        self._template = comments.template or ""

    def write(self, draft: Draft) -> str:
        """The template with {title}, {body}, {labels}, {key}, {page}, {file} and {line} filled in.

        Where neither {body} nor {key} is asked for, the title holds the key: without it, nobody would
        know what the comment is about.
        """
        holds_key = "{key}" in self._template or "{body}" in self._template
        values = {
            "title": draft.title if holds_key else f"{draft.title} ({draft.key})",
            "body": "\n".join(draft.body_lines()),
            "labels": ",".join(draft.labels),
            "key": draft.key,
            "page": draft.page,
            "file": draft.file,
            "line": str(draft.line) if draft.file else "",
        }
        return filled(self._template, values)

    def existing(self, key: str) -> None:
        """Only the portal's keeper knows where they are: the option `search` says so."""
