"""What pages say to search engines stands in a script, which no text of an author can leave."""

import json
import re

import pytest

from .everything import everything
from .sites import site_of

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
HOSTILE = [
    "</script><script>alert(1)</script>",
    "</SCRIPT >",
    "<!--<script>",
    "]]>",
    '"}, {"@type": "Person", "x": "',
    "a\u2028b\u2029c",
    "&lt;/script&gt; &quot;",
    "\ue000journeybook-root\ue000",
    "رحلة",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_leaves_its_script(text: str) -> None:
    for file, page in site_of(everything(text)).items():
        (script,) = SCRIPT.findall(page.html)
        assert not re.search("[<>&\u2028\u2029]", script), file
        assert json.loads(script)["@type"] in {"WebPage", "CollectionPage"}


@pytest.mark.parametrize("text", [one for one in HOSTILE if "\u2028" not in one])
def test_a_name_arrives_as_it_was_written(text: str) -> None:
    (script,) = SCRIPT.findall(site_of(everything(text))["personas/ann/index.html"].html)
    assert json.loads(script)["name"] == text


def test_the_last_crumb_is_the_page_itself() -> None:
    for file, page in site_of(everything("Text")).items():
        told = json.loads(SCRIPT.findall(page.html)[0])
        numbers = [crumb["position"] for crumb in told["breadcrumb"]["itemListElement"]]
        assert numbers == list(range(1, len(numbers) + 1))
        last = told["breadcrumb"]["itemListElement"][-1]["item"]
        assert last == told["url"] == "https://example.org/" + file.removesuffix("index.html")
