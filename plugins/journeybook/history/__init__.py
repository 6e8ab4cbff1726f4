"""What changed and when, from Git."""
