"""Which findings are told: by profile, rule, folder and exemption."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from journeybook import checks
from journeybook.checks import Limits, Selected, advice, ids, practice_findings, selected
from journeybook.checks.limits import limits_on
from journeybook.checks.weights import Weights
from journeybook.model.diagnostics import Diagnostic, Severity
from journeybook.model.portal_options import PortalOptions
from journeybook.model.rule_weights import Checks, FolderRules, Profile
from journeybook.model.thresholds import Thresholds
from journeybook.portal import Portal, assemble
from journeybook.reading.entity_files import read_file
from journeybook.reading.portal_content import content_of

TODAY = date(2026, 11, 22)
NOTE = Diagnostic("JB401", "a note", "content/journeys/claim.yml", severity=Severity.INFO)
WARNING = replace(NOTE, message="a warning", severity=Severity.WARNING)
ERROR = replace(NOTE, message="an error", severity=Severity.ERROR)

CLAIM = """\
title: Claim
status: reviewed
stages:
  - title: Report it
    steps:
      - title: Calls
        pains: [Waits]
      - title: Writes
  - title: Wait for it
"""
EVERYTHING = ["pain/claim/waits", "stage/claim/report-it", "stage/claim/wait-for-it", "step/claim/calls"]


@pytest.fixture(autouse=True)
def one_family(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only one rule, so that no other has a say in what is tested here."""
    monkeypatch.setattr(checks, "RULES", ids.RULES)


def portal_of(**files: str) -> Portal:
    """The portal of these journeys."""
    found = [read_file(f"journeys/{name}.yml", text) for name, text in files.items()]
    portal = assemble(content_of("content", found))
    assert portal.diagnostics == ()
    return portal


def told(portal: Portal, checks: Checks | None = None, today: date = TODAY) -> Selected:
    """What is told of the rules' findings."""
    return advice(portal, PortalOptions(checks=checks), today)


def keys_of(result: Selected, code: str = "JB401") -> list[str]:
    """What the findings of `code` are about."""
    return sorted(one.key for one in result.found if one.code == code)


def with_exemption(where: str, *, rule: str = "ignore: JB401", until: str = "2027-01-31") -> str:
    """The claim with an exemption behind the line `where`."""
    indent = len(where) - len(where.lstrip(" -"))
    exemption = f"{' ' * indent}checks: {{{rule}, because: It moves in spring, until: {until}}}\n"
    return CLAIM.replace(f"{where}\n", f"{where}\n{exemption}")


@pytest.mark.parametrize(
    ("profile", "severities"),
    [
        ("starter", [Severity.ERROR, Severity.INFO]),
        ("standard", [Severity.ERROR, Severity.INFO, Severity.WARNING]),
        ("strict", [Severity.ERROR, Severity.INFO, Severity.ERROR]),
    ],
)
def test_a_profile_asks_for_less_or_more(profile: Profile, severities: list[Severity]) -> None:
    found = selected(portal_of(claim=CLAIM), [NOTE, WARNING, ERROR], Limits(TODAY), Checks(profile=profile)).found
    in_order = sorted(found, key=lambda one: ["an error", "a note", "a warning"].index(one.message))
    assert [one.severity for one in in_order] == severities


@pytest.mark.parametrize(
    ("profile", "code", "severity"),
    [
        ("starter", "JB455", Severity.WARNING),
        ("strict", "JB455", Severity.ERROR),
        ("strict", "JB441", Severity.WARNING),
    ],
)
def test_what_betrays_somebody_is_never_quiet_and_a_guess_never_an_error(
    profile: Profile, code: str, severity: Severity
) -> None:
    weights = Weights(Checks(profile=profile), "content")
    assert weights.of(replace(WARNING, code=code)) == severity
    assert (
        Weights(Checks(profile=profile, rules={code: "off"}), "content").of(replace(WARNING, code=code)) == "off"
    )


def test_a_rule_weighs_what_the_options_say_whatever_the_profile() -> None:
    portal = portal_of(claim=CLAIM)
    assert {one.severity for one in told(portal, Checks(profile="starter", rules={"JB401": "error"})).found} == {
        Severity.ERROR
    }
    assert told(portal, Checks(profile="strict", rules={"JB401": "off"})) == Selected(())


def test_the_later_of_two_folders_counts_and_others_are_left_alone() -> None:
    portal = portal_of(**{"claim": CLAIM, "drafts/a": CLAIM, "drafts/b": CLAIM})
    folders = (
        FolderRules(in_="journeys/drafts/**", rules={"JB401": "off"}),
        FolderRules(in_="journeys/*/b.yml", rules={"JB401": "error"}),
    )
    found = told(portal, Checks(folders=folders)).found
    assert {(one.file, one.severity) for one in found} == {
        ("content/journeys/claim.yml", Severity.INFO),
        ("content/journeys/drafts/b.yml", Severity.ERROR),
    }


