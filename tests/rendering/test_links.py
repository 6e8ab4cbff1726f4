"""Links and ids: every link leads to a page that is planned and an id that is there, and both ways."""

from collections.abc import Mapping

import pytest

from journeybook.model.addresses import address_of
from journeybook.portal import entities_in

from .everything import everything
from .sites import Document, context_of, documents, site_of, target


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def pages(request: pytest.FixtureRequest) -> Mapping[str, Document]:
    return documents(site_of(everything("A text"), directory_urls=request.param))


def test_every_link_leads_somewhere(pages: Mapping[str, Document]) -> None:
    ids = {file: {"", *document.ids} for file, document in pages.items()} | {"index.html": {""}}
    found = [
        (file, link)
        for file, document in pages.items()
        for link in document.links
        if (where := target(file, link)) and where[1] not in ids.get(where[0], ())
    ]
    assert found == []
    assert sum(len(document.links) for document in pages.values()) > 400


def test_ids_are_unique_on_every_page(pages: Mapping[str, Document]) -> None:
    for document in pages.values():
        assert len(set(document.ids)) == len(document.ids)


def test_links_on_the_page_itself_do_not_load_it_again(pages: Mapping[str, Document]) -> None:
    for file, document in pages.items():
        own = [link for link in document.links if (where := target(file, link)) and where[0] == file and where[1]]
        assert all(link.startswith("#") for link in own)
    assert any(link == "#calls" for document in pages.values() for link in document.links)


def test_steps_stages_and_pains_have_their_anchors_and_those_of_their_former_ids() -> None:
    pages = documents(site_of(everything("A text")))
    journey = pages["journeys/claim/index.html"].ids
    assert {"calls", "rings", "stage_tell", "stage_say", "pain_twice", "pain_again"} <= set(journey)
    assert {"calls", "rings", "pain_twice"} <= set(pages["journeys/claim/tell/index.html"].ids)


def test_ids_of_ours_never_look_like_a_steps() -> None:
    steps = {"calls", "waits", "lost", "there", "rings"}
    for document in documents(site_of(everything("A text"))).values():
        assert all("_" in one for one in document.ids if one not in steps)


def test_whatever_names_a_thing_is_linked_from_its_page() -> None:
    context = context_of(everything("A text"))
    pages = documents(site_of(everything("A text")))
    reached = {
        file: {where for link in document.links if (where := target(file, link))}
        for file, document in pages.items()
    }
    backlinks = [
        (key, link)
        for top in context.portal.content.entities
        for key, _ in entities_in(top)
        for link in context.portal.backlinks(key)
        if link.field != "score"
    ]
    assert len(backlinks) > 50
    for key, link in backlinks:
        page = address_of(key).page.file(directory_urls=True)
        source = address_of(link.source)
        if source.page == address_of(key).page:
            continue
        assert (source.page.file(directory_urls=True), source.anchor) in reached[page], (str(key), link)


def test_images_are_found_from_every_page() -> None:
    for document in documents(site_of(everything("A text"))).values():
        assert set(document.sources) <= {"https://example.com/p.png?a=1&b=2"}
