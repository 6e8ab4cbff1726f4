"""The words of the interface as templates say them: as HTML, most of them many times."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

import markupsafe
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape

escaped_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""Plain text with its signs escaped. The function behind MarkupSafe's own makes no object of it."""

_PLAIN = frozenset({int, float})
"""What has no sign that could be one of HTML, however it is written."""
_MOST = 1_024
"""How many words are kept; a theme has some hundreds."""
_NAME = re.compile(r"%\((\w+)\)s")


def text_of(value: object) -> str:
    """What is no text, or one of a closed list, as HTML."""
    if isinstance(value, StrEnum):
        return escaped_text(value.value)
    return str(value) if value.__class__ in _PLAIN else escape(value)


def html_of(value: object) -> str:
    """Anything as HTML."""
    if isinstance(value, Markup):
        return value
    return escaped_text(value) if type(value) is str else text_of(value)


class PlainWords(dict[str, Markup]):
    """Words with nothing put into them; those that were said are kept."""

    def __init__(self, gettext: Callable[[str], str]) -> None:
        """`gettext` translates them."""
        super().__init__()
        self._gettext = gettext

    def __missing__(self, word: str) -> Markup:
        if len(self) == _MOST:
            self.clear()
        self[word] = found = Markup(self._gettext(word)) % {}  # noqa: S704  # our own words
        return found


class FilledWords(dict[str, Callable[..., str]]):
    """Gives what fills a word, as HTML, by its English form."""

    def __init__(self, gettext: Callable[[str], str]) -> None:
        """`gettext` translates them."""
        super().__init__()
        self._gettext = gettext

    def __missing__(self, word: str) -> Callable[..., str]:
        if len(self) == _MOST:
            self.clear()
        self[word] = found = _filling(self._gettext(word))
        return found


def _filling(text: str) -> Callable[..., str]:
    """What fills `text`, as Python does it; a template's `Markup` would ask each value anew what it is."""
    names, places = _NAME.findall(text), _NAME.sub("%s", text)
    if "%" in places.replace("%s", "").replace("%%", ""):

        def filled_slowly(**values: object) -> str:
            return Markup(text) % values  # noqa: S704  # our own words

        return filled_slowly

    def filled(**values: object) -> str:
        return places % tuple([html_of(values[name]) for name in names])

    return filled


def saying(words: PlainWords, filled: FilledWords, gettext: Callable[[str], str]) -> Callable[..., str]:
    """What gives templates a word with what is put into it, as Jinja's own does."""

    @pass_eval_context
    def said(how: EvalContext, word: str, /, **variables: Any) -> str:
        if how.autoescape:
            return Markup(filled[word](**variables)) if variables else words[word]  # noqa: S704  # our own words
        return gettext(word) % variables

    return said