@pytest.mark.parametrize(
    ("path", "hint"),
    [("journeys/drfts/**", "did you mean 'journeys/drafts/**'?"), ("[", ""), ("quite/elsewhere/**", "")],
)
def test_a_folder_without_files_is_told(path: str, hint: str) -> None:
    portal = portal_of(**{"drafts/a": "title: A\n", "b": "title: B\n"})
    (found,) = told(portal, Checks(folders=(FolderRules(in_=path, rules={"JB401": "off"}),))).found
    assert (found.code, found.severity, found.hint) == ("JB354", Severity.INFO, hint)


def test_errors_of_form_and_references_are_neither_lowered_nor_hidden() -> None:
    broken = Diagnostic("JB203", "no touchpoint", "content/journeys/claim.yml", key="journey/claim")
    portal = portal_of(claim=with_exemption("status: reviewed"))
    assert broken in selected(portal, [broken], Limits(TODAY), Checks(profile="starter")).found


@pytest.mark.parametrize(
    ("where", "left", "exempt"),
    [
        ("status: reviewed", [], 5),
        ("  - title: Report it", ["stage/claim/wait-for-it"], 4),
        ("      - title: Calls", ["stage/claim/report-it", "stage/claim/wait-for-it", "step/claim/writes"], 2),
        ("  - title: Wait for it", [*EVERYTHING[:2], "step/claim/calls", "step/claim/writes"], 1),
    ],
)
def test_an_exemption_covers_a_thing_and_all_it_holds_and_nothing_else(
    where: str, left: list[str], exempt: int
) -> None:
    result = told(portal_of(claim=with_exemption(where)))
    assert keys_of(result) == left
    assert result.exempt == exempt
    assert len(result.found) == len(left), "nothing is said about an exemption that is of use"


def test_the_inner_of_two_exemptions_counts() -> None:
    text = with_exemption("status: reviewed").replace(
        "      - title: Calls\n",
        "      - title: Calls\n"
        "        checks: {rules: {JB401: error}, because: Read by the board, until: 2027-01-31}\n",
    )
    found = told(portal_of(claim=text)).found
    assert {(one.key, one.severity) for one in found} == {
        ("pain/claim/waits", Severity.ERROR),
        ("step/claim/calls", Severity.ERROR),
    }


def test_on_its_last_day_an_exemption_counts_and_after_it_is_told_itself() -> None:
    portal = portal_of(claim=with_exemption("status: reviewed", until="2026-11-22"))
    assert told(portal) == Selected((), exempt=5)
    after = told(portal, today=date(2026, 11, 23))
    assert len(keys_of(after)) == 5
    (past,) = (one for one in after.found if one.code == "JB471")
    assert (past.severity, past.key, past.span.line) == (Severity.WARNING, "journey/claim", 3)
    assert past.message == ("this exemption from JB401 ended on 2026-11-22; its reason was 'It moves in spring'")
    assert past.hint == "mend what is found here, or agree on a new day"


def test_one_that_is_past_its_day_and_of_no_use_is_to_be_deleted() -> None:
    text = with_exemption("title: Claim", until="2026-01-01").replace("reviewed", "draft")
    (past,) = told(portal_of(claim=text)).found
    assert (past.code, past.hint) == ("JB471", "nothing is left: delete it")


@pytest.mark.parametrize("rule", ["ignore: JB401", "ignore: [JB401]", "rules: {JB401: off}"])
def test_an_exemption_that_hides_nothing_is_told(rule: str) -> None:
    portal = portal_of(claim=with_exemption("title: Claim", rule=rule).replace("reviewed", "draft"))
    (idle,) = told(portal).found
    assert (idle.code, idle.severity, idle.key) == ("JB472", Severity.INFO, "journey/claim")


def test_one_that_raises_a_rule_need_not_be_met() -> None:
    text = with_exemption("title: Claim", rule="rules: {JB401: error}").replace("reviewed", "draft")
    assert told(portal_of(claim=text)) == Selected(())


def test_an_exemption_is_of_use_where_the_profile_hides_the_finding_anyway() -> None:
    portal = portal_of(claim=with_exemption("status: reviewed"))
    assert told(portal, Checks(profile="starter")) == Selected(())


def test_nothing_is_called_idle_while_something_cannot_be_read() -> None:
    found = [
        read_file("journeys/claim.yml", with_exemption("title: Claim").replace("reviewed", "draft")),
        read_file("journeys/broken.yml", "title: ["),
    ]
    assert told(assemble(content_of("content", found))) == Selected(())


def test_every_limit_can_be_set_in_the_options() -> None:
    assert {one.name for one in fields(Limits)} - {"today"} == {one.name for one in fields(Thresholds)}
    limits = limits_on(TODAY, Thresholds(moments_of_truth=0.5))
    assert (limits.today, limits.moments_of_truth) == (TODAY, 0.5)
    assert practice_findings(portal_of(claim=CLAIM), limits)
