"""The keys by which ICU sorts texts, from a Python that has PyICU.

PyICU comes as source alone, and to build it takes a compiler and the headers of ICU. Debian has it
ready-made for the Python of the system, so it is asked there, as a program.
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
    """The key of each text, by the tag of its collation, such as `es` or `zh-u-co-stroke`.

    Raises:
        ToolError: if no Python has PyICU, or ICU fails.
    """
    done = subprocess.run(
        [_python_with_icu(), "-I", PROGRAM],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise ToolError(
            f"ICU could not sort the headings: {(done.stderr.splitlines() or [''])[-1]}",
            remedy="look at the collations of the language in compendium/languages/",
        )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return {tag: [bytes.fromhex(key) for key in keys] for tag, keys in found.items()}


@lru_cache
def _python_with_icu() -> str:
    """The Python that runs this, if it has PyICU, or else that of the system."""
    for python in (sys.executable, shutil.which("python3", path=os.defpath)):
        if python is None:
            continue
        asked = [python, "-I", "-c", "import icu"]
        if subprocess.run(asked, capture_output=True, check=False).returncode == 0:
            return python
    raise ToolError(
        "PyICU is not installed, so no order can be proposed",
        remedy="apt-get install python3-icu; elsewhere than on Debian: pip install PyICU",
    )
