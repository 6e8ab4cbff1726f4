"""Names of departments, in the languages of the interface; a word that is also something to do is left out."""

from __future__ import annotations

import re
from collections.abc import Container

_WORDS = frozenset(
    word
    for line in (
        "sales|marketing|customer service|customer support|customer care|customer success|technical support",
        "billing|accounting|accounts receivable|finance|legal|human resources|hr|it|it "
        "support|logistics|operations",
        "back office|front office|call center|call centre|contact center|contact centre|service desk|help desk",
        "order processing|underwriting|procurement|dispatch|field service|compliance|quality assurance",
        "sprzedaż|marketing|obsługa klienta|księgowość|windykacja|logistyka|finanse|kadry|call center",
        "销售部|市场部|客服部|客服中心|财务部|物流部|售后部|售后服务部|人力资源部|法务部|技术部|运营部|采购部",
        "銷售部|市場部|客服部|客服中心|財務部|物流部|售後部|售後服務部|人力資源部|法務部|技術部|營運部|採購部|業務部",
    )
    for word in line.split("|")
)
_ENDINGS = re.compile(r"(the )?(?P<name>.+?)( department| dept\.?| division| team|[门門])")
_BEGINNINGS = re.compile(r"(dział|departament|biuro obsługi) .+")


def is_department(title: str, teams: Container[str]) -> bool:
    """Whether `title` is the name of a department, or one of `teams` (casefolded names)."""
    name = " ".join(title.casefold().split())
    if ending := _ENDINGS.fullmatch(name):
        return ending["name"] in _WORDS or ending["name"] in teams
    return name in _WORDS or name in teams or _BEGINNINGS.fullmatch(name) is not None
