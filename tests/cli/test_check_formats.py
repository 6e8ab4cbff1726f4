"""`journeybook check --format`: findings for hosts and for other programs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sarif_kit.validate import validation_errors

from journeybook.model.codes import CODES
from journeybook.model.diagnostics import Diagnostic, Severity
from journeybook.model.places import Span
from journeybook_cli.outputs import FORMS
from journeybook_cli.outputs.report import Report

if TYPE_CHECKING:
    from tests.cli.conftest import Run

SPAN = Span(7, 21, 7, 34)
ERROR = Diagnostic("JB203", "no touchpoint 'x'", "content/a b.yml", SPAN, "add it", "step/j/rings")
WARNING = Diagnostic("JB203", "odd", "content/c.yml", Span(2, 1, 4, 3), severity=Severity.WARNING)
NOTE = Diagnostic("JB401", "an id", "content/c.yml", Span(9, 5, 9, 6), severity=Severity.INFO)


def report(*found: Diagnostic, root: Path = Path("/nowhere"), fail_on: Severity | None = Severity.ERROR) -> Report:
    return Report(found, 3, root, show_source=False, fail_on=fail_on)


def printed(form: str, *found: Diagnostic, **settings: Any) -> str:
    return "\n".join(FORMS[form](report(*found, **settings)))


def sarif(*found: Diagnostic, **settings: Any) -> Any:
    log = json.loads(printed("sarif", *found, **settings))
    assert validation_errors(log) == []
    return log["runs"][0]


class TestSarif:
    def test_a_finding_has_its_rule_its_level_and_its_place(self) -> None:
        run = sarif(ERROR, WARNING, NOTE)
        assert run["columnKind"] == "unicodeCodePoints"
        assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["JB203", "JB401"]
        assert [(one["ruleId"], one["ruleIndex"], one["level"]) for one in run["results"]] == [
            ("JB203", 0, "error"),
            ("JB203", 0, "warning"),
            ("JB401", 1, "note"),
        ]
        assert run["results"][0]["message"] == {"text": "no touchpoint 'x'; add it"}
        (location,) = run["results"][0]["locations"]
        assert location["physicalLocation"] == {
            "artifactLocation": {"uri": "content/a%20b.yml", "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": 7, "startColumn": 21, "endLine": 7, "endColumn": 34},
        }
        assert location["logicalLocations"][0]["fullyQualifiedName"] == "step/j/rings"

    @pytest.mark.parametrize("code", CODES)
    def test_every_rule_says_what_github_wants_to_show(self, code: str) -> None:
        (rule,) = sarif(Diagnostic(code, "wrong", "content/a.yml"))["tool"]["driver"]["rules"]
        assert rule["shortDescription"]["text"] == CODES[code].title
        assert rule["fullDescription"]["text"] == CODES[code].why
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert CODES[code].right in rule["help"]["markdown"]
        assert rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert rule["properties"]["problem.severity"] in {"error", "warning", "recommendation"}

    def test_nothing_found_is_a_log_too(self) -> None:
        assert sarif()["results"] == []

    def test_a_fingerprint_outlives_moved_lines_and_tells_twins_apart(self) -> None:
        def prints(*found: Diagnostic) -> list[str]:
            return [one["partialFingerprints"]["journeybookFinding/v1"] for one in sarif(*found)["results"]]

        first = Diagnostic(
            "JB120", "'a' is written twice here, first on line 3", "content/a.yml", Span(9, 1, 9, 2)
        )
        moved = Diagnostic(
            "JB120", "'a' is written twice here, first on line 13", "content/a.yml", Span(19, 1, 19, 2)
        )
        assert prints(first) == prints(moved)
        assert len(set(prints(first, moved, ERROR, NOTE))) == 4

    def test_what_an_author_wrote_makes_no_link(self) -> None:
        hostile = Diagnostic("JB203", "no touchpoint '[log in](https://evil.example)'", "content/a.yml")
        assert "](" not in sarif(hostile)["results"][0]["message"]["text"]


class TestGitHub:
    def test_a_command_for_each_finding_the_worst_first(self) -> None:
        title = "A reference names nothing"
        assert printed("github", NOTE, WARNING, ERROR).splitlines() == [
            f"::error file=content/a b.yml,line=7,endLine=7,col=21,endColumn=34,title=JB203%3A {title}"
            "::no touchpoint 'x'; add it",
            f"::warning file=content/c.yml,line=2,endLine=4,title=JB203%3A {title}::odd",
            "::notice file=content/c.yml,line=9,endLine=9,col=5,endColumn=6,"
            "title=JB401%3A An id that comes from a title%2C in a journey past its draft::an id",
            "1 error, 1 warning, 1 note in 3 files",
        ]

    def test_what_an_author_wrote_stays_in_its_command(self) -> None:
        hostile = Diagnostic("JB203", "50%\r\n::set-output name=a::b\x1b[2J", "content/a,b:c\n%.yml")
        command = printed("github", hostile).splitlines()[0]
        assert command.startswith("::error file=content/a%2Cb%3Ac%0A%25.yml,line=1,")
        assert command.endswith(r"::50%25%0D%0A::set-output name=a::b\x1b[2J")

    def test_of_more_than_ten_of_a_kind_the_others_stand_in_the_log(self) -> None:
        many = [Diagnostic("JB203", f"##[add-mask]{n}", "content/a.yml", Span(n, 1, n, 2)) for n in range(1, 14)]
        lines = printed("github", *many, WARNING).splitlines()
        assert [line[:7] for line in lines[:10]] == ["::error"] * 10
        assert lines[10:16] == [
            "::group::3 more errors; GitHub shows 10 of a kind beside the lines",
            "content/a.yml:11:1: error JB203: ## [add-mask]11",
            "content/a.yml:12:1: error JB203: ## [add-mask]12",
            "content/a.yml:13:1: error JB203: ## [add-mask]13",
            "::endgroup::",
            lines[15],
        ]
        assert lines[15].startswith("::warning ")

    @given(st.text())
    def test_no_text_begins_a_line_of_its_own(self, text: str) -> None:
        lines = list(FORMS["github"](report(Diagnostic("JB203", text, f"content/{text}", hint=text))))
        assert len(lines) == 2
        assert not re.search("[\x00-\x1f]", lines[0])


class TestGitLab:
    def test_a_finding_is_a_violation_of_code_quality(self) -> None:
        found = json.loads(printed("gitlab", ERROR, WARNING, NOTE))
        assert [one["severity"] for one in found] == ["major", "minor", "info"]
        assert len({one["fingerprint"] for one in found}) == 3
        assert {name: value for name, value in found[0].items() if name != "fingerprint"} == {
            "description": "no touchpoint 'x'; add it",
            "check_name": "JB203",
            "severity": "major",
            "location": {"path": "content/a b.yml", "lines": {"begin": 7, "end": 7}},
        }

    def test_nothing_found_is_an_empty_list(self) -> None:
        assert json.loads(printed("gitlab")) == []


class TestJUnit:
    def test_only_what_fails_the_run_is_a_failure(self) -> None:
        suite = ET.fromstring(printed("junit", ERROR, WARNING)).find("testsuite")
        assert suite is not None
        assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
        first, second = suite
        assert (first.get("classname"), first.get("name")) == ("content/a b.yml", "JB203: no touchpoint 'x'")
        assert first.findtext("failure") == str(ERROR)
        assert second.find("failure") is None
        assert second.findtext("system-out") == str(WARNING)

    def test_fail_on_moves_the_line(self) -> None:
        suite = ET.fromstring(printed("junit", ERROR, WARNING, fail_on=Severity.WARNING))
        assert suite.get("failures") == "2"
        assert ET.fromstring(printed("junit", ERROR, fail_on=None)).get("failures") == "0"

    def test_nothing_found_is_one_test_that_passed(self) -> None:
        suite = ET.fromstring(printed("junit"))
        assert suite.get("tests") == "1"
        assert suite.find("testsuite/testcase") is not None

    @given(st.text())
    def test_any_text_gives_well_formed_xml(self, text: str) -> None:
        hostile = Diagnostic("JB203", f"a{text}\x00\ud800\ufffe", f"content/{text}")
        case = ET.fromstring(printed("junit", hostile)).find("testsuite/testcase")
        assert case is not None
        assert r"\x00\ud800\ufffe" in (case.get("name") or "")


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "junit"])
def test_files_are_named_from_the_top_of_the_repository(tmp_path: Path, form: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "docs/maps").mkdir(parents=True)
    assert "docs/maps/content/c.yml" in printed(form, WARNING, root=tmp_path / "docs/maps")


@pytest.fixture
def broken(portal: Path) -> Path:
    """A portal with an error."""
    journey = "title: R\npersona: night-nurse\nstages: [{title: A, steps: [{title: B, touchpoint: nothing}]}]\n"
    (portal / "content/journeys/r.yml").write_text(journey)
    return portal


def test_several_forms_in_one_run(run: Run, broken: Path) -> None:
    options = ("--format", "github", "--format", "sarif=out/check.sarif", "--format", "text=out/check.txt")
    assert run("check", *options, expect=1).stdout.startswith("::error file=content/journeys/r.yml,")
    assert json.loads((broken / "out/check.sarif").read_text())["runs"][0]["results"]
    assert (broken / "out/check.txt").read_text().startswith("content/journeys/r.yml:3:")


def test_with_forms_in_files_alone_people_still_read_text(run: Run, broken: Path) -> None:
    assert "error JB203: no touchpoint 'nothing'" in run("check", "--format", "junit=junit.xml", expect=1).stdout
    assert (broken / "junit.xml").is_file()


def test_json_is_short_for_its_form(run: Run, broken: Path) -> None:
    short = run("check", "--json", expect=1).stdout
    assert short == run("check", "--format", "json", expect=1).stdout == run("check", "--json", "--format", "json", expect=1).stdout  # fmt: skip  # noqa: E501


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "sarfi"], "there is no form 'sarfi'; there are text, json, sarif, github, gitlab, junit"),
        (["--format", "sarif="], "name a file behind the sign, such as sarif=check.txt"),
        (["--format", "sarif", "--json"], "write one to a file: --format json=FILE"),
        (["--format", "sarif=content/index.md/x"], "content/index.md/x cannot be written: "),
    ],
)
def test_what_cannot_be_is_refused_kindly(run: Run, portal: Path, options: list[str], said: str) -> None:
    assert said in " ".join(run("check", *options, expect=2).output.split())
