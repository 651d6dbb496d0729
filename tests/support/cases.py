"""Cases that a linguist can read: files with a title, an input and what is expected.

A file has a section for each language, opened by its code: `# en`. A case is

    A title that says what is shown:
    .
    the input
    .
    what is expected
    .

A record is drawn in two lines; see `Text`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from compendium.languages.language import Language, load_language
from compendium.model.gatherings import Meeting, Session
from compendium.model.passages import Passage
from compendium.model.units import PREAMBULAR_STEP, Level, Unit

_CASE = re.compile(
    r"^(?P<title>[^#.\n][^\n]*):\n\.\n(?P<given>.*?)\n\.\n(?P<wanted>.*?)\n\.$",
    re.MULTILINE | re.DOTALL,
)
_SECTION = re.compile(r"^# (?P<code>[a-z]{2})$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """An input and what a language makes of it."""

    title: str
    language: Language
    given: str
    wanted: str


def read_cases(path: Path) -> list[Case]:
    """The cases of a file; every line that is no case is explanation."""
    _, *parts = _SECTION.split(path.read_text(encoding="utf-8"))
    found = [
        Case(match["title"], load_language(code), match["given"], match["wanted"])
        for code, section in zip(parts[::2], parts[1::2], strict=True)
        for match in _CASE.finditer(section)
    ]
    dots = sum(line == "." for line in path.read_text(encoding="utf-8").splitlines())
    assert dots == 3 * len(found), f"{path.name}: a case is not closed"
    return found


class Text:
    """A record drawn in one line, and the units chosen from it in the next.

        meeting 4 +5: 1-6 7 7.a-c 8
        7.a 7.c 8

    is the fourth meeting, whose report counts five more, with paragraphs 1 to 8, the seventh with
    subparagraphs (a) to (c). `pp.1` is a preambular paragraph, `a` a subparagraph without a number.
    """

    def __init__(self, drawn: str) -> None:
        first, chosen = drawn.split("\n")
        head, steps = first.split(": ")
        kind, ordinal, *offset = head.split()
        self._gathering = make_gathering(kind, int(ordinal))
        self._offset = int(offset[0]) if offset else 0
        self.units = [self._unit(step) for steps_ in steps.split() for step in _spread(steps_)]
        keys = [step for steps_ in chosen.split() for step in _spread(steps_)]
        self.chosen = [unit for unit in self.units if ".".join(unit.steps) in keys]
        assert len(self.chosen) == len(keys), f"{drawn!r} chooses what it does not draw"

    def _unit(self, drawn: str) -> Unit:
        steps = tuple(drawn.split("."))
        level = _level(steps)
        counted = (str(int(steps[0]) + self._offset), *steps[1:]) if steps[0].isdigit() else steps
        return Unit(self._gathering, None, level, steps, counted, Passage(text="Text."))


def _spread(drawn: str) -> list[str]:
    """`7.a-c` is 7.a, 7.b and 7.c."""
    first, dash, last = drawn.partition("-")
    if not dash:
        return [first]
    above, dot, start = first.rpartition(".")
    if last.isdigit():
        return [f"{above}{dot}{number}" for number in range(int(start), int(last) + 1)]
    return [f"{above}{dot}{chr(letter)}" for letter in range(ord(start), ord(last) + 1)]


def _level(steps: tuple[str, ...]) -> Level:
    if steps[0] == PREAMBULAR_STEP:
        return Level.PREAMBULAR
    below = [Level.PARAGRAPH, Level.SUBPARAGRAPH, Level.ITEM]
    return (below if steps[0].isdigit() else below[1:])[len(steps) - 1]


def make_gathering(
    kind: str, ordinal: int, first: str = "2019-09-09", last: str = "2019-09-11"
) -> Meeting | Session:
    """A meeting or a session with what it needs to be one."""
    plain = {
        "body": "body",
        "ordinal": ordinal,
        "dates": {"first": first, "last": last},
        "place": "Vienna",
        "report": {"symbol": "X/2019/1", "cited_by": "paragraphs"},
    }
    if kind == "meeting":
        return Meeting.model_validate(plain | {"remark": "It adopted nothing."})
    record = {"kind": "decision", "number": "1/1", "title": "Title", "formula": "Decides:"}
    lettered = record | {"subparagraphs": [{"letter": "a", "text": "Text."}]}
    return Session.model_validate(plain | {"records": [lettered]})
