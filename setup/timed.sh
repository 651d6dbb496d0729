#!/usr/bin/env bash
# Runs a command, and prints its purpose and the time it took.
# usage: timed.sh "purpose" command [argument ...]
set -uo pipefail

what=$1
shift
printf '== %s\n' "$what"
trap : INT # the command itself reports an interrupt
"$@"
code=$?
case $code in
  0) printf '== %s: done in %s s\n' "$what" "$SECONDS" ;;
  130) printf '== %s: stopped after %s s\n' "$what" "$SECONDS" >&2 ;;
  *) printf '== %s: failed after %s s\n' "$what" "$SECONDS" >&2 ;;
esac
exit "$code"
