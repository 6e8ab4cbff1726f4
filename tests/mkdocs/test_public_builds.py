"""A public build holds nothing that is marked internal, wherever one looks."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from journeybook.model import Journey, Kind
from journeybook.model.boards import ALL_BOARDS, BOARDS_FOR_ALL
from journeybook.model.kinds import DEFINED_IN_FILES
from journeybook.model.text import Audience
from journeybook.reading.internal_keys import internal_names
from journeybook_cli.main import journeybook
from tests.exchange.neighbours import document, pin
from tests.mkdocs.small_portal import Site, SmallPortal
from tests.portal.secrets import MARK, files, public_id

Logged = Callable[[str], list[str]]

READ = (".html", ".json", ".md", ".txt", ".xml")
NAV = [
    "index.md",
    {"zqnavx": ["zqpagex.md", {"zqnavpersonax": "personas/zqpersonaidx.md"}, "internal/zqfolderx.md"]},
    {"Open": ["open.md", {"zqstagenavx": "journeys/open-journey/zqstageidx.md"}, "journeys/open-journey.yml"]},
]
GITHUB = {"repo_url": "https://github.com/example/private", "edit_uri": "edit/main/content/"}


@pytest.fixture
def secretive(portal: SmallPortal) -> SmallPortal:
    """The portal of `tests.portal.secrets`."""
    for path in sorted(portal.root.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    portal.write(files())
    portal.settings["nav"] = NAV
    portal.settings["site_url"] = "https://open.example/"
    portal.settings["markdown_extensions"] = ["attr_list", "md_in_html", "pymdownx.superfences"]
    return portal


OPTIONS = """\
languages: [en, pl]
comments: {tracker: github, repository: "https://github.com/example/private"}
"""


def build(portal: SmallPortal, audience: str, **settings: object) -> Site:
    portal.settings.update(settings)
    portal.write({"journeybook.yml": f"audience: {audience}\n{OPTIONS}"})
    return portal.build(strict=True)


def secrets_of(site: Site) -> set[str]:
    """Every secret in a file of the site, or in a file's name."""
    found: set[str] = set()
    for name in site.files():
        content = (site.folder / name).read_bytes()
        content = gzip.decompress(content) if name.endswith(".gz") else content
        if "assets/" not in name:
            found.update(re.findall(rf"{MARK}[\w.-]*".encode(), content, re.IGNORECASE))
        found.update(one.encode() for one in re.findall(rf"{MARK}[\w.-]*", name, re.IGNORECASE))
    return {one.decode() for one in found}


EVERY_BOARD = f"public_boards: [{', '.join(ALL_BOARDS)}]\n"


@pytest.mark.parametrize(("urls", "more"), [(True, ""), (False, EVERY_BOARD), (True, "public_boards: []\n")])
def test_a_public_build_holds_no_secret(secretive: SmallPortal, urls: bool, more: str) -> None:
    site = build(secretive, f"public\n{more}", use_directory_urls=urls)
    assert secrets_of(site) == set()
    assert {"images/both.png", "images/unnamed.png", "images/open-photo-src.png"} <= site.files()
    assert not {name for name in site.files() if name.startswith("internal")}


def test_an_internal_build_holds_them_all(secretive: SmallPortal) -> None:
    found = " ".join(secrets_of(build(secretive, "internal")))
    planted = {
        secret for name, text in files().items() for secret in re.findall(rf"{MARK}[\w.-]*?x\b", text + name)
    }
    assert len(planted) > 290
    assert {one for one in planted if one not in found} == set()


def test_what_is_generated_for_the_public_holds_no_secret(secretive: SmallPortal) -> None:
    secretive.save_settings()
    secretive.write({"journeybook.yml": OPTIONS})
    found: dict[str, set[str]] = {}
    for audience in get_args(Audience):
        command(secretive, "generate", "--out", str(secretive.root / audience), "--audience", audience)
        found[audience] = secrets_of(Site(secretive.root / audience))
    assert found["public"] == set()
    assert len(found["internal"]) > 190


def test_what_the_command_tells_the_public_holds_no_secret(secretive: SmallPortal) -> None:
    secretive.save_settings()
    secretive.write({"journeybook.yml": OPTIONS})
    told = command(secretive, "list", "--json", "--audience", "internal")
    assert MARK in told
    keys = [thing["key"] for things in json.loads(told).values() for thing in things]
    shown = [key for key in keys if MARK not in key]
    assert len(shown) == len(DEFINED_IN_FILES)
    public = [command(secretive, *what, "--audience", "public") for what in (["list"], ["list", "--json"])]
    for key in shown:
        assert MARK in command(secretive, "show", key, "--json", "--audience", "internal"), key
        public += [command(secretive, "show", key, *form, "--audience", "public") for form in ([], ["--json"])]
    assert MARK not in "".join(public)


