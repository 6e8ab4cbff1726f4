"""Broken links and fragments of a built site, by lychee."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.tools.home_address import home_address

LYCHEE = Path(sys.executable).with_name("lychee")


@dataclass(frozen=True, order=True)
class BrokenLink:
    """A link that leads nowhere."""

    file: str
    """Path in the site."""
    line: int
    link: str
    """Where it leads, as a path in the site."""
    reason: str

    def __str__(self) -> str:
        """One line for a test's failure message."""
        return f"{self.file}:{self.line}: {self.link}: {self.reason}"


def broken_links(site: Path) -> list[BrokenLink]:
    """The links, images, fragments and sitemap entries of a built site that lead nowhere in it.

    Links to other sites are not followed. Links that start with the site's own address are followed in
    the folder; the address is read from the front page. Raises FileNotFoundError without a front page.
    """
    home = home_address(site)
    with tempfile.TemporaryDirectory() as folder:
        # Where the site's address has a path (`/docs/`), links that start with `/` have it too.
        root = Path(folder).resolve() / "root"
        mounted = root / unquote(home.path).strip("/")
        mounted.parent.mkdir(parents=True, exist_ok=True)
        mounted.symlink_to(site.resolve(), target_is_directory=True)
        report = _run_lychee(mounted, root, home.geturl())
    found: dict[str, list[dict[str, Any]]] = report["error_map"]
    return sorted(
        BrokenLink(
            file=str(Path(file).relative_to(mounted)),
            line=link.get("span", {}).get("line", 1),
            link=_inside(link["url"], mounted),
            reason=link["status"]["text"],
        )
        for file, links in found.items()
        for link in links
    )


def _run_lychee(mounted: Path, root: Path, home: str) -> dict[str, Any]:
    command = [LYCHEE, "--offline", "--include-fragments", "--index-files", "index.html", "--no-progress"]
    command += ["--root-dir", root, "--format", "json"]
    if home.startswith("http"):
        command += ["--remap", f"^{re.escape(home)} {mounted.as_uri()}/"]
    finished = subprocess.run(
        [*command, mounted], cwd=root.parent, capture_output=True, encoding="utf-8", check=False
    )
    if finished.returncode not in {0, 2}:
        raise AssertionError(f"lychee failed:\n{finished.stdout}{finished.stderr}")
    return json.loads(finished.stdout)


def _inside(url: str, mounted: Path) -> str:
    return unquote(url.removeprefix(mounted.as_uri()).lstrip("/") or url)
