#!/usr/bin/env bash
# Shows that two commits make the same files, byte for byte: the finished editions, the texts,
# index and composed document of each language, catalogues, findings, comparisons.
set -euo pipefail

usage() {
  cat << 'END'
usage: setup/same-bytes.sh [--keep FOLDER] COMMIT_A COMMIT_B [LANGUAGE ...]

Makes the outputs of both commits in clean worktrees, with one date, and names each file that
differs. Editions are built in the languages given, or in those of config/config.yaml; `none`
builds no edition. The outputs of the other commands are compared in all languages.

  --keep FOLDER  keep the outputs in FOLDER, and make none that it has from an earlier run

The exit code is 0 if all files are the same, 1 if any differs, 2 if one could not be made.
The packages are those that are installed now (make editions), for both commits.
END
}

fail() { # message, remedy
  printf 'error: %s\n  what to do: %s\n' "$1" "$2" >&2
  exit 2
}

kept=''
while [[ ${1:-} == -* ]]; do
  case $1 in
    -h | --help) usage && exit ;;
    --keep) kept=${2:?} && shift ;;
    *) fail "there is no option $1" 'see setup/same-bytes.sh --help' ;;
  esac
  shift
done
[ $# -ge 2 ] || fail 'two commits are needed' 'see setup/same-bytes.sh --help'
project=$(realpath "$(dirname "$0")/..")
export SOURCE_DATE_EPOCH=1750000000 PATH=$project/.venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1

commit() { # name
  git -C "$project" rev-parse --verify --quiet "$1^{commit}" ||
    fail "there is no commit $1" 'name it as Git knows it'
}
a=$(commit "$1")
b=$(commit "$2")
shift 2

folder=$(mktemp -d)
clear_away() {
  rm -rf "$folder"
  git -C "$project" worktree prune
}
trap clear_away EXIT
outputs=${kept:-$folder/outputs}
mkdir -p "$outputs"
outputs=$(realpath "$outputs")

config() { # name of a list in the settings
  sed -n "s/^$1: \[\(.*\)\]/\1/p" config/config.yaml | tr -d ' ' | tr , '\n'
}

# Each command of the program by itself, in all languages, as the workflow and an editor run it.
run_commands() { # folder of the outputs; in a worktree
  local made=$1 edition language
  compendium collect --output "$made/records.json"
  compendium check --all --format json > "$made/check.json" || [ $? -eq 1 ]
  compendium stats --format json > "$made/stats.json"
  compendium collate --all --output "$made/collate.json" > "$made/collate.txt" || [ $? -eq 1 ]
  compendium units --records "$made/records.json" --output "$made/templates" > "$made/units.txt"
  for edition in $(config editions); do
    compendium collect --edition "$edition" --output "$made/$edition.records.json"
    ! grep -q published_from "sources/editions/$edition.yaml" ||
      compendium changes --since "$edition" --format json --output "$made/$edition.changes.json"
    for language in $(config languages); do
      edition_in "$edition" "$language" "$made"
    done
  done
  for language in $(config languages); do
    [ ! -d "translations/$language" ] ||
      compendium merge --records "$made/records.json" "$language" > "$made/$language/merge.txt"
  done
  cp -r translations "$made/translations"
  git checkout --quiet translations
}

edition_in() { # edition, language, folder of the outputs
  local stem=$3/$2/$1
  mkdir -p "$3/$2"
  compendium localise --records "$3/$1.records.json" --language "$2" --gaps \
    --output "$stem.texts.json" > "$stem.gaps.txt"
  compendium index --texts "$stem.texts.json" --edition "$1" --output "$stem.index.json"
  compendium compose --texts "$stem.texts.json" --index "$stem.index.json" --edition "$1" \
    --config config/config.yaml --output "$stem.json"
}

# The finished editions and the reports on them; in a worktree.
build() { # folder of the outputs, language ...
  local made=$1
  shift
  [ "$*" != none ] || return 0
  setup/build.sh "$@" > "$made/build.log" 2>&1 ||
    fail 'no edition was made' "read $made/build.log, with --keep"
  rm "$made/build.log"
  cp -r output/editions output/reports "$made"
}

# A part of the outputs of a commit, unless it is kept from before: it is whole, or it is not there.
keep_part() { # folder, function and its arguments
  [ ! -e "$1" ] || return 0
  rm -rf "$1.unfinished"
  mkdir -p "$1.unfinished"
  "$2" "$1.unfinished" "${@:3}"
  mv "$1.unfinished" "$1"
}

outputs_of() { # commit, language ...
  local tree=$folder/$1 made=$outputs/$1
  [ ! -e "$made/commands" ] || [ ! -e "$made/$editions" ] || return 0
  git -C "$project" worktree add --quiet --detach "$tree" "$1"
  cd "$tree"
  export PYTHONPATH=$tree
  keep_part "$made/commands" run_commands
  keep_part "$made/$editions" build "${@:2}"
  cd "$project"
  git worktree remove --force "$tree"
}

printf -v editions 'editions-%s' "$(IFS=-; echo "${*:-all}")"
outputs_of "$a" "$@"
outputs_of "$b" "$@"
same=yes
for part in commands "$editions"; do
  diff -rq "$outputs/$a/$part" "$outputs/$b/$part" || same=no
done
[ "$same" = yes ] || { echo "not the same" && exit 1; }
echo "the same: $(find "$outputs/$a/commands" "$outputs/$a/$editions" -type f | wc -l) files"
