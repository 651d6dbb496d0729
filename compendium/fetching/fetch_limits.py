"""The limits on time and size when a document is fetched."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds to connect, to wait for the next bytes and for all tries; numbers of bytes and tries.

    `pause` is the wait before the second try; it doubles before each further try. A server that
    never responds is given up after 48 seconds.
    """

    connect: float = 10
    read: float = 15
    whole: float = 300
    size: int = 50 * MEGABYTE
    redirects: int = 5
    tries: int = 3
    pause: float = 1
