"""Keeps parsed YAML texts, so that the commands of a build parse each text once.

Parsing takes most of the time in which a command reads the sources. A text with a fault is parsed
by every command; a reference to a value written elsewhere (F013) is none where it is allowed.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from compendium.findings import Finding, Place, Severity
from compendium.kept import Kept, kept
from compendium.reading.parsed_text import Nodes, Position

_LIMIT = 50_000_000  # bytes; the sources of the compendium take two million
_ALIAS = "F013"
_PAIRS = ""  # the key of the pairs of a mapping


def kept_parsed(text: str, file: str) -> Nodes | None:
    """What a text says, if an earlier command has parsed it; None if it must be parsed."""
    entry: Any = _texts().load(file, text)
    if entry is None:
        return None
    value, positions, findings = entry
    return Nodes(
        file,
        _read_back(value),
        {tuple(way): Position(key, first, last) for way, key, first, last in positions},
        [_finding(file, *fields) for fields in findings],
    )


def keep_parsed(nodes: Nodes, text: str) -> None:
    """Keep what a text says for the next command, if the text has no fault."""
    if nodes.broken or any(finding.code != _ALIAS for finding in nodes.findings):
        return
    positions = [[list(way), at.key, at.first, at.last] for way, at in nodes.positions.items()]
    findings = [
        [at.place.line, at.place.column, at.code, at.message, at.remedy, at.severity]
        for at in nodes.findings
    ]
    with suppress(RecursionError):
        _texts().save([_as_json(nodes.value), positions, findings], nodes.file, text)


def _as_json(value: object) -> object:
    """A value as JSON can hold it: a mapping with keys other than text becomes a list of pairs."""
    if isinstance(value, dict):
        values = {key: _as_json(each) for key, each in value.items()}
        is_plain = all(isinstance(key, str) for key in values) and _PAIRS not in values
        return values if is_plain else {_PAIRS: [list(pair) for pair in values.items()]}
    return [_as_json(each) for each in value] if isinstance(value, list) else value


def _read_back(value: Any) -> object:
    """The value of which `_as_json` made this one."""
    if isinstance(value, dict):
        pairs = value[_PAIRS] if _PAIRS in value else value.items()
        return {key: _read_back(each) for key, each in pairs}
    return [_read_back(each) for each in value] if isinstance(value, list) else value


def _finding(file: str, line: int, column: int, *fields: str) -> Finding:
    code, message, remedy, severity = fields
    return Finding(Place(file, line, column), code, message, remedy, Severity(severity))


def _texts() -> Kept:
    return kept("parsed", "ruamel.yaml", limit=_LIMIT)
