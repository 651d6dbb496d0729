"""Special sessions of a body, which are counted apart from its regular ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compendium.documents.original import Original
from compendium.findings import Finding
from compendium.model.record_numbers import number_of_symbol

_SPECIAL = re.compile(r"(?P<series>[A-Z]+)-(?P<ordinal>\d+)/")  # ES-11/1, S-32/1


def of_special_session(symbol: str, original: Original) -> Iterator[Finding]:
    """The finding (I036) that a resolution is of a special session, as its number says."""
    found = _SPECIAL.match(number_of_symbol(symbol))
    if found:
        yield original.finding(
            "I036",
            0,
            f"it is of a special session, {found['series']}-{found['ordinal']}, which is counted "
            f"apart from the regular ones and would be printed as session {found['ordinal']}",
            "record special sessions under a body of their own in bodies.yaml: give --body",
        )
