"""How long and how much a document may take."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds to connect, to wait for the next bytes and for all tries together; bytes; tries.

    `pause` is the wait before the second try; it doubles before each further one. A server that
    never answers is given up after 48 seconds.
    """

    connect: float = 10
    read: float = 15
    whole: float = 300
    size: int = 50 * MEGABYTE
    redirects: int = 5
    tries: int = 3
    pause: float = 1
