"""What must hold of every case, and what went wrong where it does not."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from itertools import dropwhile

from compendium.errors import ExitCode
from fuzzing.cases import Case
from fuzzing.running import MEGABYTES, SECONDS, Outcome, Step

_LINES, _LETTERS = 12, 2000  # of the message of a refusal
_FRAME = re.compile(r'File "[^"]*/(compendium/[^"]+)", line \d+, in (\S+)')
_RAISED = re.compile(r"^([A-Za-z_][\w.]*(?:Error|Exception|Warning|Exit|Bomb\w*))\b", re.MULTILINE)
_ELSEWHERE = re.compile(r"errors\.pydantic\.dev|readthedocs|github\.com|docs\.python\.org|pypi")
_TRACEBACK = re.compile(r"^Traceback", re.MULTILINE)
_UNREADABLE = re.compile(r"F00[1-9]|F013|C00[1-3]")
# Those that turn the direction of what follows, or break lines.
_HIDDEN = frozenset("\u202a\u202b\u202d\u202e\u2028\u2029")


def faults(case: Case, outcome: Outcome) -> list[str]:
    """Everything that is wrong with how a case ended, each by its cause."""
    found = [*_of_run(outcome)]
    if not case.reader.arguments:  # who names a place outside means it
        found += [f"outside its folder: {what}" for what in outcome.outside]
    for step in outcome.steps:
        found += _of_step(step, case.reader.fails)
    if outcome.again is not None:
        found += _of_result(outcome.again)
    return list(dict.fromkeys(found))


def _of_run(outcome: Outcome) -> Iterator[str]:
    if outcome.ended:
        yield outcome.ended
    if outcome.seconds > SECONDS * outcome.documents:
        yield f"over the limit of time ({SECONDS:.0f} s, for each document)"
    if outcome.megabytes > MEGABYTES:
        yield f"over the limit of memory ({MEGABYTES} MB)"


def _of_step(step: Step, fails: tuple[int, ...]) -> Iterator[str]:
    if step.code == ExitCode.BUG:
        yield f"traceback: {_cause(step.told)}"
        return
    if step.code and step.code not in fails:
        yield f"exit code {step.code}: {_first(step.told)}"
    # what `--account` asks for shows a document that is refused, too, and is said to be written
    said = {line.removesuffix(": written") for line in step.said.splitlines()}
    changed = sorted(set(step.changed) - said)
    if step.code and changed and step.code != ExitCode.FINDINGS:
        yield f"written after a refusal: {', '.join(changed)}"
    yield from _of_message(step)


def _of_message(step: Step) -> Iterator[str]:
    said = step.told if step.code else step.told + step.said
    for name, pattern in (("a traceback", _TRACEBACK), ("another's address", _ELSEWHERE)):
        if pattern.search(said):
            yield f"the message shows {name}: {_cause(said)}"
    control = {letter for letter in step.said + step.told if _is_control(letter)}
    if control:
        yield f"the message holds raw {', '.join(sorted(f'U+{ord(c):04X}' for c in control))}"
    if step.code in {ExitCode.USAGE, ExitCode.INPUT, ExitCode.OUTPUT, ExitCode.TOOL}:
        told = step.told.splitlines()
        lines = list(dropwhile(lambda line: not line.lower().startswith("error:"), told)) or told
        if sum(line.lower().startswith("error:") for line in lines) != 1:
            yield f"not one message: {_first(step.told)}"
        if len(lines) > _LINES or sum(map(len, lines)) > _LETTERS:
            yield f"a long message ({len(lines)} lines): {_first(step.told)}"


def _is_control(letter: str) -> bool:
    if letter in "\n\t":
        return False
    return letter in _HIDDEN or unicodedata.category(letter) in {"Cc", "Cs"}


def _of_result(again: Step) -> Iterator[str]:
    """What was written must be readable, and hold together as far as its form goes."""
    if again.code not in {ExitCode.OK, ExitCode.FINDINGS}:
        yield f"what it wrote cannot be read again: {_cause(again.told)}"
        return
    found = [one for one in json.loads(again.said)["findings"] if one["severity"] == "error"]
    for one in found:
        if _UNREADABLE.fullmatch(one["code"]):
            message = re.sub(r"'[^']*'|\d+", "…", one["message"])
            yield f"what it wrote cannot be read again: {one['code']} {message[:120]}"
            return


def _cause(told: str) -> str:
    """Where a traceback comes from: the last place in the program, and what was raised."""
    frames = _FRAME.findall(told)
    raised = _RAISED.findall(told)
    where = " ".join(frames[-1]) if frames else "elsewhere"
    return f"{raised[-1] if raised else _first(told)} in {where}"


def _first(told: str) -> str:
    line = next((line for line in told.splitlines() if "rror" in line), told[:200])
    return re.sub(r"'[^']*'|\d+", "…", line)[:200]
