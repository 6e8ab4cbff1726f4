"""The script that draws in a reader's browser, out of the package that ships it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def mermaid_script() -> Path:
    """Where `mermaid.js` stands.

    Its package is not imported for that: it brings an engine with a thread of its own, beside which a build
    cannot be shared among processes.
    """
    package = find_spec("mermaidx")
    if package is None or package.origin is None:
        message = "mermaidx is not installed"
        raise ModuleNotFoundError(message, name="mermaidx")
    return Path(package.origin).parent / "assets" / "mermaid.js"
