"""Bring the interface's message catalogues up to date, and say what is missing in them.

python scripts/dev/catalogues.py            collect the messages, update every catalogue, list what is missing
python scripts/dev/catalogues.py --new de   the same, with a new, empty catalogue
python scripts/dev/catalogues.py --check    write nothing; fail if anything is missing or not up to date
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from babel import Locale
from babel.messages import frontend
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from journeybook.words.catalogues import CATALOGUES, catalogue_path

REPOSITORY = Path(__file__).parent.parent.parent
WORDS = CATALOGUES.parent
FOLDERS = ("plugins/journeybook", "theme/journeybook_theme")
KEYWORDS = {**DEFAULT_KEYWORDS, "mark": None, "said": (2,)}


def collected() -> Catalog:
    """Every message in the code and the templates."""
    with (WORDS / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = cast(Any, frontend).parse_mapping_cfg(file)
    catalog = Catalog()
    for folder in FOLDERS:
        for _, _, message, _, _ in extract_from_dir(REPOSITORY / folder, methods, options, keywords=KEYWORDS):
            catalog.add(message)
    return catalog


def written(catalog: Catalog, name: str = "") -> bytes:
    """The text of a catalogue, without places and days, so that only messages make a difference."""
    text = BytesIO()
    if name:
        head = [f"Language: {name}", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8"]
        head += ["Content-Transfer-Encoding: 8bit", f"Plural-Forms: {catalog.plural_forms}"]
        lines = "".join(f'"{line}\\n"\n' for line in head)
        text.write(f'msgid ""\nmsgstr ""\n{lines}\n'.encode())
    write_po(text, catalog, omit_header=True, sort_output=True, ignore_obsolete=True, no_location=True)
    return text.getvalue()


def updated(name: str, template: Catalog) -> Catalog:
    """The catalogue called `name` with the messages of `template`; a new one if there is none."""
    path, locale = catalogue_path(name), Locale.parse(name)
    catalog = Catalog(locale=locale)
    if path.is_file():
        with path.open("rb") as file:
            catalog = read_po(file, locale=locale)
    catalog.update(template, no_fuzzy_matching=True)
    return catalog


def missing(catalog: Catalog) -> Iterator[str]:
    """Messages without a translation that readers would see."""
    for message in catalog:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(forms)):
            yield message.id if isinstance(message.id, str) else message.id[0]


def main() -> int:
    """Run the command; 1 if something is missing or, with `--check`, not up to date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--new", metavar="LANGUAGE", help="begin a catalogue, such as de or zh_Hant")
    asked = parser.parse_args()
    template = collected()
    names = {path.parent.parent.name for path in CATALOGUES.glob("*/LC_MESSAGES/*.po")}
    names |= {asked.new} if asked.new else set()
    texts = {WORDS / "messages.pot": written(template)}
    found = False
    for name in sorted(names):
        catalog = updated(name, template)
        texts[catalogue_path(name)] = written(catalog, name)
        for message in missing(catalog):
            found = True
            print(f"{name}: {message}")
    stale = [path for path, text in texts.items() if not path.is_file() or path.read_bytes() != text]
    for path in stale:
        print(f"{'not up to date' if asked.check else 'wrote'}: {path.relative_to(REPOSITORY)}")
        if not asked.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(texts[path])
    return int(found or (asked.check and bool(stale)))


if __name__ == "__main__":
    sys.exit(main())
