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
    return _with(page, _overlay(errors, words))


def with_fault(page: str, fault: str, words: Words) -> str:
    """The HTML `page` with what keeps the site from being built over it: a `fault` outside of the content."""
    told = Markup('<pre style="white-space:pre-wrap">{}</pre>').format(fault)
    return _with(page, _laid_over(words.gettext("The site cannot be built"), words, told))


def failure(fault: str, words: Words) -> str:
    """A page in place of one that cannot be made because of a `fault`."""
    title = words.gettext("This page cannot be made")
    lead = words.gettext("The terminal in which the server runs says more.")
    return Markup(
        '<!doctype html><html lang="{}"><head><meta charset="utf-8"><title>{}</title></head>'
        '<body style="font:16px/1.5 system-ui,sans-serif;margin:3em"><h1>{}</h1>'
        '<pre style="white-space:pre-wrap">{}</pre><p>{}</p></body></html>'
    ).format(words.language, title, title, fault, lead)


def _with(page: str, overlay: Markup) -> str:
    end = max((found.start() for found in _BODY_END.finditer(page)), default=len(page))
    return page[:end] + str(overlay) + page[end:]  # as it is, it would escape what it is added to


def _overlay(errors: Sequence[Diagnostic], words: Words) -> Markup:
    title = words.ngettext("%(count)s error in the content", "%(count)s errors in the content", len(errors))
    items = Markup("").join(map(_item, errors[:_MOST]))
    rest = words.gettext("And %(count)s more.", count=len(errors) - _MOST) if len(errors) > _MOST else ""
    told = Markup("<ol>{}</ol>{}").format(items, Markup("<p>{}</p>").format(rest) if rest else "")
    return _laid_over(title, words, told)


def _laid_over(title: str, words: Words, told: Markup) -> Markup:
    lead = words.gettext("Mend them, and the page reloads by itself. Until then it shows what was good last.")
    return Markup(
        '<div class="jb-problems" role="alert" data-search-exclude>{}<details open><summary>{}</summary>'
        "<p>{}</p>{}</details></div>"
    ).format(_STYLE, title, lead, told)


def _item(one: Diagnostic) -> Markup:
    where = f"{one.file}:{one.span.line}:{one.span.column}"
    hint = Markup("<br>{}").format(one.hint) if one.hint else ""
    return Markup("<li><code>{}</code> <strong>{}</strong> {}{}</li>").format(where, one.code, one.message, hint)
