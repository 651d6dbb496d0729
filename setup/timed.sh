#!/usr/bin/env bash
# Runs a command and says what it is for, and how long it took.
# usage: timed.sh "what is being done" command [argument ...]
set -uo pipefail

what=$1
shift
printf '== %s\n' "$what"
trap : INT # the command says what an interrupt did to it
"$@"
code=$?
case $code in
  0) printf '== %s: done in %s s\n' "$what" "$SECONDS" ;;
  130) printf '== %s: stopped after %s s\n' "$what" "$SECONDS" >&2 ;;
  *) printf '== %s: failed after %s s\n' "$what" "$SECONDS" >&2 ;;
esac
exit "$code"
