"""Two journeys side by side: a future one and the one it improves, or any two that a reader chooses."""

from journeybook.pages.compare.any_two import ComparePage, compare_page
from journeybook.pages.compare.pair import ComparisonPage, comparison_page

__all__ = ["ComparePage", "ComparisonPage", "compare_page", "comparison_page"]
