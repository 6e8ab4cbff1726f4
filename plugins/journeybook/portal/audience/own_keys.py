"""Own keys that `internal:` or `lanes:` name and nothing has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journeybook.model import Journey, Step
from journeybook.model.diagnostics import Diagnostic, at
from journeybook.model.lanes import OWN_LANE
from journeybook.model.places import Place
from journeybook.model.portal_options import PortalOptions
from journeybook.portal.mentions import entities_in, key_of
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


def unknown_own_lanes(content: Content, options: PortalOptions) -> Iterator[Diagnostic]:
    """A finding for each own key that `lanes` of the portal or of a journey names and no step has."""
    known = {
        name
        for top in content.entities
        for _, one in entities_in(top)
        if isinstance(one, Step)
        for name in one.extra
    }
    yield from _unknown_lanes(options.lanes, options.place, "", known)
    for one in content.entities:
        if isinstance(one, Journey):
            yield from _unknown_lanes(one.lanes, one.place, str(key_of(one)), known)


def _unknown_lanes(lanes: Sequence[str], place: Place, key: str, known: set[str]) -> Iterator[Diagnostic]:
    for number, name in enumerate(lanes):
        if name.startswith(OWN_LANE) and name not in known:
            hint = did_you_mean(name, known, "delete it, or write it as it stands at the steps")
            yield at(place, place.of("lanes", number), "JB154", f"no step has '{name}'", key=key, hint=hint)
