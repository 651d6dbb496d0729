"""Arabic ligatures as text that can be copied and found.

A glyph that stands for two letters is written into a PDF as two characters in the order of reading.
Programs that take text from a page turn the characters of Arabic round, those of one glyph as well,
so that lam and alef change places. One character that stands for the ligature (Unicode, Arabic
Presentation Forms) cannot be turned round, and these programs resolve it after they have turned.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pydyf

_FORMS = (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFF))
_MAPPED = re.compile(rb"(<[0-9a-f]+>) <([0-9a-f]{8,})>")


def _ligatures() -> dict[str, str]:
    """The ligature for each sequence of letters that has one."""
    forms = {chr(form): unicodedata.normalize("NFKC", chr(form)) for form in _FORMS}
    return {
        letters: form
        for form, letters in forms.items()
        if len(letters) > 1 and unicodedata.decomposition(form).startswith("<isolated>")
        if not letters.startswith(" ")
    }


_LIGATURES = _ligatures()


def fold_ligatures(pdf: Any) -> None:
    """Name the ligatures in the fonts of a PDF that is being written by one character each."""
    for entry in pdf.objects:
        if isinstance(entry, pydyf.Stream) and b"begincmap" in entry.stream:
            entry.stream = [_folded(line) for line in entry.stream]


def _folded(line: bytes) -> bytes:
    mapped = _MAPPED.fullmatch(line)
    if mapped is None:
        return line
    letters = bytes.fromhex(mapped[2].decode()).decode("utf-16-be")
    ligature = _LIGATURES.get(letters, letters)
    return mapped[1] + b" <" + ligature.encode("utf-16-be").hex().encode() + b">"
