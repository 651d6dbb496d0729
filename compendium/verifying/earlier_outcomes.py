"""Keeps the outcomes of the checks of finished files, so that only changed files are checked.

The outcomes of a file are kept only if no check found a fault in it. They count as long as the
file, the HTML page that it is compared with, this program and the programs that it calls stay as
they were.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from compendium.kept import Kept, digest, kept
from compendium.untrusted.outside_programs import EndlessError, run_limited
from compendium.untrusted.regular import regular_bytes
from compendium.verifying.check_outcomes import Outcome
from compendium.verifying.finished_files import Finished
from compendium.verifying.verapdf import STANDARDS, VeraPDF

_LIMIT = 20_000_000  # bytes; the outcomes of a file have about a thousand
_LARGEST = 2_000_000_000  # bytes of a finished file
_PACKAGES = ("lxml", "pikepdf", "pypdfium2")
_PROGRAMS = (("qpdf", "--version"), ("pdftotext", "-v"))
_WAIT = 20  # seconds for a program to print its version


class EarlierOutcomes:
    """The outcomes of earlier runs, and which of them are still true.

    Args:
        vera: the validator of standards, or None if it is not installed.
    """

    def __init__(self, vera: VeraPDF | None) -> None:
        self._vera = vera
        self._kept = kept("verified", *_PACKAGES, limit=_LIMIT)
        self._readers = _versions() if self._kept.folder else ""
        self._before: dict[Path, tuple[str, str]] = {}

    def of_reading(self, file: Finished) -> tuple[Outcome, ...] | None:
        """The outcomes of a file without those of veraPDF; None if it must be checked."""
        if self._kept.folder is None:
            return None
        self._before[file.path] = _fingerprints(file)
        return _outcomes(self._kept.load(*self._read_from(file)))

    def keep_reading(self, file: Finished, outcomes: tuple[Outcome, ...]) -> None:
        """Keep the outcomes of a file, if none has a fault and the file stayed as it was."""
        if self._is_still(file):
            _keep(self._kept, outcomes, self._read_from(file))

    def of_standard(self, file: Finished) -> Outcome | None:
        """The outcome of veraPDF; None if it must validate the file."""
        if self._kept.folder is None or self._vera is None or file.delivery not in STANDARDS:
            return None
        outcomes = _outcomes(self._kept.load(*self._validated_from(file, self._vera)))
        return outcomes[0] if outcomes else None

    def keep_standard(self, file: Finished, outcome: Outcome) -> None:
        """Keep the outcome of veraPDF, if it has no fault and the file stayed as it was."""
        if self._vera is not None and self._is_still(file):
            _keep(self._kept, (outcome,), self._validated_from(file, self._vera))

    def _read_from(self, file: Finished) -> tuple[str, ...]:
        return ("read", *self._before[file.path], file.language, file.delivery, self._readers)

    def _validated_from(self, file: Finished, vera: VeraPDF) -> tuple[str, ...]:
        return ("validated", self._before[file.path][0], file.delivery, vera.version)

    def _is_still(self, file: Finished) -> bool:
        """Whether a file is what it was before its checks began."""
        return self._kept.folder is not None and _fingerprints(file) == self._before[file.path]


def _fingerprints(file: Finished) -> tuple[str, str]:
    """Those of a file, and of the page that it is compared with; empty if with none."""
    return _fingerprint(file.path), _fingerprint(file.page) if file.delivery in STANDARDS else ""


def _fingerprint(path: Path) -> str:
    try:
        return digest(regular_bytes(path, _LARGEST))
    except OSError as fault:
        return f"not readable: {fault.errno}"


def _keep(results: Kept, outcomes: Iterable[Outcome], sources: tuple[str, ...]) -> None:
    outcomes = list(outcomes)
    if all(outcome.passed for outcome in outcomes):
        fields = [asdict(outcome) | {"faults": []} for outcome in outcomes]
        results.save(fields, *sources)


def _outcomes(value: object) -> tuple[Outcome, ...] | None:
    """The outcomes in a kept result, which have no faults."""
    if not isinstance(value, list) or not value:
        return None
    return tuple(
        Outcome(entry["check"], entry["looked_at"], skipped=entry["skipped"]) for entry in value
    )


def _versions() -> str:
    """The versions of the programs that read the files, as they print them."""
    return "\n".join(_version(name, option) for name, option in _PROGRAMS)


def _version(name: str, option: str) -> str:
    path = shutil.which(name)
    if path is None:
        return f"no {name}"
    try:
        completed = run_limited([path, option], b"", work=_WAIT, wait=_WAIT)
    except EndlessError as fault:
        return str(fault)
    return (completed.stdout + completed.stderr).decode(errors="replace")
