"""Other formats in and out: the portal for machines, and for other portals."""
