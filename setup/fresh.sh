#!/usr/bin/env bash
# Runs the README's commands on an empty Debian system: a minimal root made by debootstrap, with only
# Git, make and Python, and a clone of the last commit of this folder.
set -euo pipefail

usage() {
  cat << 'END'
usage: setup/fresh.sh [--user] [--targets "editions test"] [--new] SUITE FOLDER

Run as root, with debootstrap installed. SUITE is a Debian release, such as bookworm or trixie;
FOLDER is the folder for its root, or the folder with the root of an earlier run.

  --targets "..."  the targets of make to run, in order (default: editions test)
  --user           run them as a user without rights, in a folder with spaces in its name; the
                   system packages must be installed from an earlier run as root in that FOLDER
  --new            make a new root

Packages come from the sources of this machine: the root gets its Debian archives, its settings of
pip and npm, its certificates and its proxy variables. The output is in FOLDER.log; the last lines
are rows of a table: system, user, target, seconds, result.
END
}

fail() { # message, remedy
  printf 'error: %s\n  what to do: %s\n' "$1" "$2" >&2
  exit 2
}

as_user='' new='' targets='editions test'
while [[ ${1:-} == --* ]]; do
  case $1 in
    --help) usage && exit ;;
    --user) as_user=yes ;;
    --new) new=yes ;;
    --targets) targets=${2:?} && shift ;;
    *) fail "there is no option $1" 'see setup/fresh.sh --help' ;;
  esac
  shift
done
[ $# -eq 2 ] || fail 'a suite and a folder are needed' 'see setup/fresh.sh --help'
suite=$1
root=$(realpath -m "$2")
project=$(realpath "$(dirname "$0")/..")
[ "$(id -u)" -eq 0 ] || fail 'only root can make a root' 'run it as root'
for program in debootstrap unshare git; do
  command -v "$program" > /dev/null ||
    fail "there is no $program" 'apt-get install debootstrap util-linux git'
done

# The archives of Debian that this machine uses: address, suite and component, one a line.
archives() {
  # shellcheck disable=SC2016 # apt fills these in
  apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)' \
    'Created-By: Packages' | sed -n 's/^Debian //p' | sed "s/ $(codename)/ $suite/"
}

codename() {
  sed -n 's/^VERSION_CODENAME=//p' /etc/os-release
}

make_root() {
  local address
  address=$(archives | head -n 1 | cut -d ' ' -f 1)
  [ -n "$address" ] || fail 'apt knows no archive of Debian' 'apt-get update'
  [ -z "$new" ] || rm -rf --one-file-system "$root"
  [ ! -e "$root/.made" ] || return 0
  debootstrap --variant=minbase --include=git,make,python3,python3-venv "$suite" "$root" "$address"
  archives | sed 's/^/deb /' > "$root/etc/apt/sources.list"
  touch "$root/.made"
}

# Copy the settings of this machine, so that the root gets packages from the same sources.
hand_in() {
  local bundle=${SSL_CERT_FILE:-/etc/ssl/certs/ca-certificates.crt} file
  mkdir -p "$root/etc/handed" "$root/root/.config/pip"
  [ ! -f "$bundle" ] || cp -L "$bundle" "$root/etc/handed/certificates.crt"
  for file in /etc/resolv.conf /etc/hosts /etc/pip.conf ~/.config/pip/pip.conf ~/.npmrc; do
    [ ! -f "$file" ] || cp -L "$file" "$root/${file#/}"
  done
  grep -ls '^Acquire' /etc/apt/apt.conf.d/* | xargs -rI {} cp {} "$root/etc/apt/apt.conf.d/" || true
}

variables() { # home
  printf '%s\n' "HOME=$1" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive
  local name
  for name in PIP_CERT NODE_EXTRA_CA_CERTS SSL_CERT_FILE CURL_CA_BUNDLE REQUESTS_CA_BUNDLE; do
    [ ! -f "$root/etc/handed/certificates.crt" ] || echo "$name=/etc/handed/certificates.crt"
  done
  env | grep -iE '^(https?_proxy|no_proxy|pip_(index_url|extra_index_url|default_timeout)|npm_config_registry|maven_repository)=' || true
}

# Run a shell command inside. /proc and /dev are mounted in a separate namespace, which the kernel
# removes with the last process: nothing stays mounted, however this ends.
inside() { # user, home, shell command
  local given
  mapfile -t given < <(variables "$2")
  # shellcheck disable=SC2016 # the shell inside expands them
  unshare --mount --pid --fork --kill-child -- bash -euc '
    mount --make-rprivate /
    mount -t proc proc "$1/proc"
    mount --rbind /dev "$1/dev"
    mount -t tmpfs tmpfs "$1/dev/shm"
    root=$1 user=$2 && shift 2
    # No exec: the first process must stay root, or the kernel does not end it with unshare.
    chroot --userspec="$user" "$root" /usr/bin/env -i "$@" || exit
    exit 0
  ' - "$root" "$1" "${given[@]}" bash -euc "$3" &
  running=$!
  wait "$running"
}

# Ending this script also ends the command inside.
running=''
trap '[ -z "$running" ] || kill -KILL "$running" 2> /dev/null || true' EXIT
trap 'exit 130' INT TERM

row() { # target, seconds, log of the target
  local result system
  system="Debian $(sed -n 's/^VERSION_ID="\(.*\)"/\1/p' "$root/etc/os-release")"
  result=$(grep -aE '^=+ .*(passed|failed|error).* in .*=+$|^verified [0-9]+ files|^make: \*\*\*' "$3" |
    tail -n 1 | tr -d '=' | sed 's/^ *//; s/ *$//')
  printf '| %s | %s | %s | %s | %s |\n' "$system" "$user" "make $1" "$2" "${result:-no result}"
}

make_root > "$root.log" 2>&1 || fail "the root could not be made (see $root.log)" \
  'check that this machine reaches its archives, then try again'
hand_in
user=root home=/root folder=/srv/compendium
if [ -n "$as_user" ]; then
  user=editor home=/home/editor folder='/home/editor/The compendium, a copy'
  [ -d "$root$home" ] || chroot "$root" useradd --create-home "$user"
  [ ! -f "$root/root/.npmrc" ] || cp "$root/root/.npmrc" "$root$home/.npmrc"
fi
rm -rf "${root:?}$folder"
git clone --quiet --no-hardlinks "$project" "$root$folder"
chroot "$root" chown -R "$user:" "$home" "$folder"

rows=() failed=0
for target in $targets; do
  begun=$SECONDS
  inside "$user" "$home" "cd '$folder' && make $target" > "$root.target.log" 2>&1 || failed=1
  rows+=("$(row "$target" $((SECONDS - begun)) "$root.target.log")")
  cat "$root.target.log" >> "$root.log" && rm "$root.target.log"
done
printf '%s\n' "${rows[@]}"
exit "$failed"
