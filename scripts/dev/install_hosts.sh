#!/bin/sh
# Installs, beside the virtual environment's own packages, the fork of Material that the tests build with.
# Both forks have an import package `material`, so this one gets a folder of its own, VENV/hosts.
# Usage: scripts/dev/install_hosts.sh VENV
set -eu
cd "$(dirname "$0")/../.."
venv="$(cd "$1" && pwd)"

# What these need in turn is in the virtual environment already.
"$venv/bin/python" -m pip install --disable-pip-version-check -qq --no-deps --upgrade \
    --target "$venv/hosts" -c constraints.txt \
    mkdocs-materialx mkdocs-document-dates pagefind pagefind_bin_extended
