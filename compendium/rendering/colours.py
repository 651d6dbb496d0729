"""Derives the colours of an edition from its accent."""

from __future__ import annotations

# The share of the accent in the background of Part B of the index; the rest is white.
TINT = 0.12


def tint(accent: str) -> str:
    """The background for text: white with a little of the accent.

    >>> tint("#1f5c86")
    '#e4ebf0'
    """
    parts = (int(accent[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * TINT):02x}" for part in parts)
