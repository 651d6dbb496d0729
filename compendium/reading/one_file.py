"""Reading one file that a model describes: its value, where everything stands, its faults."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from compendium.errors import InputError
from compendium.findings import Finding
from compendium.model.lines import lines_of
from compendium.reading.folder import read_file, shown
from compendium.reading.nodes import parse
from compendium.reading.schema_faults import schema_findings
from compendium.reading.source_file import Read, SourceFile
from compendium.settings import Settings


def read_one(path: Path, model: type[Read]) -> tuple[SourceFile[Read] | None, list[Finding]]:
    """Read a file; where it does not obey its model there is no value, but always the findings."""
    text = read_file(path)
    if isinstance(text, Finding):
        return None, [text]
    return _read_text(text, shown(path), model)


def _read_text(
    text: str, file: str, model: type[Read]
) -> tuple[SourceFile[Read] | None, list[Finding]]:
    nodes = parse(text, file)
    findings = list(nodes.findings)
    if nodes.broken:
        return None, findings
    try:
        value = model.model_validate(nodes.value)
    except ValidationError as fault:
        return None, [*findings, *schema_findings(fault, model, nodes)]
    return SourceFile(nodes, tuple(lines_of(text)), value), findings


def load_settings(path: Path) -> Settings:
    """Read what the commands take from the settings.

    Raises:
        InputError: if the file is missing, no YAML, or a setting is missing or wrong.
    """
    return load_one(path, Settings)


def load_one(path: Path, model: type[Read], *, remedy: str = "") -> Read:
    """Read a file that must obey its model; the remedy is in place of that of its first fault.

    Raises:
        InputError: if the file is missing, no YAML, or a value is missing or wrong.
    """
    return _whole(*read_one(path, model), remedy)


def read_content(
    content: bytes, file: str, model: type[Read], *, remedy: str = "", aliases: bool = False
) -> Read:
    """The value of a file by its content, which may be allowed aliases; see `load_one`.

    Raises:
        InputError: if it is no YAML, or does not obey its model.
    """
    read, findings = _read_text(content.decode("utf-8-sig"), file, model)
    if aliases:
        findings = [finding for finding in findings if finding.code != "F013"]
    return _whole(read, findings, remedy)


def _whole(file: SourceFile[Read] | None, findings: list[Finding], remedy: str) -> Read:
    if file is None or findings:
        first = min(findings)
        raise InputError(f"{first.place}: {first.message}", remedy=remedy or first.remedy)
    return file.value
