"""The whole site built in the background, for what is made of all its pages: the search."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from journeybook.model.text import Audience

_URGENCY = 15
"""How much everything else goes before: 19 is the most."""


@dataclass(slots=True)
class WholeBuilds:
    """One build at a time, in a process of its own, which ends with the first edit."""

    root: Path
    """The portal's root folder."""
    audience: Audience | None
    """Whom it is for, if somebody asked."""
    folder: Path
    """Where it builds."""
    _running: subprocess.Popen[bytes] | None = None
    _count: int = 0

    def start(self) -> None:
        """Begin to build the site as its files are now."""
        self.stop()
        self._count += 1
        command = [sys.executable, "-m", __name__, str(self.root), str(self._site), self.audience or ""]
        none = subprocess.DEVNULL
        # A session of its own: Ctrl-C is for the server alone, which then ends the build and all its processes.
        self._running = subprocess.Popen(  # noqa: S603  # our own interpreter, our own module
            command, stdin=none, stdout=none, stderr=none, cwd=self.root, start_new_session=True
        )

    @property
    def is_running(self) -> bool:
        """Whether one is under way."""
        return self._running is not None

    def built(self) -> Path | None:
        """The folder of the site, once, when it is whole; those of builds before it are gone then."""
        if self._running is None or self._running.poll() is None:
            return None
        code, self._running = self._running.returncode, None
        for old in self.folder.glob("whole-*"):
            if old != self._site:
                shutil.rmtree(old, ignore_errors=True)
        return None if code else self._site

    def stop(self) -> None:
        """End what is under way."""
        running, self._running = self._running, None
        if running is None:
            return
        with suppress(ProcessLookupError):
            if os.name == "nt":
                running.kill()
            else:
                os.killpg(running.pid, signal.SIGKILL)
        running.wait()

    @property
    def _site(self) -> Path:
        return self.folder / f"whole-{self._count}"


def main(root: str, site: str, audience: str) -> int:
    """Build the portal in `root` into the folder `site`; 0 if it is there."""
    from journeybook.mkdocs.building import build

    if hasattr(os, "nice"):
        os.nice(_URGENCY)
    wanted: Audience | None = audience if audience in {"public", "internal"} else None  # type: ignore[assignment]
    return 0 if build(Path(root), site_dir=Path(site), audience=wanted).built else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
