"""Runs the program that makes pictures of pages, of which only the newest is ever wanted."""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from compendium.errors import ToolError, UserError
from compendium.previewing.edition_steps import Project

_WORKER = (sys.executable, "-m", "compendium.previewing.picture_worker")
Pictures = dict[int, bytes]
# Takes the pictures of the newest request, or the error that left none.
Taker = Callable[[Pictures, UserError | None], None]


@dataclass(frozen=True, slots=True)
class _Request:
    """A request, and what takes its answer."""

    text: str
    take: Taker


@dataclass(slots=True)
class _Worker:
    """A running program, whether it has begun to read, and the request that it works on."""

    program: subprocess.Popen[str]
    is_ready: bool = False
    request: _Request | None = None


class PictureProcess:
    """Makes pictures in another process, so that the next page never waits for them.

    A request replaces those that wait. The one in work is finished, since what it lays out makes
    the next layout faster, but its pictures are not shown any more.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._lock = threading.Lock()
        self._worker: _Worker | None = None
        self._next: _Request | None = None  # to be sent as soon as the worker is ready

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._stop()

    def ask(self, file: Path, wanted: Sequence[str], take: Taker) -> None:
        """Ask for the pages that hold the first of some ids.

        Args:
            file: the composed document.
            wanted: the ids.
            take: a function that takes the pictures; it is called in another thread, and not at
                all if something else is asked for before that.
        """
        asked = {
            "file": str(file),
            "templates": str(self._project.templates),
            "config": str(self._project.config),
            "wanted": list(wanted),
        }
        with self._lock:
            self._next = _Request(json.dumps(asked) + "\n", take)
            self._send(self._worker or self._start())

    def _send(self, worker: _Worker) -> None:
        """Send the next request to a worker that is ready for it."""
        if worker.is_ready and worker.request is None and self._next is not None:
            worker.request, self._next = self._next, None
            assert worker.program.stdin is not None
            with suppress(BrokenPipeError):  # it died: its thread reports that
                worker.program.stdin.write(worker.request.text)
                worker.program.stdin.flush()

    def _start(self) -> _Worker:
        # In a group of its own: Ctrl-C ends it by way of this program, with what it started.
        program = subprocess.Popen(
            _WORKER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            process_group=0,
        )
        self._worker = worker = _Worker(program)
        threading.Thread(target=self._listen, args=(worker,), daemon=True).start()
        return worker

    def _stop(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            with suppress(ProcessLookupError):
                os.killpg(worker.program.pid, signal.SIGKILL)
            worker.program.wait()
            assert worker.program.stdin is not None
            with suppress(BrokenPipeError):
                worker.program.stdin.close()

    def _listen(self, worker: _Worker) -> None:
        """Hand on each answer of a worker, and say so if it ends by itself."""
        assert worker.program.stdout is not None
        with worker.program.stdout as lines:
            for line in lines:
                self._take(worker, line)
        with self._lock:
            if self._worker is worker:
                request, self._next = self._next or worker.request, None
                self._stop()
                if request is not None:
                    request.take({}, ToolError("the program that makes the pictures ended"))

    def _take(self, worker: _Worker, line: str) -> None:
        """Take a line of a worker: the first says that it is ready, each other one is an answer."""
        with self._lock:
            if self._worker is worker:
                request, worker.request = worker.request, None
                worker.is_ready = True
                if request is not None and self._next is None:
                    request.take(*_read(line))
                self._send(worker)


def _read(line: str) -> tuple[Pictures, UserError | None]:
    """The pictures of an answer, or its error."""
    answer = json.loads(line)
    if "message" in answer:
        return {}, ToolError(answer["message"], remedy=answer.get("remedy", ""))
    pictures = {int(page): base64.b64decode(png) for page, png in answer["pictures"].items()}
    return pictures, None
