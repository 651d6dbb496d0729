"""Work that must be done by a time, whatever it waits for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TypeVar

from compendium.fetching.errors import PassingError

Result = TypeVar("Result")


def in_time(work: Callable[[], Result], seconds: float, name: str) -> Result:
    """Do a piece of work, and stop waiting for it when the seconds are over.

    A time-out of the connection begins anew with every byte, and looking up a name has none at
    all; so the work has a thread of its own, which is left alone when it is late.

    Raises:
        PassingError: if it is not done in time.
    """
    results: SimpleQueue[Result | BaseException] = SimpleQueue()

    def run() -> None:
        try:
            results.put(work())
        except BaseException as fault:  # noqa: BLE001 - raised again by who waits for it
            results.put(fault)

    threading.Thread(target=run, daemon=True).start()
    try:
        result = results.get(timeout=seconds)
    except Empty:
        raise too_slow(name, seconds) from None
    if isinstance(result, BaseException):
        raise result
    return result


def too_slow(name: str, seconds: float) -> PassingError:
    """The error for what is not there in time."""
    return PassingError(f"{name}: not here after {seconds:g} seconds", remedy="try again later")
