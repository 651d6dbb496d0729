"""The states of a unit in a language."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """How far the text of a unit in a language can be relied on."""

    OFFICIAL = "official"  # taken from the official document in that language
    REVIEWED = "reviewed"  # translated, and read by a reviser
    UNOFFICIAL = "unofficial"  # translated
    FUZZY = "fuzzy"  # translated before the source changed
    MISSING = "missing"  # not translated


# From the most to the least reliable.
RANKS = (State.OFFICIAL, State.REVIEWED, State.UNOFFICIAL, State.FUZZY, State.MISSING)


def reaches(state: State, wanted: State) -> bool:
    """Whether a state is at least as reliable as another."""
    return RANKS.index(state) <= RANKS.index(wanted)


def is_translated(state: State) -> bool:
    """Whether the text of that state is shown; a missing or fuzzy one gives way to the source."""
    return state not in {State.FUZZY, State.MISSING}
