"""One case run in a process of its own: what was said, written and used is kept."""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from compendium.cli.main import main
from compendium.errors import InputError
from compendium.importing.folders import documents_in
from fuzzing.answers import serve_at
from fuzzing.cases import Case
from fuzzing.guarding import free, hinder

SECONDS, MEGABYTES = 5.0, 400  # what a case may take
_WAIT, _WORK = 120.0, 12.0  # seconds on the clock, and of work, at which a case is ended
_END = 1500  # megabytes at which a case is ended at once
_LAST_WORD = 0.5  # seconds to say where it is, before it is ended
_STACK = "stack.txt"  # where a case was when it was ended
_READ = ("sources/", "translations/", "six/")  # what a check reads

Tree = dict[str, tuple[int, int]]


@dataclass(slots=True)
class Step:
    """One command: its exit code, what it said, and the files that it made, changed or removed."""

    code: int
    said: str
    told: str
    changed: list[str]


@dataclass(slots=True)
class Outcome:
    """What became of a case; `again` is what the check of its result said, if it was accepted.

    `documents` is how many documents its commands name, in folders too: each may take its time.
    """

    steps: list[Step] = field(default_factory=list)
    again: Step | None = None
    outside: list[str] = field(default_factory=list)
    ended: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0
    documents: int = 1


class Desk:
    """A copy of the base project, put right again after every case."""

    def __init__(self, base: Path, folder: Path) -> None:
        self.base, self.folder = base, folder
        self.project = folder / "project"
        shutil.copytree(base, self.project, symlinks=True)
        for name in ("home", "temporary"):
            (folder / name).mkdir()
        self._tree = tree_of(self.project)

    def run(self, case: Case) -> Outcome:
        """Run a case and clear its traces away."""
        try:
            return self._run(case)
        finally:
            self._clear()

    def _run(self, case: Case) -> Outcome:
        case.put(self.project)
        documents = _documents(case, self.project)
        kept = self.folder / "outcome.json"
        kept.unlink(missing_ok=True)
        child = os.fork()
        if child == 0:
            _work(self, case, kept)
        ended, used = _watch(child, _WORK * documents)
        if ended:
            sys.stderr.write(f"{ended}, in\n{_place(self.folder / _STACK)}")
        outcome = _read(kept)
        outcome.documents = documents
        outcome.ended = ended or outcome.ended
        outcome.seconds = used.ru_utime + used.ru_stime
        outcome.megabytes = used.ru_maxrss / 1024
        left = [path.name for path in (self.folder / "temporary").iterdir()]
        outcome.outside += [f"left behind in the temporary folder: {name}" for name in left]
        return outcome

    def _clear(self) -> None:
        after = tree_of(self.project)
        for name in after.keys() - self._tree.keys():
            (self.project / name).unlink(missing_ok=True)
        for name, state in self._tree.items():
            if after.get(name) != state:
                _put_back(self.base / name, self.project / name)
        shutil.rmtree(self.project / "out", ignore_errors=True)
        for name in ("home", "temporary"):
            shutil.rmtree(self.folder / name)
            (self.folder / name).mkdir()
        self._tree = tree_of(self.project)


def _documents(case: Case, project: Path) -> int:
    """How many documents the commands of a case name, and how many PDF files they make."""
    named = [word for command in case.commands if command[0] == "import" for word in command[1:]]
    made = [word for command in case.commands if command[0] == "pdf" for word in command[1:]]
    count = sum(str(word).endswith(".pdf") for word in made)
    with contextlib.chdir(project), contextlib.suppress(InputError, OSError, ValueError):
        for word in named:
            count += len(documents_in([Path(word)]).documents) if os.path.exists(word) else 0
    return max(1, count)


