#!/usr/bin/env bash
# Guess: `file:///a%20folder/picture.svg`, the address that Python's Path.as_uri() gives, names a picture
# that Pandoc embeds.
# Seen (Pandoc of pypandoc_binary 1.17): with `file:` before it the path is taken letter by letter, so
# Pandoc looks for a folder that has %20 in its name, and ends; the same path without `file:`, still
# quoted, is decoded and found. So a project in a folder with a space has to give quoted plain paths.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check install --quiet pypandoc_binary==1.17

mkdir "$folder/a folder"
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>' > "$folder/a folder/picture.svg"
"$folder/venv/bin/python" - "$folder/a folder/picture.svg" << 'PYTHON'
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pypandoc

print("Pandoc", pypandoc.get_pandoc_version())
picture = Path(sys.argv[1])
found = {}
for name, address in {"file:": picture.as_uri(), "plain": quote(str(picture))}.items():
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "--from=html", "--to=html", "--embed-resources", "--standalone"]
        + ["--metadata=title:x"],
        input=f'<p><img src="{address}" alt=""></p>',
        capture_output=True,
        text=True,
    )
    found[name] = "data:image/svg+xml" in done.stdout or "<svg" in done.stdout
    print(f"{name:6} exit {done.returncode}, embedded: {found[name]}", done.stderr.strip()[:100])
sys.exit(found != {"file:": False, "plain": True})
PYTHON
