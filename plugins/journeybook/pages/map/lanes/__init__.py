"""The lanes of a map, one family a file."""
