"""Counts that tests state, so that their output shows how much they compared."""

from __future__ import annotations

from collections.abc import Callable

RecordProperty = Callable[[str, object], None]


def report(record_property: RecordProperty, **counts: object) -> None:
    """Say what was counted, in the output (pytest -rP) and in the report of the tests."""
    for name, count in counts.items():
        record_property(name, count)
    print(", ".join(f"{count} {name.replace('_', ' ')}" for name, count in counts.items()))  # noqa: T201
