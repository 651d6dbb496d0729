"""`python -m fuzzing`: run cases, tell how they ended, and how to repeat those that failed."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import json
import multiprocessing
import resource
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from compendium.cli.main import program
from compendium.documents.words import known_words
from compendium.languages.language import known_languages, load_language
from fuzzing.base import make_base
from fuzzing.cases import case_names, make_case
from fuzzing.judging import faults
from fuzzing.readers import NAMES, READERS
from fuzzing.running import Desk

_MANY = 1000  # cases for which it is worth while to make editions
_OFTEN = 10  # seconds between two words on how far it is
_MOST_MEMORY = 4 * 2**30  # bytes of a process of the harness, whose cases are ended much earlier
_SHOWN = 3  # cases to repeat for each cause


@dataclass(frozen=True, slots=True)
class Ended:
    """How one case ended."""

    name: str
    accepted: bool
    faults: tuple[str, ...]
    seconds: float
    megabytes: float


def main() -> int:
    """Run what the options say; 1 where a case failed."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        folder = Path(name).resolve()
        readers = tuple(NAMES[name] for name in _named(options)) or (
            READERS if options.cases >= _MANY else tuple(one for one in READERS if not one.finished)
        )
        _base_in_child(folder / "base", finished=any(reader.finished for reader in readers))
        _warm(finished=any(reader.finished for reader in readers))
        if options.repeat:
            return _repeat(options.repeat, folder, options.keep)
        names = list(case_names(options.cases, options.seed, readers))
        ended = list(_progress(_run(names, folder, options.processes), len(names)))
    sys.stdout.write(table(ended))
    return int(any(one.faults for one in ended))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzzing", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000, help="how many cases")
    parser.add_argument("--seed", type=int, default=1, help="other seeds are other cases")
    parser.add_argument("--processes", type=int, default=2, help="cases at a time")
    parser.add_argument("--reader", action="append", default=[], choices=NAMES, help="only this")
    parser.add_argument("--repeat", metavar="CASE", help="run one case, such as sources:1-12")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep its project there")
    return parser.parse_args()


def _named(options: argparse.Namespace) -> list[str]:
    """The readers that the options name, or a case that they name."""
    return [options.repeat.rpartition(":")[0]] if options.repeat else list(options.reader)


def _base_in_child(base: Path, *, finished: bool) -> None:
    """Make the base in a process of its own: what it loads is not needed by the cases."""
    maker = multiprocessing.get_context("fork").Process(target=make_base, args=(base, finished))
    maker.start()
    maker.join()
    if maker.exitcode:
        raise SystemExit("error: the base project could not be made")


def _warm(*, finished: bool) -> None:
    """Load what most cases need, once for all."""
    names = ["check", "collate", "fetch", "html", "import", "new_meeting", "suggest", "takeback"]
    for name in (*names, *(["pdf", "verify"] if finished else [])):
        importlib.import_module(f"compendium.cli.{name}_command")
    for code in known_languages():
        load_language(code)
    known_words()


def _run(names: Sequence[str], folder: Path, processes: int) -> Iterator[Ended]:
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, context, _begin, (folder,)) as pool:
        waiting = [pool.submit(_one, name) for name in names]
        yield from (done.result() for done in as_completed(waiting))


_DESKS: list[Desk] = []


def _begin(folder: Path) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MEMORY, _MOST_MEMORY))  # then it says where
    place = Path(tempfile.mkdtemp(dir=folder))
    desk = Desk(folder / "base", place)
    with contextlib.chdir(desk.project), contextlib.redirect_stdout(io.StringIO()):
        program.main(["check"], standalone_mode=False)  # what was read once is kept for the cases
    _DESKS.append(desk)


def _one(name: str) -> Ended:
    (desk,) = _DESKS
    try:
        case = make_case(name, desk.base)
        outcome = desk.run(case)
        found = tuple(faults(case, outcome))
    except Exception:  # noqa: BLE001 - or all other cases would be run for nothing
        own = f"the harness itself: {traceback.format_exc(limit=-2)}"
        return Ended(name, accepted=False, faults=(own,), seconds=0, megabytes=0)
    accepted = bool(outcome.steps) and outcome.steps[-1].code == 0
    return Ended(name, accepted, found, outcome.seconds, outcome.megabytes)


def _progress(ended: Iterator[Ended], count: int) -> Iterator[Ended]:
    """Say every ten seconds how far it is, and every cause of faults as it is found."""
    said, failed = time.monotonic(), 0
    known: set[str] = set()
    for number, one in enumerate(ended, start=1):
        failed += bool(one.faults)
        for cause in one.faults:
            if cause not in known:
                known.add(cause)
                sys.stderr.write(f"{one.name}: {cause}\n")
        if time.monotonic() - said > _OFTEN:
            said = time.monotonic()
            sys.stderr.write(f"{number} of {count} cases, {failed} failed\n")
        yield one


def table(ended: Sequence[Ended]) -> str:
    """How the cases ended by reader, then each cause of faults with cases to repeat."""
    head = ("reader", "cases", "accepted", "refused", "faults", "seconds", "MB")
    lines = ["{:<22} {:>7} {:>9} {:>8} {:>7} {:>8} {:>6}".format(*head)]
    readers = dict.fromkeys([one.name.rpartition(":")[0] for one in ended])
    of = {name: [e for e in ended if e.name.rpartition(":")[0] == name] for name in readers}
    lines += [_row(name, of[name]) for name in sorted(of)]
    lines.append(_row("all", ended))
    causes = Counter(cause for one in ended for cause in one.faults)
    for cause, count in causes.most_common():
        cases = [one.name for one in ended if cause in one.faults][:_SHOWN]
        lines.append(f"{count:>5} {cause}")
        lines += [f"      python -m fuzzing --repeat '{name}'" for name in cases]
    return "\n".join(lines) + "\n"


def _row(name: str, ended: Sequence[Ended]) -> str:
    accepted = sum(one.accepted and not one.faults for one in ended)
    failed = sum(bool(one.faults) for one in ended)
    most, largest = max(e.seconds for e in ended), max(e.megabytes for e in ended)
    refused = len(ended) - accepted - failed
    return (
        f"{name:<22} {len(ended):>7} {accepted:>9} {refused:>8} {failed:>7} "
        f"{most:>8.1f} {largest:>6.0f}"
    )


def _repeat(name: str, folder: Path, keep: Path | None) -> int:
    """Run one case and say all of it."""
    _begin(folder)
    (desk,) = _DESKS
    case = make_case(name, desk.base)
    if keep is not None:
        shutil.copytree(desk.base, keep)
        case.put(keep)
    outcome = desk.run(case)
    for command, step in zip(case.commands, outcome.steps, strict=False):
        sys.stdout.write(f"$ compendium {' '.join(map(json.dumps, command))}\n")
        sys.stdout.write(f"{step.said[-3000:]}{step.told[-6000:]}exit {step.code} {step.changed}\n")
    sys.stdout.write(f"damaged: {case.file}; {outcome.seconds:.1f} s, {outcome.megabytes:.0f} MB\n")
    found = faults(case, outcome)
    sys.stdout.write("".join(f"fault: {fault}\n" for fault in found))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
