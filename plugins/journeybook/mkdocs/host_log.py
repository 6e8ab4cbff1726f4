"""MkDocs' log, kept or shown while we run it ourselves."""

from __future__ import annotations

import logging
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

_LOG = logging.getLogger("mkdocs")


@dataclass(frozen=True, slots=True)
class Message:
    """One line of the host's log."""

    level: str
    """`INFO`, `WARNING` or `ERROR`."""
    text: str


@dataclass(eq=False)
class _Keeper(logging.Handler):
    kept: list[Message] = field(default_factory=list[Message])

    def __post_init__(self) -> None:
        super().__init__()

    def emit(self, record: logging.LogRecord) -> None:
        self.kept.append(Message(record.levelname, record.getMessage()))


@contextmanager
def kept_messages() -> Generator[list[Message]]:
    """Everything the host logs in the block, which prints nothing."""
    keeper = _Keeper()
    with _heard_by(keeper):
        yield keeper.kept


@contextmanager
def shown_messages() -> Generator[None]:
    """Print what the host logs in the block to standard error."""
    printer = logging.StreamHandler()
    printer.setFormatter(logging.Formatter("%(levelname)-8s %(message)s"))
    with _heard_by(printer):
        yield


@contextmanager
def _heard_by(handler: logging.Handler) -> Generator[None]:
    level, propagate = _LOG.level, _LOG.propagate
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    try:
        yield
    finally:
        _LOG.removeHandler(handler)
        _LOG.setLevel(level)
        _LOG.propagate = propagate
