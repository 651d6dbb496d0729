#!/usr/bin/env bash
# Fetches the class path of veraPDF, which is the files in verapdf.txt, into .cache/verapdf.
# usage: verapdf.sh
# MAVEN_REPOSITORY names another repository than Maven Central.
set -euo pipefail

repository=${MAVEN_REPOSITORY:-https://repo.maven.apache.org/maven2}
list=$(dirname "$0")/verapdf.txt
folder=.cache/verapdf

mkdir -p "$folder"
while read -r sum place; do
  file=$folder/${place##*/}
  [ -f "$file" ] && continue
  if ! curl --fail --silent --show-error --location --retry 3 --output "$file.part" "$repository/$place"; then
    printf 'warning: veraPDF could not be fetched; the checks that need it are skipped\n' >&2
    rm -rf "$folder"
    exit 0
  fi
  if ! printf '%s  %s\n' "$sum" "$file.part" | sha256sum --check --status; then
    printf 'error: %s is not the file that %s lists\n' "$repository/$place" "$list" >&2
    rm -f "$file.part"
    exit 1
  fi
  mv "$file.part" "$file"
done < <(grep -v '^#' "$list")
