"""How examples are found in a page: what they say of themselves, and that none is missed."""

import re
from pathlib import Path

import pytest

from tests.docs.examples import examples_of
from tests.docs.test_examples import as_pattern

PAGE = """\
# A page

```yaml title="content/journeys/claim.yml — wrong: JB123, JB127"
title: Claim: the start
```

```yaml title="a step"
- title: Calls
```

<!-- not checked: it runs elsewhere -->
```yaml
on: push
```

- in a list:

    ```console
    $ journeybook check
    no findings in … files
    $ cd portal
    ```

```yaml
nobody: checks this
```
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.md"
    path.write_text(PAGE, "utf-8")
    return path


def test_an_example_says_what_it_is(page: Path) -> None:
    wrong, piece, excused, commands, forgotten = examples_of(page)
    assert (wrong.name, wrong.codes) == ("content/journeys/claim.yml", {"JB123", "JB127"})
    assert piece.content.endswith("    steps:\n      - title: Calls\n")
    assert excused.excuse == "it runs elsewhere"
    assert commands.commands == [("journeybook check", "no findings in … files"), ("cd portal", "")]
    assert (forgotten.name, forgotten.excuse, forgotten.line) == ("", "", 24)


def test_an_indented_example_is_refused(page: Path) -> None:
    page.write_text("# A page\n\n    title: Claim\n", "utf-8")
    with pytest.raises(AssertionError, match="an indented example"):
        examples_of(page)


@pytest.mark.parametrize(
    ("shown", "printed", "fits"),
    [
        ("no findings in … files", "no findings in 12 files", True),
        ("no findings in … files", "1 error in 12 files", False),
        ("first\n…\nlast", "first\nsecond\nthird\nlast", True),
        ("first\n…", "second", False),
    ],
)
def test_what_is_shown_is_what_is_printed(shown: str, printed: str, fits: bool) -> None:
    assert bool(re.fullmatch(as_pattern(shown), printed)) is fits
