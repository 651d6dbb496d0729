"""Runs work up to a deadline, whatever the work waits for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import TypeVar

Result = TypeVar("Result")


class LateError(Exception):
    """The work was not done at its deadline."""


_INTERVAL = 0.5  # seconds


def in_time(work: Callable[[], Result], deadline: float, waiting: Callable[[], None]) -> Result:
    """Run some work, and stop waiting for it at a deadline of the monotonic clock.

    The time-out of a connection starts again with every byte, and resolving a name has none, so
    the work runs in a thread of its own, which is abandoned when it is late.

    Args:
        work: the function to run.
        deadline: the time at which to stop waiting.
        waiting: a function that is called regularly in the meantime.

    Raises:
        LateError: if the work is not done in time.
    """
    results = _started(work)
    while (remaining := deadline - time.monotonic()) > 0:
        try:
            result = results.get(timeout=min(remaining, _INTERVAL))
        except Empty:
            waiting()
            continue
        if isinstance(result, BaseException):
            raise result
        return result
    raise LateError


def _started(work: Callable[[], Result]) -> SimpleQueue[Result | BaseException]:
    """Start some work in a thread; its result, or what it raised, comes into the queue."""
    results: SimpleQueue[Result | BaseException] = SimpleQueue()

    def run() -> None:
        try:
            results.put(work())
        except BaseException as fault:  # noqa: BLE001 - raised again in the waiting thread
            results.put(fault)

    threading.Thread(target=run, daemon=True).start()
    return results
