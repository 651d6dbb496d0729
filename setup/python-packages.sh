#!/usr/bin/env bash
# Makes the virtual environment if necessary and installs exactly the pinned packages, each checked
# against its hash, then this project in editable mode.
# usage: python-packages.sh folder-of-the-environment pins.txt
set -euo pipefail

PYTHON=${PYTHON:-python3}
venv=$1
pins=$2

# Spaces do no harm, but these signs break the first lines that pip writes into programs.
case $PWD in
  *['"$`\:']*)
    printf 'error: %s: programs of Python do not run in a folder with one of " $ ` \ : in its name\n' "$PWD" >&2
    printf '  what to do: give the folder another name\n' >&2
    exit 1
    ;;
esac

if ! "$venv/bin/python" -m pip --version > /dev/null 2>&1; then
  "$PYTHON" -m venv --clear "$venv"
fi
pip=("$venv/bin/python" -m pip --disable-pip-version-check install --quiet)
# One package is available only as source; pip older than 23.1 builds it the modern way only with
# this option.
"${pip[@]}" --use-pep517 --require-hashes -r "$pins"
"${pip[@]}" --no-deps --no-build-isolation -e .
