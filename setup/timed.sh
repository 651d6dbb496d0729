#!/usr/bin/env bash
# Runs a command and says what it is for, and how long it took.
# usage: timed.sh "what is being done" command [argument ...]
set -uo pipefail

what=$1
shift
printf '== %s\n' "$what"
"$@"
code=$?
if [ "$code" -eq 0 ]; then
  printf '== %s: done in %s s\n' "$what" "$SECONDS"
else
  printf '== %s: failed after %s s\n' "$what" "$SECONDS" >&2
fi
exit "$code"
