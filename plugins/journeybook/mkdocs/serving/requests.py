"""What browsers ask for: whether they may, and which path of the site it is."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def is_for_us(host: str, address: str) -> bool:
    """Whether a request whose header `Host` says `host` is meant for a server at `address`.

    A page of another site can have its own name lead here, and read what only the author shall see; the
    browser then sends that name. Who serves to a network has names that we do not know.
    """
    if address not in _LOOPBACK:
        return True
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    return name in _LOOPBACK or name.endswith(".localhost")


def path_in_site(address: str, mount: str) -> str | None:
    """The path in a site that begins at `mount` (`/`, `/docs/`) which `address` means; None if it is outside.

    A path that ends in a slash, and the empty one, are folders.
    """
    path = unquote(urlsplit(address).path, errors="replace")
    if not path.startswith(mount) or "\0" in path or "\\" in path:
        return None
    inside = posixpath.normpath("/" + path.removeprefix(mount)).lstrip("/")
    return f"{inside}/" if inside and path.endswith("/") else inside
