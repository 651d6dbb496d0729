"""Gets ICU's sort keys of texts from a Python that has PyICU.

PyICU is distributed only as source, and needs a compiler and the headers of ICU. Debian has it
ready-made for the system's Python, so that Python is called as a program.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from compendium.errors import ToolError

PROGRAM = Path(__file__).with_name("icu_keys.py")


def collation_keys(texts: Mapping[str, Sequence[str]]) -> dict[str, list[bytes]]:
    """The sort key of each text, by the tag of its collation, such as `es` or `zh-u-co-stroke`.

    Raises:
        ToolError: if no Python has PyICU, or ICU fails.
    """
    completed = subprocess.run(
        [_python_with_icu(), "-I", PROGRAM],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if completed.returncode:
        raise ToolError(
            f"ICU could not sort the headings: {(completed.stderr.splitlines() or [''])[-1]}",
            remedy="look at the collations of the language in compendium/languages/",
        )
    keys_by_tag: dict[str, list[str]] = json.loads(completed.stdout)
    return {tag: [bytes.fromhex(key) for key in keys] for tag, keys in keys_by_tag.items()}


@lru_cache
def _python_with_icu() -> str:
    """The Python that runs this program, if it has PyICU, or else the system's Python."""
    for python in (sys.executable, shutil.which("python3", path=os.defpath)):
        if python is None:
            continue
        command = [python, "-I", "-c", "import icu"]
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:
            return python
    raise ToolError(
        "PyICU is not installed, so no order can be proposed",
        remedy="apt-get install python3-icu; elsewhere than on Debian: pip install PyICU",
    )
