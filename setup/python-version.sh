#!/usr/bin/env bash
# Fails, with a remedy, if the chosen Python is missing or too old.
set -euo pipefail

PYTHON=${PYTHON:-python3}
remedy='install one and name it, for example: make PYTHON=python3.12 editions'

if ! command -v "$PYTHON" > /dev/null; then
  printf 'error: Python 3.11 or newer is needed, and there is no %s\n' "$PYTHON" >&2
  printf '  what to do: %s\n' "$remedy" >&2
  exit 1
fi
if ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  printf 'error: Python 3.11 or newer is needed, and %s is %s\n' \
    "$PYTHON" "$("$PYTHON" -V 2>&1)" >&2
  printf '  what to do: %s\n' "$remedy" >&2
  exit 1
fi
