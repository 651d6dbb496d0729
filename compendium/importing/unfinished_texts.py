"""Finds signs that a text is unfinished, or not read as it is shown, if the record has none."""

from __future__ import annotations

import re

from compendium.model.markup import NOTE, read_escapes

# Words in square brackets, which are alternatives, remarks or places to fill in. Those with figures
# are references that an editor of the language added: [voir résolution 217 A (III)].
_BRACKETS = re.compile(r"[\[【［〔](?:[^\[\]\d]*[^\W\d_][^\[\]\d]*|\s*)[\]】］〕]")  # noqa: RUF001
_PLACEHOLDER = re.compile(r"\bX{3,}\b|\bT\.?B\.?[CD]\b|\bTODO\b|\?{2,}|？{2,}|_{3,}")  # noqa: RUF001
_DOTS = re.compile(r"\.{3,}|…+|(?:\.\s){2,}\.")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]*)?/?>")
_SIGNS = (
    (_BRACKETS, "words in square brackets, which are not settled"),
    (_PLACEHOLDER, "a sign that something is still to be written"),
    (_DOTS, "dots instead of words"),
    (_ENTITY, "a sign of a web page, not read"),
    (_TAG, "a tag of a web page, not read"),
)


def unfinished(ours: str, theirs: str) -> str:
    """The unfinished or unread part of a text; empty if there is none, or the record has it, too.

    Args:
        ours: the text of the record.
        theirs: the text of the document.

    >>> unfinished("Asks for a report;", "[Texto pendiente de traducción]")
    'words in square brackets, which are not settled: [Texto pendiente de traducción]'
    >>> unfinished("Recalls [the] lamps;", "Recuerda [las] lámparas;")
    ''
    """
    ours, theirs = (read_escapes(NOTE.sub("", text)) for text in (ours, theirs))
    for sign, what in _SIGNS:
        signs = sign.findall(theirs)
        if len(signs) > len(sign.findall(ours)):
            return f"{what}: {signs[0]}"
    return ""
