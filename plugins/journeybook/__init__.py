"""Journeybook: customer-journey maps as a checked, cross-linked static site."""

from journeybook.version import __version__

__all__ = ["__version__"]
