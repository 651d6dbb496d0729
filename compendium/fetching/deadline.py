"""Work that must be done by a time, whatever it waits for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TypeVar

Result = TypeVar("Result")


class LateError(Exception):
    """Work is not done at its deadline."""


_NOW_AND_THEN = 0.5  # seconds


def in_time(work: Callable[[], Result], deadline: float, waiting: Callable[[], None]) -> Result:
    """Do a piece of work, and stop waiting for it at the deadline of the monotonic clock.

    A time-out of the connection begins anew with every byte, and looking up a name has none at
    all; so the work has a thread of its own, which is left alone when it is late.

    Args:
        work: what to do.
        deadline: until when.
        waiting: called now and then in the meantime.

    Raises:
        LateError: if it is not done in time.
    """
    results: SimpleQueue[Result | BaseException] = SimpleQueue()

    def run() -> None:
        try:
            results.put(work())
        except BaseException as fault:  # noqa: BLE001 - raised again by who waits for it
            results.put(fault)

    threading.Thread(target=run, daemon=True).start()
    while (left := deadline - time.monotonic()) > 0:
        try:
            result = results.get(timeout=min(left, _NOW_AND_THEN))
        except Empty:
            waiting()
            continue
        if isinstance(result, BaseException):
            raise result
        return result
    raise LateError
