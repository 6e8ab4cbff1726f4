"""The lists of stock Material's findings hold all of them, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tools.axe import all_axe_findings
from tests.tools.material_findings import MATERIAL_ACCESSIBILITY, MATERIAL_HTML
from tests.tools.vnu import all_html_messages, html_messages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import OpenPage

ADDRESSES = ("/", "/more/second/", "/404.html")


def test_every_accessibility_finding_of_stock_material_is_known(
    open_page: OpenPage, serve_folder: Callable[..., str], stock_site: Path
) -> None:
    base = serve_folder(stock_site, "/stock")
    pages = [open_page(base + address) for address in ADDRESSES]
    pages += [open_page(base + address, color_scheme="dark", viewport=(390, 800)) for address in ADDRESSES]
    findings = [finding for page in pages for finding in all_axe_findings(page)]
    assert [str(finding) for finding in findings if finding.known is None] == []
    assert {finding.known for finding in findings} == set(MATERIAL_ACCESSIBILITY), "an entry is not needed"


def test_every_html_message_of_stock_material_is_known(stock_site: Path) -> None:
    assert html_messages(stock_site) == []
    found = all_html_messages(stock_site)
    for known in MATERIAL_HTML:
        assert any(known.covers(message.text, message.markup) for message in found), f"not needed: {known}"
