"""Own keys that `internal:` names and nothing has."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.portal_options import PortalOptions
from journeybook.portal.mentions import entities_in
from journeybook.reading.content import Content
from journeybook.reading.internal_keys import EVERY_OWN_KEY
from journeybook.reading.wording import did_you_mean


def unknown_own_keys(content: Content, options: PortalOptions) -> Iterator[Diagnostic]:
    """A finding for each such key."""
    own = [(n, one) for n, one in enumerate(options.internal) if one.startswith("x-") and one != EVERY_OWN_KEY]
    if not own:
        return
    known = {name for top in content.entities for _, one in entities_in(top) for name in one.extra}
    for number, name in own:
        if name not in known:
            hint = did_you_mean(name, known, "delete it, or write it as it stands in the content")
            yield at(
                options.place, options.place.of("internal", number), "JB309", f"nothing has '{name}'", hint=hint
            )
