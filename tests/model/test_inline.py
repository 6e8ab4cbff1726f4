"""Short texts: emphasis, code, links and mentions, and nothing else."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.model.inline import to_html, to_plain


@pytest.mark.parametrize(
    ("text", "html", "plain"),
    [
        ("Rings & waits < 3 min", "Rings &amp; waits &lt; 3 min", "Rings & waits < 3 min"),
        ("*very* **slow** `site`", "<em>very</em> <strong>slow</strong> <code>site</code>", "very slow site"),
        ("[the bill](../b.md)", '<a href="../b.md">the bill</a>', "the bill"),
        ("see [x](javascript:alert(1))", "see [x](javascript:alert(1))", "see [x](javascript:alert(1))"),
        ("<b>*a*</b>", "&lt;b&gt;<em>a</em>&lt;/b&gt;", "<b>a</b>"),
        ("two\nlines *here*", "two lines <em>here</em>", "two lines here"),
        ("snake_case_name", "snake_case_name", "snake_case_name"),
    ],
)
def test_the_closed_subset(text: str, html: str, plain: str) -> None:
    assert to_html(text) == html
    assert to_plain(text) == plain


def test_mentions_take_their_address_and_title_from_the_portal() -> None:
    def target(written: str) -> tuple[str | None, str]:
        assert written == "journeybook:team:support"
        return "../teams/support/", "Support & co"

    assert to_html("ask [[team:support]]", target) == 'ask <a href="../teams/support/">Support &amp; co</a>'
    assert to_html("ask [[team:support|them]]", target) == 'ask <a href="../teams/support/">them</a>'
    assert to_html("ask [them][team:support]", target) == 'ask <a href="../teams/support/">them</a>'
    assert to_plain("ask [[team:support]]", target) == "ask Support & co"


def test_a_mention_that_leads_nowhere_is_no_link() -> None:
    assert to_html("ask [[nobody]] *now*") == "ask nobody <em>now</em>"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@given(st.text(alphabet=st.sampled_from("a<>\"'&*_`[]()!\\ \n:/j"), max_size=60) | st.text(max_size=60))
def test_no_text_makes_other_elements(text: str) -> None:
    tags = _Tags()
    tags.feed(to_html(text))
    for tag, attributes in tags.found:
        assert tag in {"em", "strong", "code", "a"}
        assert set(attributes) <= {"href"}
        assert not (attributes.get("href") or "").startswith("javascript:")
