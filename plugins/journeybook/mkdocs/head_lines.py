"""What pages say in their head beside what the host says there."""

from __future__ import annotations

import re
from functools import cache
from html import escape

_HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)


def with_in_head(output: str, lines: str) -> str:
    """The whole page `output` with `lines` at the end of its head."""
    return _HEAD_END.sub(lambda found: lines + found[0], output, count=1) if lines else output


def alternate(href: str, **attributes: str) -> str:
    """The element that tells programs of another form of the page at `href`; `attributes` say which form."""
    said = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    # The blank is for Material's script, which takes `rel=alternate` for the root of a site with a list of pages.
    return f'<link rel="alternate "{said} href="{escape(href)}">\n'


@cache
def kind_of_page(template: str) -> str:
    """The element that says what kind of page it is.

    Styles know how wide the page is from that before its body has come, which would else move what is painted.
    """
    return f'<meta name="jb-page" content="{escape(template)}">\n'
