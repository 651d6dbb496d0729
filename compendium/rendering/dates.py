"""The date in an edition: that of its sources, so that builds are reproducible."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from compendium.errors import InputError
from compendium.model.bounds import FIRST_YEAR, LAST_YEAR

VARIABLE = "SOURCE_DATE_EPOCH"
_SHOWN = 40  # characters of its value in a message


def edition_date() -> datetime:
    """The time in SOURCE_DATE_EPOCH, or the present time if it is not set.

    Raises:
        InputError: if the variable is not a number of seconds.
    """
    seconds = os.environ.get(VARIABLE)
    if not seconds:
        return datetime.now(tz=UTC).replace(microsecond=0)
    try:
        date = datetime.fromtimestamp(int(seconds), tz=UTC)
        if FIRST_YEAR <= date.year <= LAST_YEAR:
            return date
    except (ValueError, OverflowError, OSError):
        pass
    raise InputError(
        f"{VARIABLE}={seconds[:_SHOWN]}: not a time",
        remedy="set it to seconds since 1970, or unset it",
    )
