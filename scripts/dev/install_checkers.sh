#!/bin/sh
# Installs what the tests need from npm (the HTML checker, the YAML server of editors) into the virtual environment.
# Usage: scripts/dev/install_checkers.sh VENV
set -eu
cd "$(dirname "$0")/../.."
bin="$(cd "$1/bin" && pwd)"
checkers="$bin/../checkers"

mkdir -p "$checkers"
cp tests/tools/npm/package.json tests/tools/npm/package-lock.json tests/tools/npm/.npmrc "$checkers/"
cd "$checkers"
"$bin/npm" ci --loglevel=error >/dev/null
