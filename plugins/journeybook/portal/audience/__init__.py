"""For whom a portal is built: everything for the company, nothing internal for the public."""

from journeybook.portal.audience.division import Division, division_of, for_audience
from journeybook.portal.audience.left_out import LeftOut

__all__ = ["Division", "LeftOut", "division_of", "for_audience"]
