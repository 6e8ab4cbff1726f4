"""Fetching another portal's document: the only place that asks another host, and only when told to."""

from __future__ import annotations

import http.client
import ssl
import time
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    url2pathname,
)

from journeybook.reading.other_document import MOST_BYTES, Refused
from journeybook.reading.other_sources import is_web
from journeybook.version import __version__

SILENCE = 20.0
"""Seconds without a byte after which we give up."""

LONGEST = 120.0
"""Seconds that one document may take."""

_CHUNK = 65_536


def fetch(source: str, root: Path) -> bytes | Refused:
    """The bytes at `source`, a web address or a path relative to `root`, or why they cannot be had."""
    try:
        return _from_web(source) if is_web(source) else _from_disk(source, root)
    except HTTPError as error:
        return _failure(f"the server answers {error.code} {error.reason}")
    except URLError as error:
        return _failure(str(error.reason))
    except TimeoutError:
        return _failure("the server does not answer in time")
    except OSError as error:
        return _failure(error.strerror or str(error))
    except (http.client.HTTPException, ValueError) as error:
        return _failure(str(error) or type(error).__name__)


def _failure(why: str) -> Refused:
    return Refused("", why)


def _from_disk(source: str, root: Path) -> bytes:
    path = Path(url2pathname(urlsplit(source).path)) if source.startswith("file://") else root / source
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _from_web(source: str) -> bytes:
    until = time.monotonic() + LONGEST
    request = Request(source, headers={"User-Agent": f"journeybook/{__version__}", "Accept": "application/json"})  # noqa: S310  # http and https only
    with _opener().open(request, timeout=SILENCE) as answer:
        return _within_limits(answer, until)


def _within_limits(answer: IO[bytes], until: float) -> bytes:
    """What `answer` says, one byte more than the limit at most; TimeoutError if it takes too long."""
    parts: list[bytes] = []
    size = 0
    while size <= MOST_BYTES and (part := answer.read(_CHUNK)):
        parts.append(part)
        size += len(part)
        if time.monotonic() > until:
            raise TimeoutError
    return b"".join(parts)


class _CarefulRedirects(HTTPRedirectHandler):
    """Follows redirects to the web alone, and never from an encrypted connection to one that is none."""

    max_redirections = 5

    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Any,
        newurl: str,
    ) -> Request | None:
        """The request that follows; URLError if it must not."""
        if not is_web(newurl) or (req.full_url.startswith("https:") and not newurl.startswith("https:")):
            raise URLError(f"it redirects to {newurl[:200]}, which is not followed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> OpenerDirector:
    """Knows http and https, certificates checked, and nothing else that urllib could open."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(context=ssl.create_default_context()),
        HTTPDefaultErrorHandler(),
        _CarefulRedirects(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener
