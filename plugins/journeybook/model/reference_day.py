"""The reference day: the day on which a portal is judged fresh or stale. It counts as input."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

AS_OF = "JOURNEYBOOK_AS_OF"
"""The variable of the environment that names the day, `2026-11-22`."""
EPOCH = "SOURCE_DATE_EPOCH"
"""The variable that reproducible builds share: seconds since 1970, in UTC (reproducible-builds.org)."""


def reference_day(environment: Mapping[str, str], today: date) -> date:
    """The day that `environment` names, else `today`; ValueError says what is wrong with what it names."""
    if named := environment.get(AS_OF):
        try:
            return date.fromisoformat(named)
        except ValueError:
            raise ValueError(f"{AS_OF} is '{named}', which is no day; write one such as 2026-11-22") from None
    if seconds := environment.get(EPOCH):
        try:
            return datetime.fromtimestamp(int(seconds), UTC).date()
        except (ValueError, OverflowError, OSError):
            raise ValueError(f"{EPOCH} is '{seconds}'; write whole seconds since 1970") from None
    return today
