"""Two states of a portal, read and compared for `journeybook diff`."""
