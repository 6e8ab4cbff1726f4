"""YAML's traps: values that YAML reads as something else than they look like."""

from __future__ import annotations

import re
from functools import lru_cache

from journeybook.model.places import Span
from journeybook.reading.findings import Findings
from journeybook.reading.nodes import Node, Scalar
from journeybook.reading.sources import Source
from journeybook.reading.yaml_tags import is_canonical, number_of

_TRUE = frozenset({"yes", "true", "on"})
_LOST_ITEM = re.compile(r"\s*- ")
_LOST_KEY = re.compile(r"\s*([A-Za-z_-]+):[^\s/:]")
_KEY_AND_VALUE = re.compile(r"([^\W\d][\w-]*):([^/].*)")
_BULLETS = frozenset("-–—•·")
_SHOWN = 60
_FAR = 1_000
"""Texts are not searched further than this many lines."""


def quoted(text: str) -> str:
    """`text` as YAML writes it in quotes, cut where it is long."""
    text = " ".join(text.split())
    text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    if "'" in text and not set(text) & {'"', "\\"}:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def misread(scalar: Scalar) -> str | None:
    """What YAML makes of an unquoted text, in words; None where text and value are the same."""
    text, tag = scalar.text, scalar.tag
    if not scalar.plain or tag == "str" or is_canonical(text, tag):
        return None
    if tag == "bool":
        value = "true" if text.lower() in _TRUE else "false"
        return f"YAML reads {text} as {value if value != text.lower() else 'a truth value'}"
    if tag == "null":
        return f"YAML reads {text or 'an empty value'} as nothing"
    if tag == "timestamp":
        return f"YAML reads {text} as a date"
    number = number_of(text, tag)
    return f"YAML reads {text} as {'a number' if number is None else f'the number {number}'}"


def report_key(key: Node, value: Node, findings: Findings) -> str | None:
    """The text of a key; None, with a finding, if it has none."""
    if isinstance(key, Scalar) and not key.style and key.tag == "str" and _is_a_word(key.text):
        return key.text
    if not isinstance(key, Scalar):
        hint = "a text that begins with [ or { needs quotes"
        findings.add("JB133", key.span, "a key is one text, and this is a list or a mapping", hint)
        return None
    if key.is_nothing and key.plain:
        findings.add("JB133", key.span, "a value stands here without a key", "write `key: value`")
        return None
    found = _KEY_AND_VALUE.fullmatch(key.text) if key.plain and isinstance(value, Scalar) else None
    if found and isinstance(value, Scalar) and value.is_nothing:
        report_missing_space(found[1], found[2], key.span, findings)
        return None
    if wrong := misread(key):
        findings.add("JB142", key.span, f"{wrong}, and a key is a text", f"put it in quotes: {quoted(key.text)}")
    return key.text


@lru_cache(maxsize=4096)
def _is_a_word(text: str) -> bool:
    """Whether the unquoted `text`, which YAML reads as a text, is a key without anything odd; most keys are."""
    return bool(text.strip()) and ":" not in text


def report_missing_space(word: str, rest: str, span: Span, findings: Findings) -> None:
    """Report `word:rest`, which is one text to YAML."""
    findings.add(
        "JB122",
        span,
        f"a space is missing after the colon of '{word}:'",
        f"write `{word}: {' '.join(rest.split())}`",
    )


def report_lost_structure(source: Source, scalar: Scalar, findings: Findings) -> None:
    """Find what looks like an item or a key inside an unquoted text that runs over several lines."""
    first, last = scalar.span.line, scalar.span.end_line
    mark = scalar.text[0]
    if mark in _BULLETS and source.line(last).lstrip().startswith(mark):
        message = f"YAML reads these lines as one text, for {mark} begins no item"
        if mark == "-":
            message = "a space is missing after the dash of each item"
        findings.add("JB122", scalar.span, message, "write `- item`")
        return
    for number in range(first + 1, min(last, first + _FAR) + 1):
        text = source.line(number)
        span = source.rest_of_line(number, len(text) - len(text.lstrip()) + 1)
        if _LOST_ITEM.match(text):
            hint = (
                "begin its dash below the first letter of the items above or, for a text, put all of it in quotes"
            )
            findings.add(
                "JB126", span, f"YAML reads this item as part of the text that begins on line {first}", hint
            )
        elif found := _LOST_KEY.match(text):
            word = found[1]
            report_missing_space(word, text.strip().removeprefix(f"{word}:"), span, findings)
