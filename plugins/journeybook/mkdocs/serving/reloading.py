"""Pages that load themselves anew as soon as they are others."""

from __future__ import annotations

from collections.abc import Iterator

from journeybook.mkdocs.serving.shown import Shown

EVENTS = "/-/journeybook/changes"
"""Where a page asks for news of itself; no page of a site has such an address."""

_RELOAD = b"data: reload\n\n"
_STILL_HERE = b":\n\n"
_LOOK_UP = 20.0
"""Seconds after which a browser that is gone is noticed."""
_SCRIPT = """\
<script>
(() => {
  let version = "%s", path = location.pathname, news;
  const stop = () => news?.close();
  const listen = () => {
    stop();
    if (document.visibilityState !== "visible") return;
    news = new EventSource("%s?" + new URLSearchParams({ path, version }));
    news.onmessage = () => location.reload();
  };
  // Material's instant navigation changes the address without loading a page.
  setInterval(() => {
    if (location.pathname === path) return;
    [path, version] = [location.pathname, ""];
    listen();
  }, 500);
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => event.persisted && listen());
  listen();
})();
</script>
"""


def with_reload(html: bytes, version: str) -> bytes:
    """The page `html`, of that `version`, which loads itself anew when it is another."""
    end = html.lower().rfind(b"</body")
    end = len(html) if end < 0 else end
    return html[:end] + (_SCRIPT % (version, EVENTS)).encode() + html[end:]


def news_of(shown: Shown, path: str, version: str) -> Iterator[bytes]:
    """The events for a browser that has the page at `path` in that `version`, until it is to load it anew.

    A browser that does not know its version has the present one.
    """
    number = -1
    while True:
        number = shown.news_after(number, _LOOK_UP)
        present = shown.version(path)
        version = version or present
        if present != version:
            yield _RELOAD
            return
        yield _STILL_HERE
