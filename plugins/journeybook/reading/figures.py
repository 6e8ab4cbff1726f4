"""Numbers of a field, and what to write where an editor wrote something like one."""

from __future__ import annotations

import re

from journeybook.model.places import Span
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Scalar
from journeybook.reading.schema import FieldShape, Form
from journeybook.reading.yaml_traps import misread, quoted

_NUMBER = re.compile(r"[-+]?(0|0?[1-9](?!\d)|[1-9][\d_]{0,30})(\.\d{0,30})?(e[-+]?\d\d?)?|[-+]?\.\d{1,30}", re.I)
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*(?:%|per ?cent)")
_COMMA = re.compile(r"(\d{1,3}),(\d{1,2})")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,. ']\d{3})+")


def is_plain_number(text: str) -> bool:
    """Whether `text` is a decimal number that everybody reads alike."""
    return _NUMBER.fullmatch(text) is not None


def number(field: FieldShape, node: Scalar, findings: Findings) -> float | int | None:
    """The number that `node` gives `field`; None, with a finding, if it gives none in the field's range."""
    if not node.plain or not is_plain_number(node.text):
        findings.add(*_not_a_number(field, node))
        return None
    digits = node.text.replace("_", "")
    value = int(digits) if digits.lstrip("+-").isdecimal() else float(digits)
    if field.form is Form.WHOLE and isinstance(value, float):
        message = f"'{field.spelled}' is a whole number, and this is {node.text}"
        findings.add(
            "JB143", node.span, message, f"write {round(value)}" if value.is_integer() else _wanted(field)
        )
        return None
    if _outside(field, value):
        findings.add("JB145", node.span, *_off_range(field, value, node.text))
        return None
    return value


def _outside(field: FieldShape, value: float) -> bool:
    low, high = field.lowest, field.highest
    return (low is not None and value < low) or (high is not None and value > high)


def _off_range(field: FieldShape, value: float, text: str) -> tuple[str, str]:
    if field.highest == 1 and 1 < value <= 100:
        return (
            f"'{field.spelled}' is a share from 0 to 1, and this is {text}",
            f"write {value / 100:g} for {text} %",
        )
    low, high = field.lowest, field.highest
    scale = f"goes from {low:g} to {high:g}" if high is not None else f"is {low:g} or more"
    if field.spelled == "score":
        scale = "goes from 1 (very bad) to 5 (very good)"
    return f"'{field.spelled}' {scale}, and this is {text}", _wanted(field)


def _wanted(field: FieldShape) -> str:
    what = "a whole number" if field.form is Form.WHOLE else "a number"
    if field.highest is not None:
        return f"write {what} from {field.lowest:g} to {field.highest:g}"
    return f"write {what}, such as 12" if field.lowest is None else f"write {what}, {field.lowest:g} or more"


def _not_a_number(field: FieldShape, node: Scalar) -> tuple[str, Span, str, str]:
    text = node.text.strip()
    if is_plain_number(text):
        message = f"'{field.spelled}' is a number, and quotes make a text of it"
        return "JB143", node.span, message, f"write {text} without quotes"
    meant = _meant(field, text) or _wanted(field)
    if wrong := misread(node):
        return "JB142", node.span, f"{wrong}, and '{field.spelled}' is a number", meant
    message = f"'{field.spelled}' is a number, and {quoted(text)} is none"
    return "JB143", node.span, message, meant


def _meant(field: FieldShape, text: str) -> str | None:
    if found := _PERCENT.fullmatch(text):
        share = float(found[1].replace(",", "."))
        return f"write {share / 100:g}" if field.highest == 1 else f"write {share:g}"
    if found := _COMMA.fullmatch(text):
        return f"write {found[1]}.{found[2]}"
    if re.fullmatch(r"0+[1-9]\d*", text):
        return f"write {text.lstrip('0')}"
    if _THOUSANDS.fullmatch(text):
        return f"write {re.sub('[^0-9]', '', text)}"
    return None
