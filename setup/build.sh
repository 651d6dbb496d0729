#!/usr/bin/env bash
# Sees whether a build can begin, then runs the workflow and shows of it what an editor wants to
# know: each step as it is done, whatever the commands say, and every error once. Snakemake keeps
# the whole story in .snakemake/log/. One build at a time runs in a folder; what a killed one left is
# cleared away.
# usage: build.sh [language ...]
set -uo pipefail

# What `shorten` ends with.
FAILED=3 FULL=4 STOPPED=130

trap 'stopped=yes' INT # Ctrl-C reaches the workflow by itself; what it leaves is told below
stopped=

LOCK=.snakemake/build.lock

alone() { # take the lock of this folder, for as long as this process and the workflow live
  # Where nothing can be written here, the program says so.
  command -v flock > /dev/null || return 0 # then the workflow does it (rules/alone.smk)
  { mkdir -p .snakemake && exec 9>> "$LOCK"; } 2> /dev/null || return 0
  flock -w 2 9 || { # what was killed a moment ago may not have ended yet
    echo "error: process $(cat "$LOCK") builds in this folder" >&2
    echo "  what to do: wait until it has ended, or end it: kill $(cat "$LOCK")" >&2
    return 1
  }
  echo $$ > "$LOCK"
  COMPENDIUM_BUILD_LOCK=$(realpath "$LOCK")
  export COMPENDIUM_BUILD_LOCK
}

clear_away() { # what a build left that was killed: nobody holds it, for we are alone
  compgen -G '.snakemake/locks/*.lock' > /dev/null || return 0
  echo "an earlier build was killed: what it finished is kept, the rest is made again"
  snakemake --unlock --quiet all
  [ ! -d output ] || find output -type f -name '.*.????????' -delete
}

workflow() { # language ...
  local listed only=()
  if (($#)); then
    printf -v listed '%s,' "$@"
    only=(--config "languages=[${listed%,}]")
  fi
  compendium ready --output output --output .snakemake "$@" || exit
  clear_away
  # Without its notes on what is there, Snakemake would trust the dates of files.
  [ ! -d output/editions ] || [ -d .snakemake/metadata ] || only+=(--forceall)
  echo "the workflow is process $BASHPID"
  [ ! -w "$LOCK" ] || echo "$BASHPID" > "$LOCK"
  exec snakemake "${only[@]}" --quiet host rules
}

shorten() {
  trap '' INT # the reader of the messages outlives their writer
  local at_once=() # mawk, the awk of Debian, else waits for more lines
  [[ $(awk -W version 2>&1 < /dev/null) != mawk* ]] || at_once=(-W interactive)
  awk "${at_once[@]}" -v failed=$FAILED -v full=$FULL -v stopped=$STOPPED '
    ending { next } # stopped, or the disk is full: what else is said only follows from that
    /^the workflow is process / { process = $NF; next }
    /No space left on device|Disk quota exceeded/ {
      print "error: there is no space left on the disk\n  what to do: free some, then run it again"
      fflush(); ending = full
      if (process) system("kill -TERM " process " 2> /dev/null") # begin no other step
      next
    }
    /^Terminating processes on user request|^error: stopped;/ { ending = stopped; next }
    /^KeyboardInterrupt|^Fatal Python error: init_import_site/ { ending = stopped; next }
    /^Traceback \(most recent call last\):/ { tracing = 1 }
    tracing && /^(Traceback |During |The above |$|  )/ { trace = trace $0 "\n"; next }
    tracing { printf "%s", trace; tracing = 0; trace = "" } # no interrupt: it has to be seen

    /^(Using workflow specific profile|Assuming unrestricted|Building DAG|Using shell)/ { next }
    /^(Provided cores|Rules claiming|Singularity containers|Select jobs|Execute )/ { next }
    /^(Config file .* is extended|Complete log|Elapsed time|Touching output)/ { next }
    /^\[[A-Z][a-z][a-z] [A-Z][a-z][a-z] .*\]$/ { next }
    /^Job stats:/ { table = 1 }
    table { if ($1 == "total") steps = $2; if ($0 == "" && steps) table = 0; next }
    /^$/ { next }
    /^Finished jobid:/ { rule = $NF; sub(/\)$/, "", rule); next }
    /^[0-9]+ of [0-9]+ steps/ { print "-- " $1 " of " $3 ": " rule; fflush(); next }

    / [A-Z][0-9][0-9][0-9] warning: / { passing = 1; next }
    / [A-Z][0-9][0-9][0-9] error: / && said[$0]++ { passing = 1; next }
    passing && /^  / { next }
    { passing = 0 }
    /^[0-9]+ errors?, [1-9][0-9]* warnings? / { $0 = $0 " (output/logs/check.log lists them)" }

    /^[^ ]+: Step [0-9]/ { # of a layout; the log of the edition has them all
      if (/: Step 4 /) { sub(/: Step .*/, ""); print "-- laying out " $0; fflush() }
      next
    }
    /^(RuleException:|CalledProcessError in file)/ { next }
    /^Command .set -euo pipefail;/ {
      sub(/^Command .set -euo pipefail; */, ""); sub(/ 2>&1 [|] tee .*/, "")
      print "-- failed: " $0; fflush(); begun = failed; next
    }
    /^(output\/|Removing output files of failed job|Exiting because|WorkflowError:$|At least one job)/ { next }
    /^Nothing to be done/ { print "nothing to do: all files are made from what is here"; next }
    { print; fflush() }
    END { if (!ending) printf "%s", trace; exit (ending ? ending : begun + 0) }
  '
}

alone || exit 1
workflow "$@" 2>&1 | shorten
ended=("${PIPESTATUS[@]}")

if [ -n "$stopped" ] || [ "${ended[1]}" -eq "$STOPPED" ]; then
  echo "stopped: what was finished is kept, nothing was left half written; run it again to go on" >&2
  exit "$STOPPED"
fi
case ${ended[1]} in
  "$FAILED") echo "error: not every step succeeded; the messages above say why, output/logs/ keeps them" >&2 ;;
esac
[ "${ended[*]}" = "0 0" ] || exit 1
