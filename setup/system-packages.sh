#!/usr/bin/env bash
# Installs the Debian packages in some lists that are not installed yet.
# usage: system-packages.sh list.txt [list.txt ...]
set -euo pipefail

PATH=$PATH:/usr/sbin:/sbin
PYTHON=${PYTHON:-python3}

is_there() { # package, what replaces it
  case ${2:-} in
    program:*) command -v "${2#program:}" > /dev/null && return ;;
    module:*) "$PYTHON" -c "import ${2#module:}" 2> /dev/null && return ;;
  esac
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2> /dev/null)" = installed ]
}

read_lists() {
  sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@"
}

if ! command -v dpkg-query > /dev/null; then
  printf 'warning: this is not Debian; make sure that these packages are installed:\n' >&2
  read_lists "$@" | sed 's/^/  /' >&2
  exit 0
fi

missing=()
while read -r package replaced_by; do
  is_there "$package" "$replaced_by" || missing+=("$package")
done < <(read_lists "$@")
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo > /dev/null; then
    printf 'error: system packages are missing, and only root can install them\n' >&2
    printf '  what to do: as root, run: apt-get update && apt-get install --no-install-recommends %s\n' \
      "${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

log=.cache/apt.log
mkdir -p .cache
run() {
  "${as_root[@]}" env "PATH=$PATH" DEBIAN_FRONTEND=noninteractive "$@" >> "$log" 2>&1
}
: > "$log"
printf '== system packages: installing %s\n' "${missing[*]}"
if ! { run apt-get -qq update && run apt-get -qq -o DPkg::Lock::Timeout=300 install \
  --yes --no-install-recommends "${missing[@]}"; }; then
  tail -n 20 "$log" >&2
  printf 'error: the system packages could not be installed (the full output is in %s)\n' "$log" >&2
  printf '  what to do: check that the machine reaches its package source, then try again\n' >&2
  exit 1
fi
printf '== system packages: done in %s s\n' "$SECONDS"
