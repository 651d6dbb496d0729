"""The judge of damaged files: each kind of fault is seen, and what is right passes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fuzzing.cases import Case, case_names, make_case
from fuzzing.judging import faults
from fuzzing.readers import NAMES, READERS
from fuzzing.running import Outcome, Step

EXAMPLE = Path(__file__).parents[1] / "example"
MESSAGE = "error: made/report.html: no well-formed XML\n  what to do: get it again\n"
CASE = Case("sources:1-1", NAMES["sources"], "sources/topics.yaml", b"", (("check",),))
TRACEBACK = """\
Traceback (most recent call last):
  File "/x/compendium/reading/nodes.py", line 9, in parse
RecursionError: maximum recursion depth exceeded
error: this is an error in the program
"""


def step(code: int = 0, *, told: str = "", said: str = "", changed: tuple[str, ...] = ()) -> Step:
    """One command as it ended."""
    return Step(code, said, told, list(changed))


def broken(code: str) -> Step:
    """What a check says of a file that it cannot read."""
    found = {"severity": "error", "code": code, "message": "broken YAML: a tab"}
    return step(1, said=json.dumps({"findings": [found]}))


@pytest.mark.parametrize(
    ("outcome", "fault"),
    [
        (Outcome([step(70, told=TRACEBACK)]), "traceback: RecursionError in compendium/reading"),
        (Outcome([step(4, told=MESSAGE)]), "exit code 4"),
        (Outcome([step(3, told=MESSAGE, changed=("sources/x.yaml",))]), "written after a refusal"),
        (Outcome([step(3, told="no good\n")]), "not one message"),
        (Outcome([step(3, told=MESSAGE * 2)]), "not one message"),
        (Outcome([step(3, told=MESSAGE + "more\n" * 20)]), "a long message"),
        (Outcome([step(3, told=MESSAGE.replace("no", "\x1b[2J"))]), "raw U+001B"),
        (Outcome([step(1, said="text \u202e")]), "raw U+202E"),
        (Outcome([step(3, told=MESSAGE + "https://errors.pydantic.dev/2")]), "another's address"),
        (Outcome([step()], again=broken("F003")), "cannot be read again"),
        (Outcome([step()], again=step(3, told=MESSAGE)), "cannot be read again"),
        (Outcome([step()], outside=["open /etc/x"]), "outside its folder"),
        (Outcome([step()], seconds=9.0), "limit of time"),
        (Outcome([step()], seconds=31.0, documents=6), "limit of time"),
        (Outcome([step()], megabytes=900), "limit of memory"),
        (Outcome([step()], ended="ended after 20 seconds"), "ended after 20 seconds"),
    ],
)
def test_a_fault_is_seen(outcome: Outcome, fault: str) -> None:
    """Whatever may not happen to a case is told, by its kind."""
    (found,) = faults(CASE, outcome)
    assert fault in found


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome([step()]),
        Outcome([step(3, told=MESSAGE)]),
        Outcome([step(3, told="out/book.pdf: Step 1 - Fetching\n" * 20 + MESSAGE)]),
        Outcome([step()], seconds=29.0, documents=6),
        Outcome([step(1, told="made/fr.xlf:9: H001 error: no key\n  restore it\n")]),
        Outcome([step(changed=("sources/lk/04-2015.yaml",))], again=broken("P001")),
    ],
)
def test_what_is_right_passes(outcome: Outcome) -> None:
    """A case that is accepted, or refused with one message or with findings, has no fault."""
    assert faults(CASE, outcome) == []


def test_a_case_can_be_repeated() -> None:
    """The name of a case says all of it: the same name is the same damage."""
    first, second = (make_case("sources:1-1", EXAMPLE) for _ in range(2))
    assert first == second
    assert make_case("sources:1-2", EXAMPLE) != first


def test_every_reader_has_its_share() -> None:
    """However few cases there are, no reader is left out."""
    names = list(case_names(30, 1))
    assert {name.rpartition(":")[0] for name in names} == {reader.name for reader in READERS}
