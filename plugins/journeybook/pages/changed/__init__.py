"""The page that shows what changed between two states of a portal: curves, maps and sentences."""

from journeybook.pages.changed.page import ChangedPage, changed_page

__all__ = ["ChangedPage", "changed_page"]
