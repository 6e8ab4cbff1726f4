"""Changing files: edits held against places, read back before anything is written.

A change never passes through a dumper: what is not edited keeps every byte, comments, order, quotes and line ends.
"""
