#!/usr/bin/env bash
# Checks that a build can begin, then runs the workflow, which reports each step, and every error once
# (compendium/progress/). Snakemake keeps the full log in .snakemake/log/. Only one build at a time runs
# in a folder; what a killed build left is removed.
# usage: build.sh [language ...]
set -uo pipefail

trap 'stopped=yes' INT # Ctrl-C reaches the workflow by itself; `end` reports what was kept
stopped=

STOPPED=130 LOCK=.snakemake/build.lock

alone() { # take the lock of this folder, for as long as this process and the workflow live
  # If nothing can be written here, the program reports it.
  command -v flock > /dev/null || return 0 # without flock, the workflow does it (rules/alone.smk)
  { mkdir -p .snakemake && exec 9>> "$LOCK"; } 2> /dev/null || return 0
  flock -w 2 9 || { # a process killed a moment ago may not have ended yet
    echo "error: process $(cat "$LOCK") builds in this folder" >&2
    echo "  what to do: wait until it has ended, or end it: kill $(cat "$LOCK")" >&2
    return 1
  }
  echo $$ > "$LOCK"
  COMPENDIUM_BUILD_LOCK=$(realpath "$LOCK")
  export COMPENDIUM_BUILD_LOCK
}

clear_away() { # what a killed build left: no process uses it, because this one has the lock
  compgen -G '.snakemake/locks/*.lock' > /dev/null || return 0
  echo "an earlier build was killed: what it finished is kept, the rest is made again"
  snakemake --unlock --quiet all 2> /dev/null
  [ ! -d output ] || find output -type f -name '.*.????????' -delete
}

workflow() { # language ...
  local listed only=()
  if (($#)); then
    printf -v listed '%s,' "$@"
    only=(--config "languages=[${listed%,}]")
  fi
  # Without its metadata of earlier builds, Snakemake would trust the dates of files.
  [ ! -d output/editions ] || [ -d .snakemake/metadata ] || only+=(--forceall)
  [ ! -w "$LOCK" ] || echo "$BASHPID" > "$LOCK"
  exec snakemake "${only[@]}" --logger compendium
}

has_room() { # whether the disk has room for another step
  head -c 1000000 /dev/zero 2> /dev/null > .snakemake/room
  local made=$?
  rm -f .snakemake/room
  return "$made"
}

end() { # exit code of the last step: stop here if it failed because of an interrupt or a full disk
  [ "$1" -ne 0 ] || return 0
  if [ -n "$stopped" ] || [ "$1" -eq "$STOPPED" ]; then
    echo "stopped: what was finished is kept, nothing was left half written; run it again to go on" >&2
    exit "$STOPPED"
  fi
  if ! has_room; then
    printf 'error: there is no space left on the disk\n  what to do: free some, then run it again\n' >&2
    exit 1
  fi
}

export COMPENDIUM_KEPT=${COMPENDIUM_KEPT-.cache/kept} # see rules/kept.smk
alone || exit 1
errors=$(mktemp) # unforeseen errors, which are not shown if somebody stops the build
trap 'rm -f "$errors"' EXIT
compendium ready --output output --output .snakemake "$@" 2> "$errors"
ready=$?
end "$ready"
cat "$errors" >&2
[ "$ready" -eq 0 ] || exit "$ready"
clear_away
(workflow "$@") 2> "$errors"
ended=$?
end "$ended"
[ "$ended" -ne 0 ] || exit 0
grep -v '^Using .*profile' "$errors" >&2 # the line with which Snakemake always begins
echo "error: not every step succeeded; the messages above say why, output/logs/ keeps them" >&2
exit 1
