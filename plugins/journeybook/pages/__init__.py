"""Pages as data: one view-model per kind of page. What it shows, not how it looks.

Views and their pieces are msgspec structs: a page has hundreds of them, and they are made ten times quicker than
frozen dataclasses are, hashed and compared in a fraction of the time, and encoded for `digest_of` as they are.
"""

from journeybook.pages.context import Context
from journeybook.pages.narrative import Narrate, Narrative
from journeybook.pages.page_view import PageView
from journeybook.pages.planned import PlannedPage, plan
from journeybook.pages.scope import ROOT
from journeybook.pages.view_of import view_of

__all__ = ["ROOT", "Context", "Narrate", "Narrative", "PageView", "PlannedPage", "plan", "view_of"]
