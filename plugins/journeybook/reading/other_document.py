"""The extract of another portal's document -> what is known of that portal.

A document comes from others: nothing in it is trusted. It is used as a whole or not at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar, cast

from journeybook.model.elsewhere import KEY
from journeybook.model.kinds import Kind
from journeybook.model.other_portals import OtherJourney, OtherMood, OtherPortal, OtherStage, OtherThing
from journeybook.reading.other_sources import site_of

EXTRACT = "journeybook/portal-extract"
"""What an extract says it is."""

WHOLE = "journeybook/portal"
"""What the document it is taken from says it is."""

VERSION = 1
MOST_BYTES = 50_000_000
"""Larger documents are not read."""

_KEY = re.compile(KEY)
_URL = re.compile(r"[A-Za-z0-9][\w.~%!$&'()*+,;=@/-]*(?:#[\w.~%!$&'()*+,;=@/:?-]*)?", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_T = TypeVar("_T", str, int, float)


class Refused(NamedTuple):
    """Why a document is not used."""

    code: str
    message: str
    hint: str = ""


class _LieError(Exception):
    """Something is not as Journeybook writes it; caught where a document is read."""


def json_of(content: bytes, wanted: str) -> dict[str, Any] | Refused:
    """The mapping in `content`, which must say that it is `wanted`, in a version we know."""
    if len(content) > MOST_BYTES:
        return Refused(
            "JB334", f"it has {len(content) / 1e6:.0f} MB, and at most {MOST_BYTES / 1e6:.0f} MB are read"
        )
    try:
        found = json.loads(content.decode("utf-8"), parse_constant=_no_number)
    except RecursionError:
        return Refused("JB334", "it nests too deep")
    except ValueError as error:  # of decoding too
        return Refused("JB334", f"it is no JSON: {error}")
    if not isinstance(found, dict):
        return Refused("JB334", "it is no portal", "name the portal.json of a site that Journeybook has built")
    document = cast("dict[str, Any]", found)
    if document.get("schema") != wanted:
        return Refused("JB334", "it is no portal", "name the portal.json of a site that Journeybook has built")
    if document.get("version") != VERSION:
        return Refused("JB335", f"it has version {str(document.get('version'))[:20]!s}, and we know {VERSION}")
    return document


def other_portal_of(
    name: str, extract: Mapping[str, Any], *, title: str = "", site: str = ""
) -> OtherPortal | Refused:
    """What the extract of the portal `name` says; `title` and `site` of `journeybook.yml` win over its own."""
    try:
        return _other_portal(name, extract, title, site_of(site))
    except _LieError as lie:
        return Refused("JB334", str(lie))


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _other_portal(name: str, extract: Mapping[str, Any], title: str, site: str) -> OtherPortal:
    language = _language(extract)
    if (audience := _text(extract, "audience")) not in {"internal", "public"}:
        raise _LieError("it does not say whom it is for")
    said = _text(extract, "site")
    if said and not site_of(said):
        raise _LieError(f"its site '{said[:80]}' is no web address")
    site = site or site_of(said)
    entities = extract.get("entities")
    if not isinstance(entities, list):
        raise _LieError("it lists no entities")
    found = [(_mapping(one), one) for one in cast("list[Any]", entities)]
    things = {str(one["key"]): thing for one, _ in found if (thing := _thing(one, language))}
    return OtherPortal(
        name=name,
        title=title or _text(extract, "title") or name,
        language=language,
        audience=audience,
        site=site,
        things=things,
        journeys=tuple(_journeys([one for one, _ in found], things, site)),
    )


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _LieError("an entity is no mapping")
    return cast("Mapping[str, Any]", value)


def _thing(entity: Mapping[str, Any], language: str) -> OtherThing:
    key, title, url = entity.get("key"), entity.get("title"), entity.get("url")
    if not (isinstance(key, str) and _KEY.fullmatch(key)):
        raise _LieError(f"'{str(key)[:80]}' is no key")
    if not isinstance(title, str):
        raise _LieError(f"{key} has no title")
    if not (isinstance(url, str) and is_below_root(url)):
        raise _LieError(f"the address of {key}, '{str(url)[:80]}', leads away from its site")
    return OtherThing(_one_line(title), url, _language(entity) if "language" in entity else language)


def is_below_root(url: str) -> bool:
    """Whether `url` is a path below the site's root, however a browser may read it."""
    return _URL.fullmatch(url) is not None and ".." not in url and "%2e" not in url.lower() and "//" not in url


def _journeys(
    entities: Iterable[Mapping[str, Any]], things: Mapping[str, OtherThing], site: str
) -> Iterable[OtherJourney]:
    stages: dict[str, list[Mapping[str, Any]]] = {}
    journeys: list[Mapping[str, Any]] = []
    for entity in entities:
        kind, _, rest = str(entity["key"]).partition("/")
        if kind == Kind.JOURNEY:
            journeys.append(entity)
        elif kind == Kind.STAGE:
            stages.setdefault(rest.partition("/")[0], []).append(entity)
    for one in journeys:
        key = str(one["key"])
        own = stages.get(key.partition("/")[2], [])
        thing = things[key]
        yield OtherJourney(
            key=key,
            title=thing.title,
            url=site + thing.url if site else "",
            language=thing.language,
            personas=tuple(persona for persona in _texts(one, "personas") if persona in things),
            state=_text(one, "state"),
            status=_text(one, "status"),
            scope=_text(one, "scope"),
            moods=_moods(one),
            counts=_counts(one),
            stages=tuple(_stage(stage, things) for stage in own),
        )


def _stage(stage: Mapping[str, Any], things: Mapping[str, OtherThing]) -> OtherStage:
    key = str(stage["key"])
    return OtherStage(key, things[key].title, _moods(stage))


def _moods(entity: Mapping[str, Any]) -> tuple[OtherMood, ...]:
    found: list[OtherMood] = []
    for one in cast("list[Any]", _typed(entity, "moods", list, [])):
        mood = _mapping(one)
        mean, n, of = (_number(mood, name) for name in ("mean", "n", "of"))
        if not (1 <= mean <= 5 and 0 < n <= of):
            raise _LieError(f"a mean score of {entity['key']} is off its scale")
        found.append(OtherMood(_text(mood, "persona"), float(mean), int(n), int(of)))
    return tuple(found)


def _counts(entity: Mapping[str, Any]) -> Mapping[str, int]:
    counts = cast("dict[str, Any]", _typed(entity, "counts", dict, {}))
    return {name: int(_number(counts, name)) for name in counts}


def _number(holder: Mapping[str, Any], name: str) -> float:
    value = holder.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e9:
        raise _LieError(f"'{name[:40]}' is no number that can be")
    return value


def _texts(holder: Mapping[str, Any], name: str) -> list[str]:
    values = cast("list[Any]", _typed(holder, name, list, []))
    if not all(isinstance(one, str) for one in values):
        raise _LieError(f"'{name}' holds something that is no text")
    return values


def _text(holder: Mapping[str, Any], name: str) -> str:
    return _one_line(_typed(holder, name, str, ""))


def _typed(holder: Mapping[str, Any], name: str, wanted: type[Any], default: Any) -> Any:
    value = holder.get(name, default)
    if not isinstance(value, wanted):
        raise _LieError(f"'{name}' is not as it should be")
    return value


def _language(holder: Mapping[str, Any]) -> str:
    language = _text(holder, "language")
    if not _LANGUAGE.fullmatch(language):
        raise _LieError(f"'{language[:40]}' is no language")
    return language


def _one_line(text: str) -> str:
    return _CONTROL.sub(" ", text) if not text.isprintable() else text
