"""What became of a portal between two states of it, for pull requests and for programs."""

from journeybook.exchange.changes.comment import MARKER, comment_of
from journeybook.exchange.changes.document import document_of
from journeybook.exchange.changes.told import Told, told

__all__ = ["MARKER", "Told", "comment_of", "document_of", "told"]
