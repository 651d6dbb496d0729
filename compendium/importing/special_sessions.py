"""The session that the number of a resolution names; special sessions are counted separately."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compendium.documents.original import Original
from compendium.errors import InputError
from compendium.findings import Finding
from compendium.model.record_numbers import number_of_symbol

_OF_SESSION = re.compile(r"/(?:RES|DEC)/(\d{1,3})/\d+(?: [A-Z])?$")
_SPECIAL = re.compile(r"(?P<series>[A-Z]+)-(?P<ordinal>\d+)/")  # ES-11/1, S-32/1


def of_special_session(symbol: str, original: Original) -> Iterator[Finding]:
    """The finding (I036) that a resolution belongs to a special session, by its number."""
    match = _SPECIAL.match(number_of_symbol(symbol))
    if match:
        yield original.finding(
            "I036",
            0,
            f"it is of a special session, {match['series']}-{match['ordinal']}, which is counted "
            f"apart from the regular ones and would be printed as session {match['ordinal']}",
            "record special sessions under a body of their own in bodies.yaml: give --body",
        )


def refuse_other_session(symbol: str, ordinal: int, original: Original) -> None:
    """Check that a resolution belongs to the session whose number precedes its own.

    Raises:
        InputError: if it belongs to another session.
    """
    match = _OF_SESSION.search(symbol)
    if match and int(match[1]) != ordinal:
        raise InputError(
            f"{original.file}: {symbol} is of session {int(match[1])}, not of session {ordinal}",
            remedy="give the ordinal, the days and the place of its own session",
        )
