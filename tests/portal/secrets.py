"""A portal of two halves: one entity of each kind that is internal and full of secrets, one that is public.

Both are written in English and translated into Polish. Everything is made from the model by reflection, so that a
new field is covered the day it is there. Each secret names its kind and field: whoever finds one knows what let it
through.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from journeybook.model import RECORDS, Kind
from journeybook.model.block import Where
from journeybook.model.block_table import OFFERS
from journeybook.model.kinds import DEFINED_IN_FILES
from journeybook.reading.schema import FieldShape, Form, shape_of
from journeybook.reading.translated_texts import record_fields, text_fields

MARK = "zq"
"""Begins every secret, and nothing else."""

_NO_SECRETS = {"id", "title", "audience", "lang", "status", "state"}

_CHAINS = {"part_of", "improves", "perceived_by"}
"""Fields in which the two halves must not name each other."""


def secret(*where: str) -> str:
    """The secret of a place."""
    return MARK + "".join(part for word in where for part in word.split("_")) + "x"


def internal_id(kind: Kind) -> str:
    """The id of the internal entity of `kind`."""
    return secret(kind, "id")


def public_id(kind: Kind) -> str:
    """The id of the public one."""
    return f"open-{kind}"


_ALWAYS: dict[Form, Any] = {Form.DAY: "2026-09-14", Form.RULE: "JB401", Form.BY_RULE: {"JB401": "off"}}
"""What is written where no text can be."""


@dataclass
class Half:
    """Makes one half of the portal, as an author would write it."""

    is_internal: bool

    @property
    def word(self) -> str:
        """Begins what only this half has; a secret in both."""
        return secret("a" if self.is_internal else "b")

    def keys(self, kind: Kind) -> dict[str, Any]:
        """The keys of the entity of `kind`, all of them."""
        own = {"audience": "internal"} if self.is_internal else {}
        return {"title": self._text(kind, "title"), **dict(self._fields(kind, RECORDS[kind])), **own}

    def _fields(self, kind: Kind, record: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
        for shape in shape_of(record).fields:
            where = f"{prefix}{shape.spelled}"
            if (not prefix and shape.name in _NO_SECRETS) or (self.is_internal and shape.name in _CHAINS):
                continue
            value = self._value(kind, shape, where)
            if shape.form is Form.REFERENCE and shape.many and not self.is_internal:
                yield shape.spelled, [value, public_id(shape.reference.kind)]
            else:
                yield shape.spelled, [value] if shape.many else value
        if shape_of(record).has_extra:
            yield f"x-{self._word(kind, 'ownkey')}", self._text(kind, "ownvalue")
            yield f"x-{self._word(kind, 'ownlist')}", [self._text(kind, "ownitem"), {"is": "kept"}]

    def _word(self, kind: Kind, where: str) -> str:
        return secret(kind, where) if self.is_internal else f"open-{where}"

    def _text(self, kind: Kind, where: str) -> str:
        if self.is_internal:
            return secret(kind, where)
        other = DEFINED_IN_FILES[len(where) % len(DEFINED_IN_FILES)]
        name = f"{other}:{internal_id(other)}"
        # The file of the internal entity, under the name it has on disk.
        file = f"../{other.folder}/{internal_id(other)}.md"
        return f"Open {where}: [[{name}]] or [words][{name}] or [more]({file})"

    def _value(self, kind: Kind, shape: FieldShape, where: str) -> Any:
        match shape.form:
            case Form.RECORD if shape.record in RECORDS.values():
                part = shape.record.kind_of
                own = {"id": internal_id(part) if self.is_internal else public_id(part)}
                return {**own, **self.keys(part)}
            case Form.RECORD:
                return dict(self._fields(kind, shape.record, f"{where}."))
            case Form.REFERENCE:
                return self._reference(shape)
            case Form.PER_PERSONA:
                return {internal_id(Kind.PERSONA): 3, **({} if self.is_internal else {public_id(Kind.PERSONA): 4})}
            case Form.ID | Form.LANE:
                # Lanes of one's own show what steps say under that key.
                return (
                    f"x-{self._word(Kind.STEP, 'ownkey')}" if shape.form is Form.LANE else self._word(kind, where)
                )
            case Form.PARSED:
                return self._parsed(kind, shape, where)
            case Form.CHOICE:
                return shape.choices[0]
            case Form.WHOLE | Form.NUMBER:
                return shape.highest or 7
            case form if form in _ALWAYS:
                return _ALWAYS[form]
            case _:
                return self._text(kind, where)

    def _reference(self, shape: FieldShape) -> str:
        """Both halves name the internal one, which is allowed everywhere."""
        assert shape.reference
        kind = shape.reference.kind
        return internal_id(kind)

    def _parsed(self, kind: Kind, shape: FieldShape, where: str) -> str:
        if shape.spelled == "src":
            return f"../images/{self._word(kind, where.replace('.', '-'))}.png"
        if shape.spelled == "url":
            return (
                f"https://{secret(kind, where.replace('.', '-'))}.example/" if self.is_internal else "../open.md"
            )
        return "3 days"


def in_polish(record: Any, keys: dict[str, Any]) -> dict[str, Any]:
    """The translation of `keys` of a `record`: everything that a translator may say."""
    said: dict[str, Any] = {}
    for shape in text_fields(record):
        if value := keys.get(shape.spelled):
            said[shape.spelled] = [*map(_polish, value)] if isinstance(value, list) else _polish(value)
    for shape in record_fields(record):
        if value := keys.get(shape.spelled):
            items = value if isinstance(value, list) else [value]
            said[shape.spelled] = [in_polish(shape.record, one) for one in items]
    for kind in (Kind.STAGE, Kind.STEP, Kind.PAIN):
        if parts := keys.get(kind.folder):
            said[kind.folder] = [{"id": one["id"], **in_polish(RECORDS[kind], one)} for one in parts]
    return said


def _polish(text: str) -> str:
    return text.replace(MARK, f"{MARK}pl", 1) if text.startswith(MARK) else f"Po polsku: {text}"


INTERNAL, PUBLIC = Half(is_internal=True), Half(is_internal=False)


def secrets_in(value: Any) -> set[str]:
    """Every text in `value` that begins like a secret, keys of mappings too."""
    if isinstance(value, dict):
        return {found for pair in value.items() for one in pair for found in secrets_in(one)}
    if isinstance(value, list | tuple | set | frozenset):
        return {found for one in value for found in secrets_in(one)}
    return {value} if isinstance(value, str) and MARK in value else set()


def files() -> dict[str, str]:
    """The files of the portal, by path from its root."""
    found: dict[str, str] = {}
    for half, name in ((INTERNAL, internal_id), (PUBLIC, public_id)):
        for kind in DEFINED_IN_FILES:
            path = f"content/{kind.folder}/{name(kind)}"
            if kind is Kind.JOURNEY:
                keys, write, ending = _journey(half), _yaml, "yml"
            else:
                keys, write, ending = half.keys(kind), _markdown, "md"
            found[f"{path}.pl.{ending}"] = write(in_polish(RECORDS[kind], keys))
            found[f"{path}.{ending}"] = write(keys)
    pictures = secrets_in([*map(yaml.safe_load, filter(None, (_front(text) for text in found.values())))])
    found |= {f"content/{one.removeprefix('../')}": "" for one in pictures if one.endswith(".png")}
    found |= {f"content/images/{one}": "" for one in ("open-photo-src.png", "open-image-src.png")}
    return found | _PAGES | {"content/blocks.md": _blocks(), "content/blocks.pl.md": _blocks("pl")}


def _blocks(language: str = "") -> str:
    """A public page whose building blocks name internal things, wherever a block can name one."""
    said = f"Said [[{_NAME}]] [words][team:{_NAME}]"
    found: list[dict[str, Any]] = [{"show": kind, "id": name} for kind, name in _things()]
    for shape in shape_of(Where).fields:
        if shape.form is Form.REFERENCE and shape.reference:
            name = internal_id(shape.reference.kind)
            full = f"{internal_id(Kind.JOURNEY)}/{name}" if shape.reference.kind is Kind.STAGE else name
            found += [
                {"show": show, "where": {shape.spelled: full}}
                for show, offer in OFFERS.items()
                if shape.spelled in offer.where
            ]
    many = {show: offer for show, offer in OFFERS.items() if not offer.is_one}
    found += [{"show": show, "as": look} for show, offer in many.items() for look in offer.looks]
    fences = [f"```journeybook\n{_yaml({**one, 'title': said, 'empty': said})}```\n" for one in found]
    return "\n".join([f"# Blocks {language}\n", *fences])


def _things() -> list[tuple[str, str]]:
    journey = internal_id(Kind.JOURNEY)
    within = [(kind, f"{journey}/{internal_id(kind)}") for kind in (Kind.STAGE, Kind.STEP, Kind.PAIN)]
    named = [(kind, internal_id(kind)) for kind in DEFINED_IN_FILES]
    return [(str(kind), name) for kind, name in (*named, *within)]


def _journey(half: Half) -> dict[str, Any]:
    keys = half.keys(Kind.JOURNEY)
    met = {**half.keys(Kind.TOUCHPOINT), "id": f"{half.word}-inline"}
    del met["aliases"]  # they are those of the touchpoint that has a file
    inner = {
        **INTERNAL.keys(Kind.STEP),
        "id": f"{half.word}-meets",
        "aliases": [],
        "pains": [],
        "touchpoints": [met],
    }
    inner["title"] = f"{half.word}-meets-title"
    met["title"], met["audience"] = f"{half.word}-inline-title", "public"
    keys["stages"][0]["steps"].append(inner)
    if not half.is_internal:
        keys["state"] = "future"
        hidden = INTERNAL.keys(Kind.JOURNEY)["stages"][0]
        keys["stages"].append(hidden)
        keys["stages"][0]["steps"][0]["pains"].append(
            {"id": secret("lone", "pain"), "title": "zqpain", "audience": "internal"}
        )
    return keys


def _front(text: str) -> str:
    return text.split("---\n")[1] if text.startswith("---\n") else text


def _yaml(keys: dict[str, Any]) -> str:
    return yaml.safe_dump(keys, sort_keys=False, allow_unicode=True)


def _markdown(keys: dict[str, Any]) -> str:
    narrative = keys.pop("narrative")
    return f"---\n{_yaml(keys)}---\n{narrative}\n"


_NAME = internal_id(Kind.TEAM)
_PAGES = {
    "content/index.md": "# Front\n\nOpen.\n",
    "content/open.md": f"""\
