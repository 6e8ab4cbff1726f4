"""One value of a field: from what is written to what the model holds, or a finding that says why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from journeybook.model import ids
from journeybook.model.lanes import LANES, is_lane
from journeybook.reading.days import EARLIEST, LATEST, certain_day, day_of
from journeybook.reading.figures import is_plain_number, number
from journeybook.reading.findings import Findings
from journeybook.reading.naming import former_place, valid_id
from journeybook.reading.narrative import trimmed
from journeybook.reading.nodes import Scalar
from journeybook.reading.rules import rule_of
from journeybook.reading.schema import FieldShape, Form
from journeybook.reading.wording import did_you_mean, one_of
from journeybook.reading.yaml_traps import misread, quoted

Reader = Callable[[FieldShape, Scalar, Findings], Any]
"""Returns None, with a finding, for what is no value of the field."""


def value_of(field: FieldShape, node: Scalar, findings: Findings) -> Any:
    """What `node` says for `field`; None, with a finding, if it says nothing the field can hold."""
    return _READERS[field.form](field, node, findings)


def _trapped(field: FieldShape, node: Scalar, findings: Findings) -> bool:
    wrong = misread(node)
    if wrong:
        what = "an id" if field.form in {Form.ID, Form.REFERENCE} else "a text"
        hint = f"put it in quotes: {quoted(node.text)}"
        findings.add("JB142", node.span, f"{wrong}, and '{field.spelled}' is {what}", hint)
    return bool(wrong)


def _text(field: FieldShape, node: Scalar, findings: Findings) -> str | None:
    if _trapped(field, node, findings):
        return None
    return " ".join(node.text.split()) if "\n" in node.text else node.text.strip()


def _reference(field: FieldShape, node: Scalar, findings: Findings) -> str | None:
    return None if _trapped(field, node, findings) else ids.normal(node.text.strip())


def _verbatim(field: FieldShape, node: Scalar, findings: Findings) -> str | None:
    return None if _trapped(field, node, findings) else trimmed(node.text)


def _id(field: FieldShape, node: Scalar, findings: Findings) -> str | None:
    if _trapped(field, node, findings):
        return ids.from_title(node.text)
    if field.may_name_journey and (found := former_place(node.text.strip())):
        return found
    return valid_id(node.text.strip(), node.span, findings, "" if field.many else f"{field.spelled}: ")


def _parsed(field: FieldShape, node: Scalar, findings: Findings) -> Any:
    text = node.text.strip()
    code, example = _PARSED[field.parsed]
    if node.tag in {"int", "float"} and code == "JB148":
        shown = f"{text} min" if text.isdecimal() else "20 min"
        if found := re.fullmatch(r"(\d{1,3}):(\d\d)", text):
            shown = f"{found[1]} h {found[2]} min"
        hint = f"write a unit too, such as `{field.spelled}: {shown}`"
        findings.add(code, node.span, f"{text} is a number without a unit", hint)
        return None
    if _trapped(field, node, findings):
        return None
    try:
        return field.check(text) if field.check else text
    except ValueError as error:
        why = str(error) or example
        findings.add(code, node.span, f"'{field.spelled}' cannot be {quoted(text)}", why)
        return None


_ADDRESS = ("JB149", "write an address such as https://example.com/page")
_DURATION = ("JB148", "write a number and a unit, such as `20 min`, `3 days` or `6 months`")
_LANGUAGE = ("JB146", "write a language tag such as en, pl or zh-Hant")
_PARSED = {"address": _ADDRESS, "duration": _DURATION, "language": _LANGUAGE}


def _choice(field: FieldShape, node: Scalar, findings: Findings) -> Any:
    text = node.text.strip()
    by_text = {str(choice): choice for choice in field.choices}
    if text in by_text:
        return by_text[text]
    like = re.sub(r"[\s_-]+", "-", text.lower())
    hint = f"did you mean '{like}'?" if like in by_text else did_you_mean(text, by_text)
    allowed = f"it is one of {one_of(by_text)}" if len(by_text) > 1 else f"it is {next(iter(by_text))}"
    findings.add("JB146", node.span, f"no {field.spelled} {quoted(text)}", f"{hint} {allowed}".strip())
    return None


def _lane(field: FieldShape, node: Scalar, findings: Findings) -> str | None:
    if _trapped(field, node, findings):
        return None
    name = node.text.strip()
    if is_lane(name):
        return name
    like = re.sub(r"[\s_-]+", "-", name.lower())
    near = f"did you mean '{like}'?" if like in LANES else did_you_mean(name, LANES)
    otherwise = f"it is one of {one_of(LANES)}, or a key of your own such as x-cost"
    findings.add("JB153", node.span, f"no lane {quoted(name)}", near or otherwise)
    return None


def _rule(_field: FieldShape, node: Scalar, findings: Findings) -> str | None:
    return rule_of(node.text, node.span, findings)


def _day(field: FieldShape, node: Scalar, findings: Findings) -> Any:
    text = node.text.strip()
    day = day_of(text)
    if day and EARLIEST <= day <= LATEST:
        return day
    meant = certain_day(text)
    hint = "write year-month-day, such as 2026-09-14"
    if day:
        message = f"{text} is not between {EARLIEST.year} and {LATEST.year}"
    elif re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        message = f"there is no day {text}"
    else:
        message = f"'{field.spelled}' is a day, and {quoted(text)} is not written as one"
    findings.add("JB147", node.span, message, f"write {meant}" if meant and not day else hint)
    return None


def _figure(field: FieldShape, node: Scalar, findings: Findings) -> float | str | None:
    if node.plain and is_plain_number(node.text):
        return float(node.text.replace("_", ""))
    return _text(field, node, findings)


_READERS: dict[Form, Reader] = {
    Form.TEXT: _text,
    Form.REFERENCE: _reference,
    Form.VERBATIM: _verbatim,
    Form.MAY_BE_EMPTY: _text,
    Form.ID: _id,
    Form.PARSED: _parsed,
    Form.CHOICE: _choice,
    Form.DAY: _day,
    Form.LANE: _lane,
    Form.RULE: _rule,
    Form.WHOLE: number,
    Form.NUMBER: number,
    Form.PER_PERSONA: number,
    Form.FIGURE: _figure,
}
