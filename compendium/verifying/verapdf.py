"""veraPDF, the validator of the standards PDF/UA and PDF/A, as a program of Java."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compendium.errors import ToolError
from compendium.verifying.check_outcomes import Outcome, outcome
from compendium.verifying.finished_files import Finished

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


def check_standards(files: Sequence[Finished], vera: VeraPDF | None) -> dict[Path, Outcome]:
    """Each file fulfils the standard that its delivery promises, if veraPDF knows that standard.

    All are validated in one run of Java, for it takes longer to start than to validate a paper.
    """
    promised = [file for file in files if file.delivery in STANDARDS]
    if vera is None:
        why = "veraPDF is not installed; `make test` fetches it"
        return {file.path: Outcome(STANDARDS[file.delivery][1], skipped=why) for file in promised}
    if not promised:
        return {}
    said = _validate(vera, promised)
    return {file.path: _outcome(file, one) for file, one in zip(promised, said, strict=True)}


def _outcome(file: Finished, said: dict[str, Any]) -> Outcome:
    faults = [
        f"rule {rule}: {about['message']} ({about['count']} times, first at {about['place']})"
        for rule, about in sorted(said["rules"].items())
    ]
    if not said["compliant"] and not faults:
        faults = ["veraPDF rejects the file without a reason"]
    return outcome(STANDARDS[file.delivery][1], int(said["assertions"]), faults)


def _validate(vera: VeraPDF, files: Sequence[Finished]) -> list[dict[str, Any]]:
    command = [
        vera.java,
        "-XX:+UseSerialGC",
        "-cp",
        f"{vera.folder}/*",
        "org.mozilla.javascript.tools.shell.Main",
        str(SCRIPT),
    ]
    for file in files:
        command += [STANDARDS[file.delivery][0], str(file.path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        said = json.loads(done.stdout)
    except ValueError:
        raise ToolError(
            f"veraPDF failed on {files[0].path.parent}: "
            f"{(done.stderr or done.stdout).strip()[-400:]}",
            remedy="fetch it again: rm -r .cache/verapdf && setup/verapdf.sh",
        ) from None
    assert isinstance(said, list)
    return said
