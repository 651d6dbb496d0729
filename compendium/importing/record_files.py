"""Record files: a gathering as YAML in the style of the sources, ready for an editor."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compendium.model.gatherings import Meeting, Record, Session

_WIDTH = 100
_FOLDED = frozenset({"closing", "text", "title", "formula", "remark"})
# Plain in YAML: begins with a letter, and contains nothing that has a meaning in YAML.
_PLAIN = re.compile(r"[A-Za-z][\w .,()/’-]*|\d+/\w+|\d{4}-\d{2}-\d{2}")
_TAKEN = re.compile(r"(?:true|false|yes|no|null|on|off|y|n)", re.IGNORECASE)
_ORDER = ("kind", "number", "report", "letter", "item", "segment", "symbol", "title", "formula")


def record_file(gathering: Meeting | Session, remark: str = "") -> str:
    """The text of the file of a gathering, with a remark as a comment."""
    kind = "session" if isinstance(gathering, Session) else "meeting"
    schema = f"# yaml-language-server: $schema=../schema/{kind}.schema.json"
    plain = gathering.model_dump(mode="json", exclude_defaults=True)
    return "\n".join([schema, *_comment(remark, 0), *_mapping(plain, 0), ""])


def with_record(file: str, record: Record, remark: str = "") -> str:
    """The file of a session with one more record at its end, and otherwise unchanged."""
    plain = record.model_dump(mode="json", exclude_defaults=True)
    return "\n".join([file.rstrip("\n"), *_comment(remark, 2), *_sequence([plain], 2), ""])


def _comment(remark: str, indent: int) -> list[str]:
    return [f"{' ' * indent}# {remark}"] if remark else []


def _mapping(value: Mapping[str, Any], indent: int) -> Iterator[str]:
    lead = " " * indent
    for key, content in _ordered(value):
        if isinstance(content, Mapping):
            yield f"{lead}{key}:"
            yield from _mapping(content, indent + 2)
        elif isinstance(content, Sequence) and not isinstance(content, str):
            yield f"{lead}{key}:"
            yield from _sequence(content, indent + 2)
        elif key in _FOLDED:
            yield f"{lead}{key}: >-"
            yield from _folded(str(content), indent + 2)
        else:
            yield from _scalar(f"{lead}{key}: ", content, indent + 2)


def _ordered(value: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The fields in the order that editors are used to: marks first, lists last."""
    if "body" in value:
        return list(value.items())
    first = [(name, value[name]) for name in _ORDER if name in value]
    return first + [pair for pair in value.items() if pair[0] not in _ORDER]


def _sequence(value: Sequence[Mapping[str, Any] | str], indent: int) -> Iterator[str]:
    for content in value:
        if isinstance(content, str):
            yield from _scalar(f"{' ' * indent}- ", content, indent + 2)
            continue
        first, *others = _mapping(content, indent + 2)
        yield f"{' ' * indent}- {first.lstrip()}"
        yield from others


def _scalar(lead: str, content: object, indent: int) -> Iterator[str]:
    text = json.dumps(content) if isinstance(content, bool) else str(content)
    if not isinstance(content, str) or (_PLAIN.fullmatch(text) and not _TAKEN.fullmatch(text)):
        yield f"{lead}{text}"
        return
    quoted = f"{lead}{json.dumps(text, ensure_ascii=False)}"
    if len(quoted) <= _WIDTH:
        yield quoted
        return
    yield f"{lead}>-"
    yield from _folded(text, indent)


def _folded(text: str, indent: int) -> Iterator[str]:
    lead = " " * indent
    yield from textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=lead,
        subsequent_indent=lead,
        break_long_words=False,
        break_on_hyphens=False,
    )
