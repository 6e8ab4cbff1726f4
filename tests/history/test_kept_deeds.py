"""What is kept of the past comes back as what it was."""

from __future__ import annotations

import json

from journeybook.history.kept_deeds import from_plain, to_plain
from journeybook.model import Kind
from journeybook.model.keys import SpotKey


def test_keys_stay_keys() -> None:
    keys = (SpotKey(Kind.STEP, "calls", "claim"), SpotKey("board", "index"))
    found = from_plain(json.loads(json.dumps(to_plain(keys))))
    assert found == keys
    assert [type(one) for one in found] == [SpotKey, SpotKey]
    assert type(found[0].kind) is Kind
