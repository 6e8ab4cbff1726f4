"""How one value of a field is written, as JSON Schema.

Draft 7, which every editor knows. `errorMessage`, `enumDescriptions` and `markdownDescription` are words
of editors' language servers. An alternative that is a pattern is allowed but not offered. Types stand
in lists: for a bare one, the server of VS Code shows a message of its own in place of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from journeybook.exchange.editor.names import OFFERED, Names
from journeybook.model.codes import CODES
from journeybook.model.elsewhere import KEY
from journeybook.model.kinds import Kind
from journeybook.model.lanes import LANES
from journeybook.model.rule_weights import PRACTICE
from journeybook.model.text import EVERYONE, Reference
from journeybook.reading.schema import FieldShape, Form
from journeybook.reading.wording import one_of

Schema = dict[str, Any]

NOTHING: Schema = {
    "not": {"type": ["string", "number", "boolean", "array", "object"], "properties": {}},
    "properties": {},
}
"""A key behind which nothing is written, as if it were not there. Said in this way, no editor offers `null`.

The empty `properties` tell it from the other alternatives, which some editors would else run into one.
"""

TEXT: Schema = {
    "type": ["string", "number"],
    "errorMessage": "Write one text here. A text that begins with [ or { needs quotes.",
}
_ELSEWHERE = rf"^\s*[^\s\[\]:/|]+:{KEY}\s*$"
_ID: Schema = {
    "type": ["string", "number"],
    "pattern": r"^[^\s!-,./:-@\[-`{-~]+$",
    "errorMessage": "An id is made of letters, digits and hyphens.",
}
_FORMER_PLACE: Schema = {"type": ["string"], "pattern": r"^[^\s/]+/[^\s/]+$"}
_ADDRESS: Schema = {
    "type": ["string", "number"],
    "errorMessage": "Write an address such as https://example.com/page or ../page.md.",
}
_DURATION: Schema = {
    "type": ["string"],
    "examples": ["20 min", "3 days", "6 months"],
    "errorMessage": "Write a number and a unit, such as 20 min, 3 days or 6 months.",
}
_LANGUAGE: Schema = {
    "type": ["string"],
    "pattern": r"^\s*[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\s*$",
    "examples": ["en", "pl", "zh-Hans"],
    "errorMessage": "Write a language tag such as en, pl or zh-Hant.",
}
_DAY: Schema = {
    "type": ["string"],
    "pattern": r"^\s*\d{4}-\d{2}-\d{2}\s*$",
    "errorMessage": "Write a day as year-month-day, such as 2026-09-14.",
}
_PARSED = {"address": _ADDRESS, "duration": _DURATION, "language": _LANGUAGE}


def scalar(field: FieldShape, names: Names) -> list[Schema]:
    """The ways in which one value of `field`, which is no record, can be written."""
    made = _FORMS.get(field.form)
    return made(field, names) if made else [{}]  # a form that is new here: nothing of it is wrong


def names_pattern(names: Iterable[str]) -> Schema:
    """Exactly one of `names`."""
    return {"type": ["string"], "pattern": f"^(?:{_one_of(names)})$"}


def _one_of(names: Iterable[str]) -> str:
    """A pattern for any of `names`; what cannot be read may hold signs that no id has."""
    return "|".join(_SIGNS.sub(r"\\\g<0>", name) for name in names)


_SIGNS = re.compile(r"[\\^$.*+?()\[\]{}|/]")
"""What has a meaning in patterns; JavaScript lets nothing else be escaped."""


def _text(_field: FieldShape, _names: Names) -> list[Schema]:
    return [TEXT]


def _id(field: FieldShape, _names: Names) -> list[Schema]:
    return [_ID, _FORMER_PLACE] if field.may_name_journey else [_ID]


def _parsed(field: FieldShape, _names: Names) -> list[Schema]:
    return [_PARSED[field.parsed]]


def _choice(field: FieldShape, _names: Names) -> list[Schema]:
    quoted = [names_pattern([str(one)]) for one in field.choices if not isinstance(one, str)]
    told = one_of(field.choices) if len(field.choices) <= _TOLD else ""
    message = {"errorMessage": f"Write {told}."} if told else {}
    return [{"enum": list(field.choices), **message}, *quoted]


_TOLD = 8
"""So many values are named in a message; an editor shows them all."""


def _lane(_field: FieldShape, _names: Names) -> list[Schema]:
    message = "There is no such lane; name one of the list, or a key of your own such as x-cost."
    return [
        {"type": ["string"], "enum": list(LANES), "errorMessage": message},
        {"type": ["string"], "pattern": "^x-."},
    ]


def _number(field: FieldShape, _names: Names) -> list[Schema]:
    return [_bounded(field)]


def _bounded(field: FieldShape) -> Schema:
    schema: Schema = {"type": ["integer" if field.form is Form.WHOLE else "number"]}
    if field.lowest is not None:
        schema["minimum"] = field.lowest
    if field.highest is not None:
        schema["maximum"] = field.highest
    whole = "A whole number" if field.form is Form.WHOLE else "A number"
    low, high = field.lowest, field.highest
    bounds = "" if low is None else f" of {low:g} or more" if high is None else f" from {low:g} to {high:g}"
    return {**schema, "errorMessage": f"{whole}{bounds} is expected here."}


def _figure(_field: FieldShape, _names: Names) -> list[Schema]:
    return [{"type": ["number", "string"], "errorMessage": "Write a number, or a text with its unit."}]


def _day(_field: FieldShape, _names: Names) -> list[Schema]:
    return [_DAY]


def _reference(field: FieldShape, names: Names) -> list[Schema]:
    reference = field.reference
    assert reference is not None  # noqa: S101  # the form says so
    wanted = [kind for kind in (reference.kind, reference.or_kind) if kind]
    if not OFFERED.issuperset(wanted):
        return [TEXT]
    return [_known(wanted, names), *_also(reference, wanted, names)]


def _known(wanted: list[Kind], names: Names) -> Schema:
    offered = {name: title for kind in wanted for name, title in names.titles.get(kind, {}).items()}
    if not offered:
        return {"type": ["string"], "pattern": "(?!)", "errorMessage": _unknown(wanted)}
    numbers = [int(name) for name in offered if str(name).isdecimal() and str(int(name)) == name]
    return {
        "type": ["string", "number"] if numbers else ["string"],
        "enum": [*offered, *numbers],
        "enumDescriptions": [*offered.values(), *(offered[str(one)] for one in numbers)],
        "errorMessage": _unknown(wanted),
    }


def _unknown(wanted: list[Kind]) -> str:
    return (
        f"There is no {one_of(wanted)} of this id. "
        "If it is new, save its file and run `journeybook schema`; build and serve do that too."
    )


def _also(reference: Reference, wanted: list[Kind], names: Names) -> list[Schema]:
    also: list[Schema] = []
    if silent := [name for kind in wanted for name in names.silent.get(kind, ())]:
        also.append(names_pattern(silent))
    if Kind.STAGE in wanted and (unread := names.silent.get(Kind.JOURNEY)):
        also.append({"type": ["string"], "pattern": rf"^(?:{_one_of(unread)})/[^\s/]+$"})
    if reference.across:
        also.append({"type": ["string"], "pattern": _ELSEWHERE})
    return also


def _per_persona(field: FieldShape, names: Names) -> list[Schema]:
    one = _bounded(field)
    example = f"{{{next(iter(names.titles.get(Kind.PERSONA, ())), 'persona')}: 3}}"
    personas = names.titles.get(Kind.PERSONA, {})
    described = {name: {"description": title, **one} for name, title in personas.items()}
    both: Schema = {
        **one,
        "type": [*one["type"], "object"],
        "properties": {**described, EVERYONE: {"description": "Every persona of the journey", **one}},
        "additionalProperties": False,
        "errorMessage": f"{one['errorMessage']} Or write one for each persona: {example}.",
    }
    if silent := names.silent.get(Kind.PERSONA):
        both["patternProperties"] = {names_pattern(silent)["pattern"]: one}
    return [both]


_RULES = tuple(sorted(PRACTICE))


def _rule(_field: FieldShape, _names: Names) -> list[Schema]:
    message = "There is no such rule; those that can be chosen begin with JB4."
    titles = [CODES[rule].title for rule in _RULES]
    return [{"type": ["string"], "enum": list(_RULES), "enumDescriptions": titles, "errorMessage": message}]


def _by_rule(field: FieldShape, _names: Names) -> list[Schema]:
    weight: Schema = {"enum": list(field.choices), "errorMessage": f"Write {one_of(field.choices)}."}
    example = f"Write rules and how much each weighs: {{{_RULES[0]}: off}}."
    described = {rule: {"description": CODES[rule].title, **weight} for rule in _RULES}
    return [
        {"type": ["object"], "properties": described, "additionalProperties": False, "errorMessage": example},
    ]


_FORMS: dict[Form, Callable[[FieldShape, Names], list[Schema]]] = {
    Form.TEXT: _text,
    Form.VERBATIM: _text,
    Form.MAY_BE_EMPTY: _text,
    Form.ID: _id,
    Form.PARSED: _parsed,
    Form.CHOICE: _choice,
    Form.LANE: _lane,
    Form.WHOLE: _number,
    Form.NUMBER: _number,
    Form.FIGURE: _figure,
    Form.DAY: _day,
    Form.REFERENCE: _reference,
    Form.PER_PERSONA: _per_persona,
    Form.RULE: _rule,
    Form.BY_RULE: _by_rule,
}
