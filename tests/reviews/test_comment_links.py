"""Comment links: what a tracker's page shows when a reader clicks one."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from journeybook.model.keys import SpotKey
from journeybook.model.portal_options import Comments
from journeybook.reviews import Spot, comment_links, short_comment_link
from journeybook.words import Words

ENGLISH = Words()
GITHUB = Comments(tracker="github", repository="https://github.com/acme/portal")
FORM = Comments(tracker="github", repository="https://github.com/acme/portal/", form="journey-comment.yml")
GITLAB = Comments(tracker="gitlab", repository="https://gitlab.com/acme/portal.git")
MAILTO = Comments(tracker="mailto", address="journeys+review@example.com")

CALL = Spot(
    key=SpotKey("step", "calls-support", "move-hosting"),
    title="Calls support & waits 50% longer",
    where="Move my shop › Decide",
    page="https://example.com/journeys/move-hosting/#calls-support",
    file="content/journeys/move-hosting.yml",
    line=14,
)
BODY = """

- About: Calls support & waits 50% longer
- Part of: Move my shop › Decide
- Page: https://example.com/journeys/move-hosting/#calls-support
- Source: content/journeys/move-hosting.yml:14

journeybook: step/move-hosting/calls-support"""


def query_of(address: str) -> dict[str, str]:
    """The query as the tracker reads it; fails on anything malformed."""
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query, strict_parsing=True).items()}


def test_a_github_issue_is_prefilled() -> None:
    write = comment_links(CALL, GITHUB, ENGLISH).write
    assert write.startswith("https://github.com/acme/portal/issues/new?")
    assert query_of(write) == {
        "title": "Comment: Calls support & waits 50% longer",
        "labels": "journeybook",
        "body": BODY,
    }


def test_an_issue_form_gets_one_text_field_per_fact() -> None:
    write = comment_links(CALL, FORM, ENGLISH).write
    assert write.startswith("https://github.com/acme/portal/issues/new?template=journey-comment.yml&")
    assert query_of(write) == {
        "template": "journey-comment.yml",
        "title": "Comment: Calls support & waits 50% longer",
        "labels": "journeybook",
        "spot": "step/move-hosting/calls-support",
        "page": "https://example.com/journeys/move-hosting/#calls-support",
        "source": "content/journeys/move-hosting.yml:14",
    }


def test_github_lists_existing_comments_by_the_quoted_key() -> None:
    existing = comment_links(CALL, GITHUB, ENGLISH).existing
    assert existing
    assert existing.startswith("https://github.com/acme/portal/issues?")
    assert query_of(existing) == {"q": 'is:issue "step/move-hosting/calls-support"'}


def test_a_gitlab_issue_sets_its_labels_by_a_quick_action() -> None:
    comments = Comments(
        tracker="gitlab",
        repository="https://gitlab.com/acme/portal.git",
        form="Journey comment",
        labels=("journeybook", 'say "hello"'),
    )
    write = comment_links(CALL, comments, ENGLISH).write
    assert write.startswith("https://gitlab.com/acme/portal/-/issues/new?")
    assert query_of(write) == {
        "issuable_template": "Journey comment",
        "issue[title]": "Comment: Calls support & waits 50% longer",
        "issue[description]": f'{BODY}\n\n/label ~"journeybook" ~"say \'hello\'"',
    }


def test_gitlab_lists_existing_comments_open_or_closed() -> None:
    existing = comment_links(CALL, GITLAB, ENGLISH).existing
    assert existing
    assert existing.startswith("https://gitlab.com/acme/portal/-/issues?")
    assert query_of(existing) == {"state": "all", "search": "step/move-hosting/calls-support"}


def test_a_mail_follows_rfc_6068() -> None:
    links = comment_links(CALL, MAILTO, ENGLISH)
    head, _, query = links.write.partition("?")
    assert head == "mailto:journeys+review@example.com"
    assert "+" not in query, "mail programs show a plus as a plus"
    assert query.startswith(
        "subject=Comment%3A%20Calls%20support%20%26%20waits%2050%25%20longer&body=%0D%0A%0D%0A"
    )
    assert unquote(query.partition("&body=")[2]) == BODY.replace("\n", "\r\n")
    assert links.existing is None


def test_a_template_gets_every_placeholder_encoded() -> None:
    comments = Comments(
        tracker="template",
        template="https://tracker.example/new?t={title}&b={body}&l={labels}&k={key}&p={page}&f={file}&n={line}&x={y}",
        labels=("a", "b c"),
    )
    links = comment_links(CALL, comments, ENGLISH)
    assert query_of(links.write) == {
        "t": "Comment: Calls support & waits 50% longer",
        "b": BODY,
        "l": "a,b c",
        "k": "step/move-hosting/calls-support",
        "p": CALL.page,
        "f": "content/journeys/move-hosting.yml",
        "n": "14",
        "x": "{y}",
    }
    assert "k=step%2Fmove-hosting%2Fcalls-support&" in links.write
    assert links.existing is None


def test_a_template_with_a_title_only_gets_the_key_in_it() -> None:
    comments = Comments(tracker="template", template="https://tracker.example/new?t={title}")
    title = query_of(comment_links(CALL, comments, ENGLISH).write)["t"]
    assert title == "Comment: Calls support & waits 50% longer (step/move-hosting/calls-support)"


@pytest.mark.parametrize("tracker", [GITHUB, FORM, GITLAB, MAILTO], ids=lambda one: one.form or one.tracker)
def test_the_option_search_overrides_every_tracker(tracker: Comments) -> None:
    search = "https://tracker.example/?q=%22{key}%22"
    comments = Comments(
        tracker=tracker.tracker, repository=tracker.repository, address=tracker.address, search=search
    )
    existing = comment_links(CALL, comments, ENGLISH).existing
    assert existing == "https://tracker.example/?q=%22step%2Fmove-hosting%2Fcalls-support%22"


def test_facts_that_nobody_knows_leave_no_empty_lines() -> None:
    spot = Spot(SpotKey("page", "how-to-read"), "How to read a map", "", "how-to-read/", "", 1)
    body = query_of(comment_links(spot, GITHUB, ENGLISH).write)["body"]
    assert body == "\n\n- About: How to read a map\n- Page: how-to-read/\n\njourneybook: page/how-to-read"


def test_the_body_speaks_the_language_of_the_portal() -> None:
    class Shouted(Words):
        def gettext(self, message: str, **values: object) -> str:
            return super().gettext(message, **values).upper()

    body = query_of(comment_links(CALL, GITHUB, Shouted()).write)["body"]
    assert "- PART OF: MOVE MY SHOP › DECIDE" in body
    assert body.endswith("\njourneybook: step/move-hosting/calls-support"), "the key line is for programs"


@pytest.mark.parametrize(
    ("repository", "base"),
    [
        ("https://github.com/acme/portal/", "https://github.com/acme/portal/issues/new"),
        ("https://github.com/acme/portal.git", "https://github.com/acme/portal/issues/new"),
        ("https://github.com/acme/portal?tab=readme#top", "https://github.com/acme/portal/issues/new"),
        ("https://git.example:8443/zażółć/portal", "https://git.example:8443/za%C5%BC%C3%B3%C5%82%C4%87/portal/issues/new"),
    ],
)  # fmt: skip
def test_a_repository_may_be_written_in_several_ways(repository: str, base: str) -> None:
    write = comment_links(CALL, Comments(tracker="github", repository=repository), ENGLISH).write
    assert write.partition("?")[0] == base


def test_a_short_link_of_an_issue_form_keeps_the_form() -> None:
    write = short_comment_link(CALL.key, CALL.title, FORM, ENGLISH)
    assert query_of(write) == {
        "template": "journey-comment.yml",
        "title": "Comment: Calls support & waits 50% longer",
        "spot": "step/move-hosting/calls-support",
    }


def test_a_short_link_shortens_the_title_and_never_the_key() -> None:
    query = query_of(short_comment_link(CALL.key, "Waits and waits " * 20, GITHUB, ENGLISH))
    assert query["title"].endswith("…")
    assert len(query["title"]) < 80
    assert query["body"].strip() == "journeybook: step/move-hosting/calls-support"
