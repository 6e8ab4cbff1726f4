"""What findings call what they are about; lists of findings are read without the files beside them."""

from __future__ import annotations

from journeybook.model.keys import SpotKey


def name_of(key: SpotKey) -> str:
    """Kind and id, such as `initiative 'night-board'`."""
    return f"{key.kind} '{key.id}'"
