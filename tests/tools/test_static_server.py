from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_folder_is_served_under_a_path_and_nowhere_else(
    serve_folder: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text("front", encoding="utf-8")
    (tmp_path / "module.mjs").touch()
    url = serve_folder(tmp_path, "/docs")
    with urlopen(f"{url}/") as answer:
        assert answer.read() == b"front"
    with urlopen(f"{url}/module.mjs") as answer:
        assert answer.headers["Content-Type"] == "text/javascript"
    with pytest.raises(HTTPError, match="404") as outside:
        urlopen(url.removesuffix("/docs") + "/index.html")
    outside.value.close()
