#!/bin/sh
# Sees to it that the browser tests find a Chromium, and that Chinese text has a font.
# Usage: scripts/dev/install_browser.sh VENV
set -eu
cd "$(dirname "$0")/../.."
bin="$1/bin"

has_chromium() { "$bin/python" -m tests.tools.chromium >/dev/null 2>&1; }
apt_is_ours() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }
apt_install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o DPkg::Lock::Timeout=600 "$@" >/dev/null
}

missing=""
has_chromium || missing="chromium fonts-dejavu-core"
if apt_is_ours; then
    dpkg -s fonts-noto-cjk >/dev/null 2>&1 || missing="$missing fonts-noto-cjk"
    if [ -n "$missing" ]; then
        echo "Installing for the browser tests:" $missing
        apt-get update -qq
        apt_install $missing || echo "apt-get could not install:" $missing >&2
    fi
fi

# Elsewhere Playwright brings a Chromium of its own.
has_chromium || "$bin/playwright" install chromium || true

# Last word: says where Chromium is, or what to do, and fails.
exec "$bin/python" -m tests.tools.chromium
