"""Handles Snakemake's log records: reports each step as it is done, and every error once.

This is the logger plugin `compendium` (https://snakemake.github.io/snakemake-plugin-catalog/) that
`make editions` uses. Snakemake keeps the full log in `.snakemake/log/`.
"""

from __future__ import annotations

import logging
import os
import shutil
import signal
import sys
import threading
from pathlib import Path
from types import FrameType

from snakemake.common import NOTHING_TO_BE_DONE_MSG
from snakemake_interface_logger_plugins.base import LogHandlerBase
from snakemake_interface_logger_plugins.common import LogEvent

from compendium.progress.job import Job

ROOM = 1 << 20  # bytes that must be free for another step
NOTHING = "nothing to do: all files are made from what is here"


class LogHandler(LogHandlerBase):
    """Reports each step to an editor, from the events of Snakemake."""

    writes_to_stream = True
    writes_to_file = False
    has_filter = True
    has_formatter = True
    needs_rulegraph = False

    def __post_init__(self) -> None:
        """Begin with nothing reported; report nothing more once somebody stops the build."""
        interrupt = signal.getsignal(signal.SIGINT)

        def stop(number: int, frame: FrameType | None) -> None:
            self._ending = True
            if callable(interrupt):
                interrupt(number, frame)

        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, stop)
        self._jobs: dict[int, Job] = {}
        self._done: Job | None = None  # the last step that finished
        self._reported: set[str] = (
            set()
        )  # errors already printed; several steps may report the same one
        self._faults: list[str] = []  # of the workflow itself; printed only if no step has failed
        self._failed = self._ending = False

    def emit(self, record: logging.LogRecord) -> None:
        """Report what an editor needs to know from a record."""
        if self._ending:  # later records only report the consequences
            return
        match getattr(record, "event", None):
            case LogEvent.JOB_INFO:
                self._begin(Job.of(record), vars(record)["jobid"])
            case LogEvent.JOB_FINISHED:
                self._finish(vars(record)["job_id"])
            case LogEvent.PROGRESS:
                self._count(vars(record)["done"], vars(record)["total"])
            case LogEvent.JOB_ERROR:
                self._fail(self._jobs.get(vars(record)["jobid"]) or Job.of(record))
            case _ if record.getMessage() == NOTHING_TO_BE_DONE_MSG:
                self._print(NOTHING)
            case _ if record.levelno >= logging.ERROR:
                self._faults.append(record.getMessage())

    def close(self) -> None:
        """Report a fault of the workflow itself; after a failed step it would only repeat that."""
        if not (self._failed or self._ending):
            for fault in self._faults:
                self._print(fault)
        self._faults = []
        super().close()

    def _begin(self, job: Job, number: int) -> None:
        self._jobs[number] = job
        if job.is_long:
            self._print(f"-- begun: {job.name}")

    def _finish(self, number: int) -> None:
        self._done = self._jobs.get(number)
        if self._done and self._done.summary and not self._done.is_long:
            self._print(self._done.summary)

    def _count(self, done: int, total: int) -> None:
        name = f": {self._done.name}" if self._done else ""
        self._print(f"-- {done} of {total}{name}")

    def _fail(self, job: Job) -> None:
        """Report a step that failed; if the disk is full, stop the whole build."""
        if is_full(Path.cwd()):
            self._ending = True
            os.kill(os.getpid(), signal.SIGTERM)
            return
        self._failed = True
        for block in job.errors():
            if block.severity is None or block.text not in self._reported:
                self._print(block.text)
                self._reported.add(block.text)
        logs = f" ({', '.join(map(str, job.logs))})" if job.logs else ""
        self._print(f"-- failed: {job.name}{logs}")

    @staticmethod
    def _print(words: str) -> None:
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()


def is_full(folder: Path) -> bool:
    """Whether the disk has too little space for another step."""
    return shutil.disk_usage(folder).free < ROOM
