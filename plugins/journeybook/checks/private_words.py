"""What identifies a real person in a text: contact data, and names where a phrase gives them away."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_MAILBOX = re.compile(
    "info|support|service|contact|help|helpdesk|office|sales|hello|mail|no-?reply|customer-?service|care|team|billing|"
    "press|jobs|webmaster|admin|kontakt|biuro|pomoc|bok|reklamacje",
    re.IGNORECASE,
)
"""Mailboxes of companies, which are nobody's own."""
_DIGITS = r"\d(?:[ ./()-]{0,2}\d)"
_ANNOUNCED = (
    r"(?:\b(?:phone|tel|telefon|mobile|komórka)\b|电话|電話|手机|手機)"
    r"(?:[\s:：.]|\b(?:number|numer|no|nr|is|to)\b|是|号|號|码|碼){0,4}"
)
_PHONE = re.compile(
    # An international number; one that a word announces; a mobile number of China, whose form is unmistakable.
    rf"(?<![\w+])(\+{_DIGITS}{{8,13}})(?!\d)|{_ANNOUNCED}({_DIGITS}{{6,12}})(?!\d)|(?<!\d)(1[3-9]\d{{9}})(?!\d)",
    re.IGNORECASE,
)
_UPPER, _LOWER = "A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻ", "a-zß-öø-ÿąćęłńóśźż"
_NAME = rf"([{_UPPER}][{_LOWER}]+(?:[-'’ ][{_UPPER}][{_LOWER}]+)*)"
_POLISH_ENDING = "(?:[sc]k(?:i|a|ą|iego|iej|im|iemu)|wicz|czyk)"
_NAME_OF_POLES = rf"((?:[{_UPPER}][{_LOWER}]+ )?[{_UPPER}][{_LOWER}]+{_POLISH_ENDING})\b"
_NAMED = (
    re.compile(rf"\b(?:Mr|Mrs|Ms)\.? {_NAME}"),
    re.compile(rf"\b[Mm]y name(?: is|['’]s) {_NAME}"),
    re.compile(rf"\b[Nn]azywam się {_NAME}"),
    re.compile(rf"\b(?:do|od|u|z|ze|dla|przez) [Pp]an(?:i|a|ią|em) {_NAME}"),
    re.compile(rf"\b[Pp]an(?:i|a|ią|em|u)? {_NAME_OF_POLES}"),
    re.compile(r"我的名字叫([\u4e00-\u9fff]{2,3})(?=[，。！？,.!?\s]|$)"),
)
_TITLE = re.compile("(?:Doktor|Profesor|Dyrektor|Kierownik|Mecenas|Magister|Prezes|Redaktor|Bóg)", re.IGNORECASE)
"""What follows `pan` in capitals and is no name."""


_SIGN = re.compile(r"[@0-9]|M[rs]|ame|azywam|[Pp]an|名字")
"""One of these is in whatever identifies somebody; most quotes have none."""


def may_identify(text: str) -> bool:
    """Whether it is worth while to look for a person in `text`."""
    return _SIGN.search(text) is not None


def contact_in(text: str) -> str:
    """The first e-mail address or telephone number of a person in `text`; empty if there is none."""
    for found in _EMAIL.finditer(text):
        if not _MAILBOX.fullmatch(found[1]):
            return found[0]
    found = _PHONE.search(text)
    return next(filter(None, found.groups()), "") if found else ""


def name_in(text: str, invented: Container[str]) -> str:
    """The first name of a person that a phrase in `text` announces, but for those that are `invented`."""
    return next((name for name in _names_in(text) if _is_real(name, invented)), "")


def _names_in(text: str) -> Iterator[str]:
    for phrase in _NAMED:
        for found in phrase.finditer(text):
            if not _TITLE.match(found[1]):
                yield found[1]


def _is_real(name: str, invented: Container[str]) -> bool:
    """Whether no word of `name` is among the `invented` ones."""
    return not any(word.casefold() in invented for word in re.split(r"[-'’ ]", name))
