"""Programs that read what comes from outside: with little time, whatever it makes them do."""

from __future__ import annotations

import resource
import signal
import subprocess
from collections.abc import Sequence


class EndlessError(Exception):
    """A program that did not come to its end in time, by its name."""

    def __init__(self, program: str) -> None:
        super().__init__(f"{program} did not end")


def run_limited(
    command: Sequence[str], content: bytes, *, work: int, wait: float
) -> subprocess.CompletedProcess[bytes]:
    """Run a program on an input, and end it when it works or waits too long.

    Args:
        command: the program and its arguments.
        content: what it reads.
        work: the seconds that it may work.
        wait: the seconds that may pass in all, on a machine that does much else.

    Raises:
        EndlessError: if it takes longer.
    """
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        resource.prlimit(program.pid, resource.RLIMIT_CPU, (work, work))
        try:
            said, complained = program.communicate(content, timeout=wait)
        except subprocess.TimeoutExpired:
            program.kill()
            raise EndlessError(command[0]) from None
        except BaseException:
            program.kill()
            raise
    if program.returncode in {-signal.SIGXCPU, -signal.SIGKILL}:
        raise EndlessError(command[0])
    return subprocess.CompletedProcess(command, program.returncode, said, complained)