# Open [[{_NAME}]]

See [[team:{_NAME}]], [[{_NAME}|they]], [words][team:{_NAME}] and [more](teams/{_NAME}.md "said"), or
[*nice* ![picture](internal/zqpicturex.png){{ width=10 }}](internal/zqfolderx.md#part) and `[[{_NAME}]]`.

![picture](<internal/zqpicturex.png>) [by name][zqname], [zqpagex.md] and [a file](internal/zqdownloadx.pdf).

<a class="c" href="../teams/{_NAME}/">Link</a> <img alt="Alt" src="../internal/zqpicturex.png">
[for the web](/teams/{_NAME}/) and [a step](journeys/open-journey.yml#zqstepidx)

[zqname]: zqpagex.md "zqtitlex"
[zqpagex.md]:
  zqpagex.md

![both](images/both.png)
""".replace("[zqpagex.md]", "[own words]"),
    "content/zqpagex.md": "---\naudience: internal\n---\n"
    "# zqpagetitlex\n\nzqpagetextx ![](images/zqonlyx.png) ![](images/both.png)\n",
    "content/zqpagex.pl.md": "# zqpolishx\n",
    "content/half.md": "# Half\n\nOpen half.\n",
    "content/half.pl.md": "---\naudience: internal\n---\n# zqhalftitlex\n\nzqhalftextx\n\n"
    "![](images/zqhalfpicturex.png)\n",
    "content/zqalonex.pl.md": "---\naudience: internal\n---\n# zqalonetitlex\n\nzqalonetextx\n",
    "content/internal/zqfolderx.pl.md": "# zqfolderpolishx\n",
    "content/internal/zqonlypolishx.pl.md": "# zqonlypolishtitlex\n",
    "content/open.pl.md": f"# Otwarte [[{_NAME}]]\n\n[[team:{_NAME}|oni]] [strona](zqpagex.md) [druga](half.md) "
    f"[alone](zqalonex.pl.md) [[{_NAME}]] ![](internal/zqpicturex.png) [zespół](teams/{_NAME}.md)\n",
    "content/images/zqhalfpicturex.png": "",
    "content/internal/zqfolderx.md": "# zqfolder\n\nzqfoldertextx\n",
    "content/internal/zqpicturex.png": "",
    "content/internal/zqdownloadx.pdf": "",
    "content/internal/notes/zqdeepx.txt": "zqdeeptextx",
    "content/personas/internal/zqinfolderx.yml": "title: zqinfoldertitlex\naliases: [zqinfolderaliasx]\n",
    "content/images/zqonlyx.png": "",
    "content/images/both.png": "",
    "content/images/unnamed.png": "",
}
"""Ordinary pages and other files, internal and public ones."""