def command(portal: SmallPortal, *arguments: str) -> str:
    """What `journeybook …` prints."""
    result = CliRunner().invoke(journeybook, [*arguments, "--root", str(portal.root)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_kinds_that_are_internal_leave_nothing_of_theirs(secretive: SmallPortal) -> None:
    kinds = [kind for kind in DEFINED_IN_FILES if kind not in {Kind.JOURNEY, Kind.PERSONA}]
    marks = {public_id(kind) for kind in kinds}
    more = f"public\n{EVERY_BOARD}internal: [{', '.join(kind.folder for kind in kinds)}]\n"
    secretive.settings["nav"] = ["index.md"]
    # Names of internal things in public words are the authors' own; here they say none.
    for path in (secretive.root / "content").rglob("*.md"):
        if path.name.startswith(("blocks", "open.")):
            path.unlink()
    whole = words_of(build(secretive, "internal"))
    assert {one for one in marks if one in whole} == marks
    left = words_of(build(secretive, more))
    assert {one for one in marks if one in left} == set()


def test_keys_that_are_internal_leave_nothing_of_theirs(secretive: SmallPortal) -> None:
    kept = {"stages", "steps", *(kind.folder for kind in DEFINED_IN_FILES)}
    more = f"public\n{EVERY_BOARD}internal: [{', '.join(sorted({*internal_names()} - kept))}, x-*]\n"
    assert {"does", "quote", "backstage.does", "summary", "narrative"} <= fields_of(build(secretive, "internal"))
    assert fields_of(build(secretive, more)) == {"title"}


def words_of(site: Site) -> str:
    """All that the files of a site hold, and their names."""
    return "\n".join([f"{name}\n{site.text(name)}" for name in site.files() if name.endswith(READ)])


def fields_of(site: Site) -> set[str]:
    """Which of the texts that tell their field are in the site."""
    return set(re.findall(r"Open ([\w.]+):", words_of(site)))


def test_boards_for_the_company_are_not_for_the_public(portal: SmallPortal) -> None:
    portal.write(
        {
            "journeybook.yml": "languages: [en, pl]\n",
            "content/about/how.md": "# How\n\n[Old](../boards/freshness.md) [pains](../boards/pains.md) "
            "[all](../boards/index.md)\n",
        }
    )
    assert boards_in(portal.build(strict=True)) == {*ALL_BOARDS, "boards"}
    portal.write({"journeybook.yml": "languages: [en, pl]\naudience: public\n"})
    site = portal.build(strict=True)
    assert boards_in(site) == {*BOARDS_FOR_ALL, "boards"}
    assert site.hrefs("about/how/index.html")[-2:] == ["../../boards/pains/", "../../boards/"]
    assert "Old <a" in site.article("about/how/index.html")
    assert "without an opportunity" not in site.text("boards/index.html")
    assert "Unproven" not in site.text("atlas/index.html")
    assert "Nobody has made an opportunity" not in site.text(PAIN)
    portal.write({"journeybook.yml": "languages: [en, pl]\naudience: public\npublic_boards: [translations]\n"})
    assert boards_in(portal.build(strict=True)) == {"translations", "boards"}
    portal.write({"journeybook.yml": "languages: [en, pl]\naudience: public\npublic_boards: []\n"})
    assert boards_in(site := portal.build(strict=True)) == set()
    assert "boards/" not in site.article(PAIN)


PAIN = "pains/claim/told-twice/index.html"


def boards_in(site: Site) -> set[str]:
    return {Path(name).parent.name for name in site.files() if re.match(r"(pl/)?boards/.*html$", name)}


STATES = {
    "content/personas/zqpersonax.md": "---\ntitle: zqpersonatitlex\naudience: internal\n---\n",
    "content/teams.yml": "support: {title: Support}\nclaims: {title: Claims}\n"
    "zqteamx: {title: zqteamtitlex, audience: internal}\n",
    "content/channels.yml": "phone: {title: Telephone}\nletter: {title: Letter}\n"
    "zqchannelx: {title: zqchanneltitlex, audience: internal}\n",
    "content/journeys/zqnextx.yml": "title: zqnexttitlex\naudience: internal\nstate: future\nimproves: today\n"
    "persona: ada\nstages: [{id: a, title: A, steps: [{id: b, title: B, score: 4}]}]\n",
    "content/journeys/zqoldx.yml": "title: zqoldtitlex\naudience: internal\npersona: ada\n"
    "stages: [{id: a, title: A, steps: [{id: b, title: B, score: 1}]}]\n",
    "content/journeys/today.yml": """\
        title: Today
        personas: [ada, zqpersonax]
        lanes: [x-zqlanex, curve, frontstage, teams, channels]
        stages:
          - id: a
            title: A
            steps:
              - id: b
                title: B
                channel: zqchannelx
                team: zqteamx
                score: {ada: 2, zqpersonax: 5}
                x-zqlanex: zqlanetextx
                frontstage: [{team: zqteamx, does: Answers, system: zqsystemx}]
              - {id: c, title: C, channel: phone, team: support, score: {ada: 3}}
        """,
    "content/journeys/tomorrow.yml": "title: Tomorrow\nstate: future\nimproves: zqoldx\npersona: ada\n"
    "stages: [{id: a, title: A, steps: [{id: b, title: B, score: 4}]}]\n",
}
"""Journeys whose other state, and steps whose persona, team and channel, are internal."""


@pytest.mark.parametrize("audience", get_args(Audience))
def test_a_public_map_names_no_state_and_no_one_that_is_internal(portal: SmallPortal, audience: str) -> None:
    hidden = "internal: [x-*, frontstage]"
    portal.write({**STATES, "journeybook.yml": f"audience: {audience}\n{EVERY_BOARD}{hidden}\n"})
    site = portal.build(strict=True)
    pairs = {name for name in site.files() if re.match(r"compare/.+/index.html", name)}
    today, tomorrow = (site.text(f"journeys/{name}/index.html") for name in ("today", "tomorrow"))
    assert "As it shall be:" not in tomorrow
    assert ('data-jb-lane="frontstage"' in today) is (audience == "internal")
    if audience == "public":
        assert secrets_of(site) == set()
        assert pairs == set()
        assert "As it shall be:" not in today
        assert "Today:" not in tomorrow
    else:
        found = secrets_of(site)
        assert {f"zq{one}titlex" for one in ("persona", "team", "channel", "next", "old")} <= found
        assert {"zqlanetextx", "zqsystemx"} <= found
        assert pairs == {"compare/zqnextx/index.html", "compare/tomorrow/index.html"}
        lenses = ("persona:zqpersonax", "team:zqteamx", "channel:zqchannelx")
        assert all(f'value="{one}"' in today for one in lenses)
        assert "As it shall be:" in today
        assert "Today:" in tomorrow


HUB = {
    "journeybook.yml": "audience: %s\n"
    "portals: {zqothernamex: {source: other.json}, nearby: {source: nearby.json}}\n",
    "content/other.md": "# Other\n\n[[zqothernamex:journey/zqotherx]] [words][zqothernamex:journey/zqotherx] "
    "[link](zqothernamex:journey/zqotherx) [[nearby:journey/near]]\n\n```journeybook\nshow: atlas\n```\n",
    "content/journeys/part.yml": "title: Part, see [[zqothernamex:journey/zqotherx]]\n"
    "part_of: zqothernamex:journey/zqotherx\nlinks: ['zqothernamex:journey/zqotherx']\nstages: []\n",
}


@pytest.mark.parametrize("audience", get_args(Audience))
def test_a_public_hub_leaves_out_portals_that_are_internal(portal: SmallPortal, audience: str) -> None:
    other = document(Journey(id="zqotherx", title="zqothertitlex"), title="zqotherportalx")
    near = {**document(Journey(id="near", title="Near by"), title="Open"), "audience": "public"}
    pin(portal.root, "zqothernamex", other)
    pin(portal.root, "nearby", near, source="nearby.json")
    portal.write({name: text % audience if "%s" in text else text for name, text in HUB.items()})
    site = portal.build()
    assert "Near by" in site.text("other/index.html")
    assert "Near by" in site.text("atlas/index.html")
    found = secrets_of(site)
    if audience == "public":
        assert found == set()
    else:
        assert {"zqotherx", "zqothertitlex", "zqotherportalx"} <= found


COMMENTS = "comments:\n  tracker: github\n  repository: https://github.com/example/private\n"


def test_strangers_may_comment_but_are_not_told_of_files(portal: SmallPortal) -> None:
    portal.settings.update(GITHUB, theme={"name": "material", "features": ["content.action.edit"]})
    portal.write({"journeybook.yml": f"audience: public\n{COMMENTS}"})
    site = portal.build(strict=True)
    for page in ("journeys/claim/index.html", "about/how/index.html"):
        text = site.article(page)
        assert "issues/new" in text
        assert "content%2F" not in text
        assert "edit/main" not in text
    portal.write({"journeybook.yml": f"audience: public\nedit_links: public\n{COMMENTS}"})
    site = portal.build(strict=True)
    assert "edit/main/content/journeys/eu/claim.yml" in site.article("journeys/claim/index.html")
    assert "edit/main/content/about/how.md" in site.article("about/how/index.html")


def test_an_overview_with_nothing_left_says_so(portal: SmallPortal) -> None:
    portal.write({"journeybook.yml": "audience: public\ninternal: [channels]\n"})
    site = portal.build(strict=True)
    assert "Nothing here yet." in site.article("channels/index.html")
    assert "journeybook new" not in site.article("channels/index.html")
    assert "channels/phone/index.html" not in site.files()


def test_a_stage_without_steps_left_has_its_page(portal: SmallPortal) -> None:
    portal.write({"journeybook.yml": "audience: public\ninternal: [steps]\n"})
    site = portal.build(strict=True)
    assert "Report" in site.article("journeys/claim/report/index.html")
    assert "Calls support" not in site.article("journeys/claim/index.html")


def test_while_serving_a_broken_portal_shows_no_internal_page(portal: SmallPortal) -> None:
    portal.write(
        {
            "journeybook.yml": "audience: public\n",
            "content/secret.md": "---\naudience: internal\n---\n# Secret\n",
            "content/teams.yml": "desk: {titel: Desk}\n",
        }
    )
    site = portal.build(command="serve")
    assert "secret/index.html" not in site.files()
    assert "about/how/index.html" in site.files()
