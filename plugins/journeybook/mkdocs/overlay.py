"""What is wrong with the content, laid over every page while the author writes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from journeybook.model.diagnostics import Diagnostic, Severity
from journeybook.words import Words

_BODY_END = re.compile(r"</body\s*>", re.IGNORECASE)
_MOST = 50
_STYLE = Markup(
    "<style>"
    ".jb-problems{position:fixed;inset-inline:0;inset-block-end:0;z-index:1000;max-block-size:60vh;overflow:auto;"
    "padding:1em 1.5em;background:#fff4f2;color:#3b0d0a;border-block-start:4px solid #b3261e;"
    "font:16px/1.5 system-ui,sans-serif;box-shadow:0 0 1em #0006}"
    ".jb-problems summary{font-weight:700;cursor:pointer}"
    ".jb-problems li{margin-block:.5em}"
    ".jb-problems code{font:.9em ui-monospace,monospace;overflow-wrap:anywhere;background:none;color:inherit}"
    "@media print{.jb-problems{display:none}}"
    "</style>"
)


def with_overlay(page: str, findings: Sequence[Diagnostic], words: Words) -> str:
    """The HTML `page` with the errors among `findings` over it."""
    errors = [one for one in findings if one.severity is Severity.ERROR]
    overlay = str(_overlay(errors, words))  # else it would escape what it is added to
    end = max((found.start() for found in _BODY_END.finditer(page)), default=len(page))
    return page[:end] + overlay + page[end:]


def _overlay(errors: Sequence[Diagnostic], words: Words) -> Markup:
    title = words.ngettext("%(count)s error in the content", "%(count)s errors in the content", len(errors))
    lead = words.gettext("Mend them, and the page reloads by itself. Until then it shows what was good last.")
    items = Markup("").join(map(_item, errors[:_MOST]))
    rest = words.gettext("And %(count)s more.", count=len(errors) - _MOST) if len(errors) > _MOST else ""
    return Markup(
        '{}<div class="jb-problems" role="alert" data-search-exclude><details open><summary>{}</summary>'
        "<p>{}</p><ol>{}</ol>{}</details></div>"
    ).format(_STYLE, title, lead, items, Markup("<p>{}</p>").format(rest) if rest else "")


def _item(one: Diagnostic) -> Markup:
    where = f"{one.file}:{one.span.line}:{one.span.column}"
    hint = Markup("<br>{}").format(one.hint) if one.hint else ""
    return Markup("<li><code>{}</code> <strong>{}</strong> {}{}</li>").format(where, one.code, one.message, hint)
