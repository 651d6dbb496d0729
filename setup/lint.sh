#!/usr/bin/env bash
# Checks the code with linters: Python, workflow, shell. Stops at the first tool that finds a fault.
set -euo pipefail

step() {
  printf -- '-- %s\n' "$*"
  "$@"
}

step ruff check .
step ruff format --check .
step mypy
step snakemake --lint
step snakefmt --check Snakefile rules
if command -v shellcheck > /dev/null; then
  step shellcheck setup/*.sh .ci/run
else
  printf -- '-- shellcheck is not installed: shell scripts were not checked\n'
fi
