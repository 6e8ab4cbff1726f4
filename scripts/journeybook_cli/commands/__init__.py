"""One command, one file; each offers `command`. They are imported only when they are called."""
