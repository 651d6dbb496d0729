"""The order of topics of a language names each topic once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from compendium.checks.translations.translated_texts import Translations
from compendium.errors import InputError
from compendium.files import read_text
from compendium.findings import Finding, Place, Severity
from compendium.model.lines import lines_of
from compendium.model.topics import Topic
from compendium.texts.order import ORDER_FILE, read_order


def check_order(translations: Translations, topics: Sequence[Topic]) -> Iterator[Finding]:
    """O001 to O003: the file can be read, is complete, and is there."""
    path = translations.folder / ORDER_FILE
    place, code = Place(path.as_posix()), translations.language.code
    remedy = f"propose it again: compendium order --records FILE --language {code}"
    if not path.exists():
        if translations.files:
            message = "the topics of this language have no order of their own"
            yield Finding(place, "O003", message, remedy, Severity.WARNING)
        return
    try:
        order = read_order(path)
    except InputError as fault:
        line, message = _told(fault.message, path)
        yield Finding(Place(place.file, line), "O001", message, fault.remedy)
        return
    former = {key for moved in order.former.values() for pair in moved.items() for key in pair}
    known, counts = {topic.key for topic in topics}, Counter(order.topics)
    faults = {
        "not in the order": sorted(known - counts.keys()),
        "no topic": sorted((counts.keys() | former) - known),
        "named twice": sorted(key for key, count in counts.items() if count > 1),
    }
    for message, keys in faults.items():
        for key in keys:
            yield Finding(_line(place, read_text(path), key), "O002", f"{key}: {message}", remedy)


def _told(message: str, path: Path) -> tuple[int, str]:
    """The line that a message on a file begins with, zero for none, and the rest of it."""
    match = re.match(rf"{re.escape(str(path))}(?::(\d+))?: ", message)
    return (int(match[1] or 0), message[match.end() :]) if match else (0, message)


def _line(place: Place, text: str, key: str) -> Place:
    """The line that names a topic, the last if there are several."""
    lines = (line.strip(" -\"'") for line in lines_of(text))
    numbers = [n for n, line in enumerate(lines, 1) if key in re.split(r":?\s+", line)]
    return Place(place.file, numbers[-1]) if numbers else place
