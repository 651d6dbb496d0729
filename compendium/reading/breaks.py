"""What a YAML parser complains of, said in the words of an editor."""

from __future__ import annotations

import re

from compendium.findings import Finding, Place

# Pattern of the parser's complaint (its context and problem), our words, our remedy.
_EXPLANATIONS = (
    (
        r"special characters are not allowed|control characters",
        "a control character, which is not allowed in a text",
        "delete the invisible character in this line",
    ),
    (
        r"\\t|tab",
        "a tab in the indentation, where only spaces are allowed",
        "indent with spaces",
    ),
    (
        r"alias",
        "a text starts with * without quotes",
        "put the text in quotes or on the lines after >-",
    ),
    (
        r"mapping values are not allowed",
        "a text without quotes contains a colon and a space, or the line is indented wrongly",
        "put the text in quotes or on the lines after >-, or correct the indentation",
    ),
    (
        r"quoted scalar|unexpected end of stream|end of stream",
        "a quotation mark is opened but not closed",
        "close the quotation mark",
    ),
    (
        r"flow (sequence|mapping)",
        "a bracket [ or { is opened but not closed, or a comma is missing in it",
        "close the bracket and put commas between its values",
    ),
    (
        r"could not find expected ':'|simple key",
        "a line that is neither `name: value` nor part of a text",
        "write `name: value`, or indent the line like the text it belongs to",
    ),
    (
        r"block (mapping|collection|sequence)",
        "the line is not indented like its neighbours",
        "give it the indentation of the lines at its level",
    ),
    (
        r"cannot start any token",
        "a text starts with a character that needs quotes",
        "put the text in quotes or on the lines after >-",
    ),
    (
        r"single document|another document",
        "the file contains more than one document (a line ---)",
        "keep one document in one file",
    ),
)


def explain_break(place: Place, problem: str, context: str) -> Finding:
    """The finding for a text that is no YAML, at the line of the break.

    >>> explain_break(Place("a.yaml", 3), "mapping values are not allowed here", "").code
    'F003'
    """
    description = f"{context} {problem}"
    for pattern, message, remedy in _EXPLANATIONS:
        if re.search(pattern, description):
            return Finding(place, "F003", f"broken YAML: {message}", remedy)
    return Finding(
        place, "F003", f"broken YAML: {description.strip()}", "correct the line or the one above it"
    )
