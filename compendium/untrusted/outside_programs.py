"""Runs programs on input from outside, with a limit on their time."""

from __future__ import annotations

import resource
import signal
import subprocess
from collections.abc import Sequence


class EndlessError(Exception):
    """A program did not end in time."""

    def __init__(self, program: str) -> None:
        super().__init__(f"{program} did not end")


def run_limited(
    command: Sequence[str], content: bytes, *, work: int, wait: float
) -> subprocess.CompletedProcess[bytes]:
    """Run a program on an input, and stop it when it works or waits too long.

    Args:
        command: the program and its arguments.
        content: the input of the program.
        work: the seconds of processor time that it may use.
        wait: the seconds that may pass in all, on a busy machine.

    Raises:
        EndlessError: if it takes longer.
    """
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        resource.prlimit(program.pid, resource.RLIMIT_CPU, (work, work))
        try:
            output, errors = program.communicate(content, timeout=wait)
        except subprocess.TimeoutExpired:
            program.kill()
            raise EndlessError(command[0]) from None
        except BaseException:
            program.kill()
            raise
    if program.returncode in {-signal.SIGXCPU, -signal.SIGKILL}:
        raise EndlessError(command[0])
    return subprocess.CompletedProcess(command, program.returncode, output, errors)
