"""The date that an edition carries: that of its sources, so that a build can be repeated."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from compendium.errors import InputError
from compendium.model.bounds import FIRST_YEAR, LAST_YEAR

VARIABLE = "SOURCE_DATE_EPOCH"
_SHOWN = 40  # characters of its value in a message


def edition_date() -> datetime:
    """The time that SOURCE_DATE_EPOCH names, or now where it is not set.

    Raises:
        InputError: if the variable holds no number of seconds.
    """
    seconds = os.environ.get(VARIABLE)
    if not seconds:
        return datetime.now(tz=UTC).replace(microsecond=0)
    try:
        found = datetime.fromtimestamp(int(seconds), tz=UTC)
        if FIRST_YEAR <= found.year <= LAST_YEAR:
            return found
    except (ValueError, OverflowError, OSError):
        pass
    raise InputError(
        f"{VARIABLE}={seconds[:_SHOWN]}: not a time",
        remedy="set it to seconds since 1970, or unset it",
    )
