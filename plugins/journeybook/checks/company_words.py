"""Phrases that tell a step from the company's side. Better to miss one than to accuse a customer's words."""

from __future__ import annotations

import re
from functools import cache

_PEOPLE = r"(?:customer|client|user|subscriber|policyholder|lead|prospect)s?"
_END = r"(?=$|[.,;:!?)]|\s+(?:about|after|and|as|at|before|by|for|in|of|on|that|to|via|when|with|within)\b)"
_ALONE = rf"(?:the |a |an |each |every |all |new )*{_PEOPLE}{_END}"
_OWN = r"(?:other|fellow|my|our|her|his|their|your)\b"
"""People whom a customer has or meets."""
_WE_DO = (
    "send|call|contact|inform|notify|invoice|bill|ship|deliver|onboard|remind|offer|process|provide|approve|issue|"
    "register|schedule|assign|escalate|invite|welcome|refund|verify|follow up"
)
_DONE_TO = (
    "contacted|called|phoned|e-?mailed|informed|notified|invoiced|billed|onboarded|identified|segmented|qualified|"
    "targeted|reminded|registered|verified|assigned|transferred|routed|escalated|upsold|welcomed|approached"
)
_DO = (
    "send|issue|mail|e-?mail|ship|deliver|offer|provide|present|charge|assign|notify|inform|contact|call|onboard|"
    "invoice|bill|remind|convert|qualify|nurture|segment|target|welcome|follow up with|upsell|cross-sell"
)
_TERMS = (
    "customer acquisition|customer retention|customer onboarding|customer segmentation|customer activation|"
    "lead generation|lead qualification|lead nurturing|lead conversion|churn prevention|upselling|cross-selling"
)
_ENGLISH = (
    rf"(?:the )?{_PEOPLE} (?:is|are|gets?|has been|have been) (?:{_DONE_TO})\b",
    rf"(?:{_DO}) (?:(?!{_OWN})[\w-]+ ){{0,4}}?{_ALONE}",
    rf"(?:{_TERMS})$",
)
_ENGLISH_WE = rf"(?:we|our (?:team|staff|company|sales team|agents?)) (?:{_WE_DO})s?\b"
_POLISH = (
    r"(?:wysyłamy|informujemy|kontaktujemy się|powiadamiamy|przypominamy|obsługujemy|fakturujemy)\b",
    r"klient (?:jest|zostaje|został) (?:poinformowany|informowany|powiadomiony|powiadamiany|zafakturowany)\b",
)
_CHINESE = (
    r"(?:我们|我們|我司|本公司)(?:向|给|給|为|為)?(?:客户|客戶|用户|用戶|顾客|顧客)",
    r"(?:通知|联系|聯繫|聯絡|提醒|回访|回訪)(?:客户|客戶|用户|用戶|顾客|顧客)",
    r"(?:向|给|給)(?:客户|客戶|用户|用戶|顾客|顧客)(?:发送|發送|寄送|推送|提供|开具|開具)",
    r"(?:客户|客戶|用户|用戶|顾客|顧客)被(?:通知|告知|联系|聯繫|分配)",
)
_BY_LANGUAGE = {"en": _ENGLISH, "pl": _POLISH, "zh": _CHINESE}
_FIRST_PERSON = re.compile(r"(?:I|I'm|I’m|My|Me)\b")


def is_first_person(text: str) -> bool:
    """Whether `text` lets the customer speak, so that a 'we' in the same journey may be the customer's, too."""
    return _FIRST_PERSON.match(text) is not None


def company_words(text: str, lang: str, *, own_voice: bool) -> str:
    """The words with which `text` tells what the company does; empty if it does not.

    `lang` is the language the text is in, or empty where nobody says; with `own_voice` 'we' may be the customer.
    """
    phrases = _phrases(lang.partition("-")[0].casefold(), own_voice)
    found = phrases.match(text.strip()) if phrases else None
    return found[0] if found else ""


@cache
def _phrases(language: str, own_voice: bool) -> re.Pattern[str] | None:
    """All phrases of `language`, or of every one where it is empty, as one pattern."""
    known = [phrases for name, phrases in _BY_LANGUAGE.items() if language in {"", name}]
    written = [phrase for phrases in known for phrase in phrases]
    if language in {"", "en"} and not own_voice:
        written.append(_ENGLISH_WE)
    return re.compile("|".join(f"(?:{phrase})" for phrase in written), re.IGNORECASE) if written else None
