"""Runs veraPDF, the validator for PDF/UA and PDF/A, with Java."""

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
# The standard of each delivery: veraPDF's name for it, and the name of the check.
STANDARDS = {"screen": ("ua1", "PDF/UA-1"), "archive": ("3a", "PDF/A-3a")}


@dataclass(frozen=True, slots=True)
class VeraPDF:
    """The paths of Java and of veraPDF's class path."""

    java: str
    folder: Path

    @property
    def version(self) -> str:
        """What its results depend on: Java and the class path, with sizes and dates."""
        files = [Path(self.java).resolve(), *sorted(self.folder.iterdir())]
        states = ((path, path.stat()) for path in files)
        return "\n".join(f"{path} {state.st_size} {state.st_mtime_ns}" for path, state in states)


def find_verapdf(folder: Path) -> VeraPDF | None:
    """Find veraPDF, if Java is installed and the folder has its class path."""
    java = shutil.which("java")
    if java is None or not any(folder.glob("validation-model-*.jar")):
        return None
    return VeraPDF(java, folder)


def check_standards(files: Sequence[Finished], vera: VeraPDF | None) -> dict[Path, Outcome]:
    """Check each file against the standard of its delivery, if veraPDF can validate that standard.

    All files are validated in one run of Java, because starting it takes longer than validating a
    paper.
    """
    promised = [file for file in files if file.delivery in STANDARDS]
    if vera is None:
        why = "veraPDF is not installed; `make test` fetches it"
        return {file.path: Outcome(STANDARDS[file.delivery][1], skipped=why) for file in promised}
    if not promised:
        return {}
    results = _validate(vera, promised)
    pairs = zip(promised, results, strict=True)
    return {file.path: _outcome(file, result) for file, result in pairs}


def _outcome(file: Finished, result: dict[str, Any]) -> Outcome:
    faults = [
        f"rule {rule}: {about['message']} ({about['count']} times, first at {about['place']})"
        for rule, about in sorted(result["rules"].items())
    ]
    if not result["compliant"] and not faults:
        faults = ["veraPDF rejects the file without a reason"]
    return outcome(STANDARDS[file.delivery][1], int(result["assertions"]), faults)


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
    completed = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        results = json.loads(completed.stdout)
    except ValueError:
        raise ToolError(
            f"veraPDF failed on {files[0].path.parent}: "
            f"{(completed.stderr or completed.stdout).strip()[-400:]}",
            remedy="fetch it again: rm -r .cache/verapdf && setup/verapdf.sh",
        ) from None
    assert isinstance(results, list)
    return results
