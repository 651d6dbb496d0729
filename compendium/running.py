"""Runs another program so that an interrupt ends it and everything that it started."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from types import FrameType


def run_whole(command: list[str], environment: Mapping[str, str]) -> int:
    """Run a program; an interrupt of this program ends it and everything that it started.

    Raises:
        KeyboardInterrupt: after the program has ended, if it was interrupted.
    """
    started: list[int] = []
    interrupts: list[int] = []

    def pass_on(number: int, _: FrameType | None) -> None:
        interrupts.append(number)
        for group in started:
            with suppress(ProcessLookupError):  # it has already ended
                os.killpg(group, signal.SIGINT)

    # No KeyboardInterrupt here: it could come before the process to end is known.
    with (
        _interrupts_go_to(pass_on),
        subprocess.Popen(command, env=environment, process_group=0) as running,
    ):
        started.append(running.pid)
        if interrupts:
            pass_on(signal.SIGINT, None)
        code = running.wait()
        started.clear()
    if interrupts:
        raise KeyboardInterrupt
    return code


@contextmanager
def _interrupts_go_to(handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Let a function handle interrupts, and the former handlers again afterwards."""
    former_handlers = {
        number: signal.signal(number, handler) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, former in former_handlers.items():
            signal.signal(number, former)
