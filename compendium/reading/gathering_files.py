"""Names of the files of gatherings: `{body}/NN-YYYY.yaml`, and whether the content agrees."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from compendium.findings import Finding, Place
from compendium.model.gatherings import Meeting, Session
from compendium.reading.folder import shown
from compendium.reading.parsed_text import Nodes

_NAME = re.compile(r"([0-9]{2,})-([0-9]{4})")


def name_findings(path: Path, gathering: Meeting | Session, nodes: Nodes) -> list[Finding]:
    """Findings where the folder or the name of a file says other than the file itself."""
    name = _NAME.fullmatch(path.stem)
    if name is None:
        return [_disagrees(nodes.file, 0, "the name of the file is not like 09-2019.yaml", path)]
    findings = []
    if gathering.body != path.parent.name:
        findings.append(("body", f"the body is {gathering.body!r}, the folder {path.parent.name}"))
    if gathering.ordinal != int(name[1]):
        findings.append(("ordinal", f"the ordinal is {gathering.ordinal}, the name {name[1]}"))
    if gathering.dates.first.year != int(name[2]):
        findings.append(
            ("dates", f"the year is {gathering.dates.first.year}, the name says {name[2]}")
        )
    return [
        _disagrees(nodes.file, nodes.positions[(field,)].key, message, path)
        for field, message in findings
    ]


def _disagrees(file: str, line: int, message: str, path: Path) -> Finding:
    remedy = f"name the file {path.parent.name}/NN-YYYY.yaml (ordinal, year), or correct the field"
    return Finding(Place(file, line), "F010", message, remedy)


def double_findings(read: Iterable[tuple[Path, Meeting | Session]]) -> list[Finding]:
    """Findings for each file after the first that holds one and the same gathering."""
    first: dict[str, Path] = {}
    findings = []
    for path, gathering in read:
        earlier = first.setdefault(gathering.key, path)
        if earlier != path:
            findings.append(
                Finding(
                    Place(shown(path)),
                    "F012",
                    f"the gathering {gathering.key} is already in {shown(earlier)}",
                    "keep one file for each gathering",
                )
            )
    return findings
