"""Makes the files inside an edition for the archive: its records, and a manifest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pypandoc
import weasyprint

from compendium import __version__
from compendium.errors import InputError
from compendium.untrusted.limits import read_limited

_LARGEST = 200_000_000  # bytes; the records of twenty compendiums have 50 million
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file inside a PDF: its name, its bytes, and its relationship to the document."""

    name: str
    content: bytes
    relationship: str


def attached_files(paths: Sequence[Path], about: dict[str, Any], date: datetime) -> list[Attached]:
    """The files to attach, with a manifest of them and of the programs that made the edition.

    Args:
        paths: the files, such as the records, each with a different name.
        about: the key and the language of the edition.
        date: the date of the sources.

    Raises:
        InputError: if a file cannot be read, or two have the same name.
    """
    files = [Attached(path.name, _content(path), "Source") for path in paths]
    names = [file.name for file in files] + [MANIFEST]
    for name in names:
        if names.count(name) > 1:
            raise InputError(f"{name}: attached twice", remedy="give each file a name of its own")
    manifest = about | _manifest(files, date)
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return [*files, Attached(MANIFEST, text.encode(), "Supplement")]


def _manifest(files: Sequence[Attached], date: datetime) -> dict[str, Any]:
    """The date of the sources, the versions of the programs, and the sums of the files."""
    return {
        "date_of_sources": date.isoformat(),
        "made_with": {
            "compendium": __version__,
            "pandoc": str(pypandoc.get_pandoc_version()),
            "weasyprint": weasyprint.__version__,
        },
        "files": {
            file.name: {
                "bytes": len(file.content),
                "sha256": hashlib.sha256(file.content).hexdigest(),
            }
            for file in files
        },
    }


def _content(path: Path) -> bytes:
    return read_limited(path, largest=_LARGEST, remedy="attach a file that exists")
