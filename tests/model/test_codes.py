"""The closed list of diagnostic codes."""

import re
from collections import Counter

from journeybook.model import codes
from journeybook.model.codes import CODES
from journeybook.model.diagnostics import Diagnostic, Severity, in_file_order, worst
from journeybook.model.places import Span


def test_every_code_has_its_entry() -> None:
    for name, code in CODES.items():
        assert re.fullmatch(r"JB[1-4]\d\d", name)
        assert code.title
        assert code.why.endswith("."), name
        assert code.right or not code.wrong, name


def test_no_two_families_define_the_same_code() -> None:
    families = {id(module): module for module in vars(codes).values() if hasattr(module, "CODES")}.values()
    defined = Counter(code.code for family in families for code in family.CODES)
    assert defined.keys() == CODES.keys()
    assert [name for name, count in defined.items() if count > 1] == []


def test_codes_stand_in_order() -> None:
    numbers = list(CODES)
    assert [name[:3] for name in numbers] == sorted(name[:3] for name in numbers)


def test_a_finding_reads_as_one_line() -> None:
    finding = Diagnostic(
        "JB203", "no touchpoint 'suport-call'", "a.yml", Span(14, 21, 14, 32), "did you mean 'x'?"
    )
    assert str(finding) == "a.yml:14:21: error JB203: no touchpoint 'suport-call'; did you mean 'x'?"
    assert finding.to_json() == {
        "code": "JB203",
        "severity": "error",
        "file": "a.yml",
        "line": 14,
        "column": 21,
        "end_line": 14,
        "end_column": 32,
        "key": "",
        "message": "no touchpoint 'suport-call'",
        "hint": "did you mean 'x'?",
    }


def test_findings_come_in_file_order_once_and_the_worst_counts() -> None:
    late = Diagnostic("JB203", "b", "b.yml", severity=Severity.WARNING)
    early = Diagnostic("JB203", "a", "a.yml", Span(9, 1, 9, 2))
    assert in_file_order([late, early, late]) == (early, late)
    assert worst([late, early]) is Severity.ERROR
    assert worst([]) is None