def _put_back(kept: Path, path: Path) -> None:
    """Put a file in its place again, whatever stands there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(kept, path)


def tree_of(folder: Path) -> Tree:
    """Every file below a folder with its size and time."""
    return {
        os.path.relpath(os.path.join(place, name), folder): (about.st_size, about.st_mtime_ns)
        for place, _, names in os.walk(folder)
        for name in names
        for about in [os.lstat(os.path.join(place, name))]
    }


def _watch(child: int, most: float) -> tuple[str, Any]:
    """Wait for a case; end it, with the programs that it called, when it takes too much."""
    end, ended = time.monotonic() + _WAIT, ""
    with contextlib.closing(_Handle(child)) as handle:
        while not handle.wait(0.1):
            if time.monotonic() > end:
                ended = "waits for something that does not come"
            elif _worked(child) > most:
                ended = f"ended after {most:.0f} seconds of work"
            elif _resident(child) > _END:
                ended = f"ended at {_END} MB"
            if ended:
                os.kill(child, signal.SIGUSR1)  # it says where it is
                time.sleep(_LAST_WORD)
                os.killpg(child, signal.SIGKILL)
                break
    _, status, used = os.wait4(child, 0)
    if not ended and status:
        ended = f"ended with status {os.waitstatus_to_exitcode(status)}"
    return ended, used


class _Handle:
    """Waits for a process without asking again and again."""

    def __init__(self, child: int) -> None:
        self._file = os.pidfd_open(child)
        self._poll = select.poll()
        self._poll.register(self._file, select.POLLIN)

    def wait(self, seconds: float) -> bool:
        return bool(self._poll.poll(seconds * 1000))

    def close(self) -> None:
        os.close(self._file)


def _worked(child: int) -> float:
    """The seconds that a process worked, with the programs that it waited for."""
    try:
        fields = Path(f"/proc/{child}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _resident(child: int) -> float:
    try:
        pages = Path(f"/proc/{child}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0.0
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _place(stack: Path) -> str:
    """Where a case was when it was ended, the innermost call first."""
    return stack.read_text("utf-8", "replace") if stack.exists() else "  an unknown place\n"


def _read(kept: Path) -> Outcome:
    try:
        found = json.loads(kept.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Outcome(ended="nothing is known of it")
    found["steps"] = [Step(**step) for step in found["steps"]]
    found["again"] = Step(**found["again"]) if found["again"] else None
    return Outcome(**found)


def _work(desk: Desk, case: Case, kept: Path) -> NoReturn:
    """Do what a case says in this process, and end it."""
    try:
        os.setpgid(0, 0)
        faulthandler.register(signal.SIGUSR1, file=open(desk.folder / _STACK, "w"))  # noqa: SIM115
        os.chdir(desk.project)
        os.environ |= {"HOME": str(desk.folder / "home"), "TMPDIR": str(desk.folder / "temporary")}
        tempfile.tempdir = None  # look it up anew
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - until the process ends
        outcome = Outcome()
        port = serve_at(Path("config/served.yaml"), case.content) if case.reader.served else 0
        places = [desk.folder / name for name in ("project", "temporary", "home")]
        hinder(places, outcome.outside, port)
        for command in case.commands:
            outcome.steps.append(_step(desk, command))
            if outcome.steps[-1].code != 0:
                break
        else:
            changed = [name for step in outcome.steps for name in step.changed]
            if any(name.startswith(_READ) for name in changed):
                outcome.again = _step(desk, tuple(case.reader.again.split()))
        text = json.dumps(asdict(outcome))
        with free():
            kept.write_text(text, encoding="utf-8")
    except BaseException:  # noqa: BLE001 - nothing may come back from a child
        traceback.print_exc()
        os._exit(99)
    os._exit(0)


def _step(desk: Desk, command: tuple[str, ...]) -> Step:
    before = tree_of(desk.project)
    with _outputs(desk.folder) as (out, err):
        code = _call(command)
    after = tree_of(desk.project)
    changed = [n for n in before.keys() | after.keys() if before.get(n) != after.get(n)]
    return Step(code, out.read_text("utf-8", "replace"), err.read_text("utf-8", "replace"), changed)


@contextlib.contextmanager
def _outputs(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Both outputs of this process and of the programs that it calls, into files."""
    paths = (folder / "out.txt", folder / "err.txt")
    with free():
        for number, path in enumerate(paths, start=1):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - until then
        sys.stderr = open(  # noqa: SIM115
            2, "w", encoding="utf-8", closefd=False, errors="backslashreplace"
        )
    try:
        yield paths
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()


def _call(command: tuple[str, ...]) -> int:
    try:
        main(list(command))
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    except BaseException:  # noqa: BLE001 - the program let it through
        traceback.print_exc()
        return 70
    return 0
