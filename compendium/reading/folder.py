"""The files of a folder of sources: which there must be, which there may be, how they are named."""

from __future__ import annotations

import os
from pathlib import Path

from compendium.findings import Finding, Place
from compendium.untrusted.regular import regular_bytes

BODIES, TOPICS, ERRATA = "bodies.yaml", "topics.yaml", "errata.yaml"
PUBLISHED = "published/documents.yaml"
EDITIONS = "editions"
# Folders of the sources that hold no gatherings.
KNOWN_FOLDERS = frozenset({EDITIONS, "published", "schema"})


def shown(path: Path) -> str:
    """A path as messages name it: from the current folder where it lies below it."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def read_file(path: Path) -> str | Finding:
    """The text of a file, or the finding that it is missing, unreadable or not UTF-8."""
    try:
        return regular_bytes(path).decode("utf-8-sig")
    except FileNotFoundError:
        return Finding(
            Place(shown(path)), "F001", "the file is missing", "add it, or correct its name"
        )
    except OSError as fault:
        return Finding(
            Place(shown(path)),
            "F001",
            f"the file cannot be read: {fault.strerror}",
            "correct its permissions",
        )
    except UnicodeDecodeError as fault:
        line = fault.object.count(b"\n", 0, fault.start) + 1
        return Finding(
            Place(shown(path), line),
            "F002",
            f"byte {fault.object[fault.start]:#04x} is not UTF-8",
            "save the file as UTF-8",
        )


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder, in order of their names; none where there is no folder."""
    return sorted(path for path in folder.glob("*.yaml") if not path.name.startswith("."))


def no_edition(folder: Path) -> Finding:
    """The finding for sources that define no edition."""
    return Finding(
        Place(shown(folder)),
        "F001",
        "the folder contains no edition definition",
        "add one, such as compendium.yaml",
    )


def misnamed_edition(path: Path, key: str, line: int) -> Finding:
    """The finding for an edition whose file has another name than its key."""
    return Finding(
        Place(shown(path), line),
        "F010",
        f"the key is {key!r}, the name of the file {path.stem}",
        f"name the file {EDITIONS}/{key}.yaml, or correct the key",
    )


def stray_findings(root: Path, bodies: frozenset[str]) -> list[Finding]:
    """Findings for what has no place in the sources."""
    findings = [
        Finding(
            Place(shown(folder)),
            "F011",
            f"the folder does not have the name of a body in {BODIES}",
            f"name it after the key of a body, or add the body to {BODIES}",
        )
        for folder in sorted(path for path in root.iterdir() if path.is_dir())
        if folder.name not in bodies | KNOWN_FOLDERS and not folder.name.startswith(".")
    ]
    return [*findings, *(_stray(path) for path in _unread_files(root, bodies))]


def lacking_folders(root: Path, bodies: frozenset[str]) -> list[Finding]:
    """Findings for bodies without a folder."""
    return [
        Finding(
            Place(shown(root / body)),
            "F001",
            "the folder of this body is missing",
            "import its first document, which makes it, or take the body out of bodies.yaml",
        )
        for body in sorted(bodies)
        if not (root / body).is_dir()
    ]


def _unread_files(root: Path, bodies: frozenset[str]) -> list[Path]:
    known = {root / BODIES, root / TOPICS, root / ERRATA}
    unread = [path for path in root.glob("*.y*ml") if path not in known]
    for folder in (*sorted(bodies), EDITIONS):
        unread += (root / folder).glob("*.yml")
    return sorted(unread)


def _stray(path: Path) -> Finding:
    return Finding(
        Place(shown(path)),
        "F011",
        "the program reads no file with this name here",
        "correct its name (it ends in .yaml), or move it out of the sources",
    )
