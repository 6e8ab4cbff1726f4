"""Sites with diagrams: one of stock Material, one without."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from journeybook.drawing import Drawer
from journeybook.rendering import with_pictures
from journeybook_theme import published_files
from tests.pictures.figures import add_scripts, bare_page, figure
from tests.pictures.rich import rich_diagrams
from tests.tools.built_once import build_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MKDOCS = """
site_name: Diagrams
site_url: https://example.org/
theme:
  name: material
  font: false
  features: [navigation.instant]
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: dark}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: light}}
plugins: []
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
extra_javascript: [assets/journeybook/mermaid.js]
extra_css: [assets/journeybook/journeybook.css]
nav: [index.md, journey.md, other.md, ready.md]
"""

FRONT = """# Front

```mermaid
flowchart LR
    a[An author's] --> b[own diagram]
```

[The journey](journey.md)
"""


@pytest.fixture(scope="session")
def material_url(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    """The address of a site of stock Material: a front page with an author's fence, two pages with our figures."""
    mood, flow = rich_diagrams()
    steps = "".join(f'<h2 id="{link[1:]}">Step</h2>\n\n' for link in flow.links if link.startswith("#"))
    source = tmp_path_factory.mktemp("material")
    docs, site = source / "docs", source / "site"
    add_scripts(docs)
    (source / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    (docs / "index.md").write_text(FRONT, encoding="utf-8")
    page = f"# Journey\n\n[Other](other.md)\n\n{figure(mood, 'mood')}\n\n{figure(flow, 'flow')}\n\n{steps}"
    (docs / "journey.md").write_text(page, encoding="utf-8")
    ready = with_pictures(figure(flow, "flow"), Drawer(source))
    (docs / "ready.md").write_text(f"# Ready\n\n{ready}\n\n{ready}\n\n{steps}", encoding="utf-8")
    styles = dict(published_files())["journeybook.css"]
    (docs / "assets" / "journeybook" / "journeybook.css").write_bytes(styles)
    (docs / "other.md").write_text(f"# Other\n\n[Back](journey.md)\n\n{figure(mood, 'mood')}", encoding="utf-8")
    build_site(source, site)
    url = serve_folder(site)
    # Material goes on without a load only to addresses that the sitemap knows, port and all.
    sitemap = site / "sitemap.xml"
    sitemap.write_text(sitemap.read_text(encoding="utf-8").replace("https://example.org", url), encoding="utf-8")
    return url


@pytest.fixture
def bare_site(tmp_path: Path) -> Path:
    """A folder with a page `deep/er/index.html` without Material: three figures, some screens apart."""
    mood, flow = rich_diagrams()
    add_scripts(tmp_path)
    bare_page(tmp_path, "deep/er/index.html", figure(mood, "mood"), figure(flow, "flow"), figure(mood, "mood"))
    return tmp_path
