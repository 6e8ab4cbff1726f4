"""Other formats in and out: the portal for machines, for other portals and for other site generators."""
