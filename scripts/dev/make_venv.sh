#!/bin/sh
# Makes the virtual environment and installs Journeybook into it, at the pinned versions.
# Usage: scripts/dev/make_venv.sh FOLDER [EXTRA]     EXTRA: dev, for what the tests need
set -eu
cd "$(dirname "$0")/../.."
venv="$1"
extra="${2:+[$2]}"

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# $PYTHON if it is set, else the first Python that is new enough.
find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if is_new_enough "$candidate"; then echo "$candidate"; return; fi
    done
    cat >&2 <<KIND
Journeybook needs Python 3.11 or newer; ${PYTHON:-python3} is $("${PYTHON:-python3}" -V 2>&1 || true).
If a newer one is installed, name it:  make portal PYTHON=python3.12
KIND
    exit 1
}

# Debian and Ubuntu keep the venv module in a package of its own.
install_venv_module() {
    package="$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $package, which Python needs to make virtual environments"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
    else
        echo "This Python cannot make virtual environments; on Debian and Ubuntu:" >&2
        echo "    sudo apt-get install $package" >&2
        exit 1
    fi
}

if ! is_new_enough "$venv/bin/python"; then
    python="$(find_python)"
    "$python" -c 'import ensurepip, venv' 2>/dev/null || install_venv_module "$python"
    rm -rf "$venv"
    "$python" -m venv "$venv"
fi

install() { "$venv/bin/python" -m pip install --disable-pip-version-check -qq -c constraints.txt "$@"; }

# The build tools first, so that they are the pinned ones too.
"$venv/bin/python" -c 'import hatchling, editables' 2>/dev/null || install hatchling editables
install --no-build-isolation -e ".$extra"
