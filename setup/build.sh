#!/usr/bin/env bash
# Runs the workflow and shows of it what an editor wants to know: each step as it is done, whatever
# the commands say, and every error. Snakemake keeps the whole story in .snakemake/log/.
# usage: build.sh [option of snakemake ...]
set -uo pipefail

shorten() {
  trap '' INT # the reader of the messages outlives their writer
  awk '
    /^(Using workflow specific profile|Assuming unrestricted|Building DAG|Using shell)/ { next }
    /^(Provided cores|Rules claiming|Singularity containers|Select jobs|Execute )/ { next }
    /^(Config file .* is extended|Complete log|Elapsed time)/ { next }
    /^\[[A-Z][a-z][a-z] [A-Z][a-z][a-z] .*\]$/ { next }
    /^Job stats:/ { table = 1 }
    table { if ($1 == "total") steps = $2; if ($0 == "" && steps) table = 0; next }
    /^Finished jobid:/ { rule = $NF; sub(/\)$/, "", rule); next }
    /^[0-9]+ of [0-9]+ steps/ { print "-- " $1 " of " $3 ": " rule; fflush(); next }
    / [A-Z][0-9][0-9][0-9] warning: / { warned = 1; next }
    warned && /^  / { next }
    { warned = 0 }
    /^[0-9]+ errors?, [1-9][0-9]* warnings? / { $0 = $0 " (output/logs/check.log lists them)" }
    /^(RuleException:|CalledProcessError in file)/ { next }
    /^Command .set -euo pipefail;/ {
      sub(/^Command .set -euo pipefail; */, ""); sub(/ 2>&1 [|] tee .*/, "")
      print "-- failed: " $0; fflush(); next
    }
    /^(output\/|Removing output|Touching output files of failed job|Exiting because|WorkflowError:$|At least one job)/ { next }
    /^Nothing to be done/ { print "nothing to do: all files are newer than what they are made from"; next }
    { print; fflush() }
  '
}

if ! snakemake "$@" --quiet host rules 2>&1 | shorten; then
  echo "error: not every step succeeded; the messages above say why, output/logs/ keeps them" >&2
  exit 1
fi
