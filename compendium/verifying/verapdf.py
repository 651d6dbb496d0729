"""veraPDF, the validator of the standards PDF/UA and PDF/A, as a program of Java."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compendium.errors import ToolError
from compendium.verifying.outcomes import Outcome, outcome

SCRIPT = Path(__file__).with_name("validate.js")
# What a delivery promises, in veraPDF's names, and the name of the check.
STANDARDS = {"screen": ("ua1", "PDF/UA-1"), "archive": ("3a", "PDF/A-3a")}


@dataclass(frozen=True, slots=True)
class VeraPDF:
    """Where Java and the class path of veraPDF are."""

    java: str
    folder: Path


def find_verapdf(folder: Path) -> VeraPDF | None:
    """veraPDF, if Java is installed and the folder holds its class path."""
    java = shutil.which("java")
    if java is None or not any(folder.glob("validation-model-*.jar")):
        return None
    return VeraPDF(java, folder)


def check_standard(path: Path, delivery: str, vera: VeraPDF | None) -> Iterator[Outcome]:
    """A file fulfils the standard that its delivery promises, if veraPDF knows that standard."""
    if delivery not in STANDARDS:
        return
    flavour, name = STANDARDS[delivery]
    if vera is None:
        yield Outcome(name, skipped="veraPDF is not there: make test fetches it")
        return
    said = _validate(vera, flavour, path)
    faults = [
        f"rule {rule}: {about['message']} ({about['count']} times, first at {about['place']})"
        for rule, about in sorted(said["rules"].items())
    ]
    if not said["compliant"] and not faults:
        faults = ["veraPDF says no and does not say why"]
    yield outcome(name, int(said["assertions"]), faults)


def _validate(vera: VeraPDF, flavour: str, path: Path) -> dict[str, Any]:
    command = [
        vera.java,
        "-XX:+UseSerialGC",
        "-cp",
        f"{vera.folder}/*",
        "org.mozilla.javascript.tools.shell.Main",
        str(SCRIPT),
        flavour,
        str(path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        (said,) = json.loads(done.stdout)
    except ValueError:
        raise ToolError(
            f"veraPDF failed on {path}: {(done.stderr or done.stdout).strip()[-400:]}",
            remedy="fetch it anew: rm -r .cache/verapdf && setup/verapdf.sh",
        ) from None
    assert isinstance(said, dict)
    return said
