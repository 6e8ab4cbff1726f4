"""Our way to run templates says what Jinja's own does, whatever a template does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from gettext import NullTranslations
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from journeybook.rendering.quick_templates import QuickEnvironment


class Level(StrEnum):
    """Texts of a closed list."""

    HIGH = "<high>"


VALUES = (Level.HIGH, "a < b & 'c'", Markup("<b>x</b>"), 3, 2.5, None, True, ["<"], Markup(""), "")


@dataclass(frozen=True)
class Thing:
    """Something with an attribute, and something in it that has its own HTML."""

    title: str = "<Title>"

    def __html__(self) -> str:
        return "<i>thing</i>"

    def __getitem__(self, name: str) -> str:
        if name == "only_here":
            return "<item>"
        raise KeyError(name)


def both(source: str, **others: str) -> list[Environment]:
    """Jinja's environment and ours, with `source` as the template to be said."""
    options: dict[str, Any] = {
        "loader": DictLoader({"said": source, **others}),
        "autoescape": True,
        "undefined": StrictUndefined,
        "auto_reload": False,
        "extensions": ["jinja2.ext.i18n"],
    }
    words = NullTranslations()
    plain, quick = Environment(**options), QuickEnvironment(**options)
    plain.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]
    quick.speak(words.gettext, words.ngettext)
    return [plain, quick]


@pytest.mark.parametrize(
    "source",
    [
        "{% for one in values %}{{ one }}|{% endfor %}",
        "{{ thing }} {{ thing.title }} {{ thing.only_here }} {{ thing['title'] }} {{ {'a': '<'}.a }}",
        "{{ 'a' ~ thing.title }} {{ thing.title | upper | e }} {{ '<b>' | safe }}",
        "{{ thing.none is defined }} {{ thing.none | default('<none>') }} {{ none is defined }}",
        "{% autoescape false %}{{ thing.title }}{{ _('%(a)s <', a='<') }}{% endautoescape %}{{ thing.title }}",
        "{% macro m(x, y='<d>') %}{{ x.title }}{{ y }}{{ caller() if caller is defined }}{% endmacro %}"
        "{{ m(thing) }}{{ m(thing, y=1) }}{% call m(thing) %}{{ thing.title }}{% endcall %}",
        "{% macro m(x, y='<d>') %}{{ x }}{{ y }}{% endmacro %}{{ m(1, thing.title) }}"
        "{{ m(m('<', m('&')), m('', y=2)) | upper }}{% for one in values %}{{ m(one) }}{% endfor %}"
        "{{ m(*values[:2]) }}",
        "{% macro m(x) %}{% if x %}<{{ x }}>{{ m(x[1:]) }}{% endif %}{% endmacro %}{{ m('ab&') }}",
        "{% block b %}{% macro m(x) %}{{ x }}{{ varargs | length }}{% endmacro %}{{ m('<') }}{{ m('<', 2, 3) }}"
        "{% for one in values %}{% macro n(y) %}{{ one }}{{ y }}{% endmacro %}{{ n('<') }}{% endfor %}"
        "{% endblock %}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{% autoescape false %}{{ m('<') }}{{ m('<') ~ '<' }}"
        "{% endautoescape %}{{ m('<') ~ '<' }}",
        "{% set m = thing.title.upper %}{{ m() }}{% set n = thing.__getitem__ %}{{ n('only_here') }}",
        "{% for _ in values %}{{ _ }}{% endfor %}{{ gettext('Name <') }}",
        "{% set x %}{{ thing.title }}{% endset %}{{ x }}{{ x.upper() }}",
        "{{ _('plain <') }} {{ _('100 %%') }} {{ _('%(a)s and %(n)d', a=thing.title, n=3) }} {{ _('plain <') }}",
        "{% for one in values %}{{ _('%(a)s of 100 %%', a=one) }}{{ _('%(a)s', a=one) | upper }}{% endfor %}",
        "{% set word = 'Name <' %}{{ _(word) }}{{ _('%(class)s', class='<') }}{{ _('%(a)s', a=1, b=2) ~ '<' }}",
        "{% macro m(x) %}{{ x.title }}{{ x.only_here }}{% endmacro %}{{ m({'title': '<', 'only_here': 1}) }}"
        "{{ m(thing) }}",
        "{{ ngettext('%(num)s <', '%(num)s <<', 2) }}",
        "{% for a in values if a %}{{ loop.index }}{{ a }}{% else %}none{% endfor %}",
        "{% from 'other' import named %}{{ named(thing) }}{% include 'other' %}{% include 'oth' ~ 'er' %}",
        "{% extends 'base' %}{% block b %}{{ super() }}{{ thing.title }}{% endblock %}",
    ],
)
def test_templates_say_the_same(source: str) -> None:
    other = "{% macro named(x) %}{{ _('Name:') }} {{ x.title }}{% endmacro %}<{{ _('Name:') }}>"
    base = "{% block b %}base {{ values[0] }}{% endblock %}"

    plain, quick = (
        env.get_template("said").render(thing=Thing(), values=VALUES)
        for env in both(source, other=other, base=base)
    )

    assert quick == plain


@pytest.mark.parametrize(
    "source", ["{{ missing }}", "{{ thing.none }}", "{{ thing.none.title }}", "{{ missing.x }}"]
)
def test_what_is_not_there_is_said_in_the_same_words(source: str) -> None:
    said: list[str] = []
    for env in both(source):
        with pytest.raises(UndefinedError) as error:
            env.get_template("said").render(thing=Thing())
        said.append(str(error.value))

    assert said[0] == said[1]


def test_a_macro_that_takes_less_says_so_in_the_same_words() -> None:
    said: list[str] = []
    for env in both("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(1, 2) }}"):
        with pytest.raises(TypeError) as error:
            env.get_template("said").render()
        said.append(str(error.value))

    assert said[0] == said[1]
