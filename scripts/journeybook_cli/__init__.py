"""The `journeybook` command."""
