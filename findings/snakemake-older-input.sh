#!/usr/bin/env bash
# Guess: Snakemake keeps the checksums of the inputs of each job, so an input with another content is
# built, whatever its date.
# Seen (Snakemake 9.27.0): the checksum only holds back: it is compared where the input is newer than the
# output, and saves a job whose input was merely touched. An input that another file replaced (rsync,
# an archive, a clock set back) and that is older than the output is never looked at: "Nothing to be
# done". A parameter that holds the checksum makes it a change.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet snakemake==9.27.0
cd "$folder"

cat > Snakefile <<'RULES'
import hashlib
from pathlib import Path

rule all:
    input: "plain.txt", "named.txt"

rule plain:
    input: "source.txt"
    output: "plain.txt"
    shell: "cp {input} {output}"

rule named:
    input: "source.txt"
    output: "named.txt"
    params: content=lambda wildcards: hashlib.sha256(Path("source.txt").read_bytes()).hexdigest()
    shell: "cp {input} {output}"
RULES

export HOME=$folder
snakemake() { venv/bin/snakemake --cores 1 "$@" 2>&1; }
printf 'Snakemake '
venv/bin/snakemake --version
echo one > source.txt
snakemake --quiet all
echo two > source.txt
touch -d 2001-09-09 source.txt
said=$(snakemake -n)
for rule in plain named; do
  if grep -q "^rule $rule:" <<< "$said"; then echo "$rule: built again"; else echo "$rule: not built"; fi
done
grep -q '^rule named:' <<< "$said" && ! grep -q '^rule plain:' <<< "$said"
