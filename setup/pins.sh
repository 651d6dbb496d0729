#!/usr/bin/env bash
# Chooses the newest versions that pyproject.toml and package.json allow, and writes them with their
# hashes, but without the address of the package index.
set -euo pipefail

index=$(pip config get global.index-url 2> /dev/null || true)
pip --disable-pip-version-check install --quiet uv
compile() { # output, options
  local output=$1
  shift
  ${index:+env "UV_DEFAULT_INDEX=$index"} uv pip compile pyproject.toml --group build "$@" \
    --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --output-file "$output"
}
compile constraints.txt --extra dev
compile constraints-build.txt --constraints constraints.txt
npm install --package-lock-only --loglevel=error
