"""Documents read in one process or in several, each kept in a file until its turn comes.

The texts read from a thousand documents are never all in memory: a process that reads returns only
the place of its result, and a few words.
"""

from __future__ import annotations

import pickle
import signal
import traceback
import zlib
from collections.abc import Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from compendium.documents.word_changes import Changes
from compendium.errors import ToolError, UserError
from compendium.findings import Finding
from compendium.importing.received import Received, UnrecordableError, receive

_FAST = 1  # of the nine levels of compression


@dataclass(frozen=True, slots=True)
class Refusal:
    """The reason why a document was refused, and the remedy; the findings with places, if any."""

    message: str
    remedy: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A document by its place in the order: where it is kept as read, or why it was refused."""

    number: int
    path: Path
    language: str = ""
    symbol: str = ""
    refusal: Refusal | None = None
    place: Path = Path()

    def taken(self) -> Received:
        """The document as it was read; its file is removed."""
        content = self.place.read_bytes()
        self.place.unlink()
        received = pickle.loads(zlib.decompress(content))  # noqa: S301 - this run wrote it
        assert isinstance(received, Received)
        return received


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents and keeps them: the folder, their language, what to do with changes."""

    folder: Path
    language: str | None
    changes: Changes

    def keep(self, numbered: tuple[int, Path]) -> Kept:
        """Read one document and keep it; any error becomes its refusal."""
        number, path = numbered
        try:
            received = receive(path, self.language, None, self.changes)
        except UserError as error:
            return Kept(number, path, refusal=refusal_of(error))
        except Exception as fault:  # noqa: BLE001 - one document must not end the others
            return Kept(number, path, refusal=_of_program(path, fault))
        place = self.folder / f"{number}.read"
        slight = received if received.wanted else received.without_lines()
        place.write_bytes(zlib.compress(pickle.dumps(slight), _FAST))
        symbol = received.facts.symbol or ""
        return Kept(number, path, received.language, symbol, place=place)


def refusal_of(error: UserError) -> Refusal:
    """An error as the refusal of a document."""
    findings = error.findings if isinstance(error, UnrecordableError) else ()
    return Refusal(error.message, error.remedy, findings)


def _of_program(path: Path, fault: Exception) -> Refusal:
    where = traceback.extract_tb(fault.__traceback__)[-1]
    place = f"{type(fault).__name__} in {Path(where.filename).name}, line {where.lineno}"
    return Refusal(
        f"{path}: a fault of the program: {place}", "report it, with the document if you can"
    )


def read_all(reader: Reader, paths: Sequence[Path], processes: int) -> Generator[Kept, None, None]:
    """Read documents in as many processes as requested; yield them in the order of the paths.

    If it is closed early, it reads no more of them.

    Raises:
        ToolError: if a process was terminated from outside.
    """
    numbered = list(enumerate(paths))
    if processes == 1:
        yield from map(reader.keep, numbered)
        return
    try:
        with ProcessPoolExecutor(processes, initializer=_leave_signals) as pool:
            yield from pool.map(partial(_keep, reader), numbered)
    except BrokenProcessPool:
        raise ToolError(
            "a process that read documents was ended from outside, perhaps for want of memory",
            remedy="try again with fewer --processes; nothing was written",
        ) from None


def _keep(reader: Reader, numbered: tuple[int, Path]) -> Kept:
    return reader.keep(numbered)


def _leave_signals() -> None:
    """Leave an interrupt to the parent process, which ends this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
